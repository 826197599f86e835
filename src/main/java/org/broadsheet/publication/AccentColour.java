package org.broadsheet.publication;

import java.awt.Color;

/**
 * A publication's accent in its two shades: its hue is kept, darkened to be read on light paper and lightened to be read on dark (D8).
 *
 * @param light {@code #rrggbb} with a contrast of at least 4.5 on light paper
 * @param dark  with a contrast of at least 7 on dark paper
 * @param fill  of a button on dark paper that carries light text
 */
public record AccentColour(String light, String dark, String fill) {

    static final Color LIGHT_PAPER = new Color(0xfdfbf7);
    static final Color DARK_PAPER = new Color(0x171513);
    private static final double READABLE = 4.5;
    private static final double READABLE_IN_THE_DARK = 7;
    private static final float STEP = 0.02f;

    /** @param given {@code #rrggbb} */
    public static AccentColour of(String given) {
        var colour = Color.decode(given);
        return new AccentColour(text(darkened(colour, LIGHT_PAPER, READABLE)), text(lightened(colour)), text(darkened(lightened(colour), LIGHT_PAPER, READABLE)));
    }

    /** Contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
    public static double contrast(Color one, Color other) {
        var lighter = Math.max(luminance(one), luminance(other));
        var darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static Color darkened(Color colour, Color paper, double wanted) {
        var hsl = hsl(colour);
        while (contrast(rgb(hsl), paper) < wanted && hsl[2] > 0) {
            hsl[2] = Math.max(0, hsl[2] - STEP);
        }
        return contrast(colour, paper) >= wanted ? colour : rgb(hsl);
    }

    private static Color lightened(Color colour) {
        var hsl = hsl(colour);
        hsl[1] = Math.min(hsl[1], 0.6f); // full saturation glows on black
        while (contrast(rgb(hsl), DARK_PAPER) < READABLE_IN_THE_DARK && hsl[2] < 1) {
            hsl[2] = Math.min(1, hsl[2] + STEP);
        }
        return rgb(hsl);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static float[] hsl(Color colour) {
        var red = colour.getRed() / 255f;
        var green = colour.getGreen() / 255f;
        var blue = colour.getBlue() / 255f;
        var most = Math.max(red, Math.max(green, blue));
        var least = Math.min(red, Math.min(green, blue));
        var lightness = (most + least) / 2;
        var spread = most - least;
        var saturation = spread == 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
        var hue = spread == 0 ? 0 : most == red ? ((green - blue) / spread + 6) % 6 : most == green ? (blue - red) / spread + 2 : (red - green) / spread + 4;
        return new float[] {hue, saturation, lightness};
    }

    private static Color rgb(float[] hsl) {
        var chroma = (1 - Math.abs(2 * hsl[2] - 1)) * hsl[1];
        var second = chroma * (1 - Math.abs(hsl[0] % 2 - 1));
        var base = hsl[2] - chroma / 2;
        var sector = (int) hsl[0] % 6;
        var red = sector == 0 || sector == 5 ? chroma : sector == 1 || sector == 4 ? second : 0;
        var green = sector == 1 || sector == 2 ? chroma : sector == 0 || sector == 3 ? second : 0;
        var blue = sector == 3 || sector == 4 ? chroma : sector == 2 || sector == 5 ? second : 0;
        return new Color(channel(red + base), channel(green + base), channel(blue + base));
    }

    private static int channel(float value) {
        return Math.clamp(Math.round(value * 255), 0, 255);
    }

    private static String text(Color colour) {
        return String.format("#%06x", colour.getRGB() & 0xffffff);
    }
}
