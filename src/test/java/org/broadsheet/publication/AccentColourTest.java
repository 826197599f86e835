package org.broadsheet.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** An operator may choose any colour; readers can read it in light and in dark. */
class AccentColourTest {

    private static final Color BUTTON_TEXT = AccentColour.LIGHT_PAPER;

    @Test
    void anyColourBecomesReadableOnBothPapers() {
        var random = new Random(3);
        for (var i = 0; i < 2_000; i++) {
            var given = String.format("#%06x", random.nextInt(0x1000000));
            var accent = AccentColour.of(given);
            assertThat(AccentColour.contrast(Color.decode(accent.light()), AccentColour.LIGHT_PAPER)).as(given).isGreaterThanOrEqualTo(4.5);
            assertThat(AccentColour.contrast(Color.decode(accent.dark()), AccentColour.DARK_PAPER)).as(given).isGreaterThanOrEqualTo(7);
            assertThat(AccentColour.contrast(Color.decode(accent.fill()), BUTTON_TEXT)).as(given).isGreaterThanOrEqualTo(4.5);
            assertThat(AccentColour.contrast(Color.decode(accent.fill()), AccentColour.DARK_PAPER)).as(given).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void aColourThatIsReadableStaysAsItIs() {
        assertThat(AccentColour.of("#7a1f2b").light()).isEqualTo("#7a1f2b");
    }

    @Test
    void theHueIsKept() {
        for (var given : new String[] {"#ffd700", "#00b050", "#0070ff", "#7a1f2b", "#ff00aa"}) {
            var accent = AccentColour.of(given);
            assertThat(Math.abs(hue(accent.light()) - hue(given))).as(given).isLessThan(0.02f);
            assertThat(Math.abs(hue(accent.dark()) - hue(given))).as(given).isLessThan(0.02f);
        }
    }

    private static float hue(String colour) {
        var decoded = Color.decode(colour);
        return Color.RGBtoHSB(decoded.getRed(), decoded.getGreen(), decoded.getBlue(), null)[0];
    }
}
