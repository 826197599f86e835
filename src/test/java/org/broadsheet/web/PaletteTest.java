package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.broadsheet.testsupport.PageEngine;
import org.junit.jupiter.api.Test;

class PaletteTest {

    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6})");

    @Test
    void inkAndAccentStandOutFromPaperInLightAndDark() throws IOException {
        var blocks = Files.readString(Path.of("src/main/resources/META-INF/resources/assets/broadsheet.css")).split("prefers-color-scheme: dark", 3);
        var light = colours(blocks[0]);
        var dark = new HashMap<>(light);
        dark.putAll(colours(blocks[1].substring(0, blocks[1].indexOf('}'))));
        for (var palette : List.of(light, dark)) {
            assertThat(contrast(palette, "ink", "paper")).isGreaterThan(7);
            assertThat(contrast(palette, "soft", "paper")).isGreaterThan(4.5);
            assertThat(contrast(palette, "accent", "paper")).isGreaterThan(4.5);
            assertThat(contrast(palette, "on-fill", "fill")).isGreaterThan(4.5);
            assertThat(contrast(palette, "fill", "paper")).isGreaterThan(3);
            assertThat(contrast(palette, "bar", "paper")).isGreaterThan(3);
        }
        assertThat(contrast(dark, "accent", "paper")).isGreaterThan(7);
    }

    @Test
    void aPublicationsSheetHoldsItsFourColours() {
        assertThat(new PageEngine().render("web/theme.css", new Theme("#1d5a4a", "#8fcab8", "#1d5a4b", "#2f7d68")))
                .contains("--accent: #1d5a4a", "--accent: #8fcab8", "--fill: #1d5a4b", "--fill: #2f7d68");
    }

    @Test
    void whatIsNoColourNeverReachesAStyleSheet() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Theme("red; } body { display: none", "#8fcab8", "#1d5a4a", "#2f7d68"));
    }

    private static Map<String, String> colours(String block) {
        var colours = new HashMap<String, String>();
        COLOUR.matcher(block).results().forEach(found -> colours.putIfAbsent(found.group(1), found.group(2)));
        return colours;
    }

    private static double contrast(Map<String, String> palette, String one, String other) {
        var first = luminance(palette.get(one));
        var second = luminance(palette.get(other));
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        var rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
