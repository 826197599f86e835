package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.broadsheet.mail.MailTemplates;
import org.broadsheet.mail.MailTheme;
import org.broadsheet.testsupport.Chromium;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;

/**
 * Takes pictures of all designs, samples and ways of looking at them, for people to look at: {@code mvn test -Dtest=MailScreenshotsTest -Dscreenshots=all}
 * (or the name of a sample) writes {@code target/screenshots} and a contact sheet of each sample. Not part of the ordinary run.
 */
class MailScreenshotsTest {

    private static final Path TO = Path.of("target/screenshots");
    private static final Path PICTURES = Path.of("src/demo/resources/org/broadsheet/demo/pictures");
    private static final String LOGO = """
            <svg xmlns="http://www.w3.org/2000/svg" width="320" height="64"><text x="0" y="48" font-family="Georgia" font-size="46" fill="%s">Quay<tspan fill="%s">/</tspan>Signal</text></svg>""";

    /** One way of looking at a mail. */
    private record View(int width, ColorScheme scheme, boolean pictures) {

        String name() {
            return width + "-" + scheme.name().toLowerCase(Locale.ROOT) + (pictures ? "" : "-blocked");
        }
    }

    private static final List<View> VIEWS = List.of(new View(640, ColorScheme.LIGHT, true), new View(640, ColorScheme.DARK, true),
            new View(640, ColorScheme.LIGHT, false), new View(375, ColorScheme.LIGHT, true), new View(375, ColorScheme.DARK, true),
            new View(375, ColorScheme.LIGHT, false), new View(320, ColorScheme.LIGHT, true), new View(320, ColorScheme.DARK, true));

    @Test
    void takePicturesOfEveryDesignAndSample() throws IOException {
        var wanted = System.getProperty("screenshots", "");
        assumeTrue(!wanted.isEmpty(), "Screenshots are taken with -Dscreenshots=all");
        var chromium = Chromium.start();
        assumeTrue(chromium.isPresent(), "No Chromium: no screenshots");
        Files.createDirectories(TO);
        var templates = new MailTemplates(Optional.empty(), Clock.systemUTC());
        var renderer = new DigestRenderer(templates);
        var samples = SampleDigest.all();
        samples.put("logo", SampleDigest.withLogo(SampleDigest.rich()));
        try (var open = chromium.get()) {
            for (var sample : samples.entrySet()) {
                if (wanted.equals("all") || wanted.equals(sample.getKey())) {
                    var rows = new ArrayList<List<Path>>();
                    for (var theme : themes(sample.getKey())) {
                        var rendered = renderer.render(sample.getValue().withTheme(theme));
                        var name = sample.getKey() + "-" + theme.design().name().toLowerCase(Locale.ROOT) + (theme.compact() ? "-compact" : "");
                        Files.writeString(TO.resolve(name + ".html"), rendered.html());
                        Files.writeString(TO.resolve(sample.getKey() + ".txt"), rendered.text());
                        System.out.printf("%-28s %6d bytes of HTML, %6d of text%n", name, DigestRenderer.size(rendered.html()),
                                rendered.text().getBytes(StandardCharsets.UTF_8).length);
                        rows.add(pictures(open.browser(), name, rendered.html().replace(Slot.SINCE.mark(), "3 March 2026")));
                    }
                    contactSheet(open.browser(), sample.getKey(), rows);
                }
            }
            if (wanted.equals("all") || wanted.equals("confirm")) {
                var rows = new ArrayList<List<Path>>();
                for (var design : MailTheme.Design.values()) {
                    var name = "confirm-" + design.name().toLowerCase(Locale.ROOT);
                    rows.add(pictures(open.browser(), name, templates.render("confirm.html", SampleLetters.confirmation(design))));
                }
                contactSheet(open.browser(), "confirm", rows);
            }
        }
        assertThat(TO).isNotEmptyDirectory();
    }

    private static List<MailTheme> themes(String sample) {
        var themes = new ArrayList<MailTheme>();
        for (var design : MailTheme.Design.values()) {
            themes.add(MailTheme.of(design));
            if (sample.equals("rich")) {
                themes.add(new MailTheme(design, MailTheme.Fonts.AUTO, MailTheme.Density.COMPACT));
            }
        }
        return themes;
    }

    private static List<Path> pictures(Browser browser, String name, String html) {
        return VIEWS.stream().map(view -> {
            var file = TO.resolve(name + "-" + view.name() + ".png");
            try (var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(view.width, 800).setColorScheme(view.scheme))) {
                page.route("**/*", route -> answer(route, view.pictures));
                page.setContent(html);
                page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
            }
            return file;
        }).toList();
    }

    private static void answer(Route route, boolean pictures) {
        var name = route.request().url().replaceAll(".*/", "");
        if (!pictures) {
            route.abort();
        } else if (name.startsWith("logo")) {
            var svg = name.contains("dark") ? LOGO.formatted("#ebe6de", "#e7a3a5") : LOGO.formatted("#1d1b19", "#7a1f2b");
            route.fulfill(new Route.FulfillOptions().setContentType("image/svg+xml").setBody(svg));
        } else if (Files.exists(PICTURES.resolve(name))) {
            route.fulfill(new Route.FulfillOptions().setPath(PICTURES.resolve(name)));
        } else {
            route.abort();
        }
    }

    /** All views of a sample on one page, a design a row. */
    private static void contactSheet(Browser browser, String sample, List<List<Path>> rows) throws IOException {
        var html = new StringBuilder("<body style='margin:16px;background:#888;font:12px sans-serif'>");
        for (var row : rows) {
            html.append("<div style='display:flex;gap:12px;margin-bottom:24px;align-items:flex-start'>");
            for (var file : row) {
                html.append("<figure style='margin:0'><img style='display:block;zoom:0.45' src='data:image/png;base64,")
                        .append(java.util.Base64.getEncoder().encodeToString(Files.readAllBytes(file))).append("'>")
                        .append(file.getFileName().toString().replace(".png", "")).append("</figure>");
            }
            html.append("</div>");
        }
        try (var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1900, 800))) {
            page.setContent(html.toString());
            page.screenshot(new Page.ScreenshotOptions().setPath(TO.resolve("sheet-" + sample + ".png")).setFullPage(true));
        }
    }
}
