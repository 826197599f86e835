package org.broadsheet.mail.lint;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour of CSS.
 *
 * @param alpha 0 (not to be seen) to 1
 */
record Colour(double red, double green, double blue, double alpha) {

    static final Colour WHITE = new Colour(255, 255, 255, 1);
    static final Colour BLACK = new Colour(0, 0, 0, 1);
    private static final Pattern NUMBERS = Pattern.compile("(rgba?|hsla?)\\(([^()]{1,80})\\)");
    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("black", "000000"), Map.entry("white", "ffffff"), Map.entry("red", "ff0000"),
            Map.entry("green", "008000"), Map.entry("lime", "00ff00"), Map.entry("blue", "0000ff"), Map.entry("navy", "000080"), Map.entry("gray", "808080"),
            Map.entry("grey", "808080"), Map.entry("silver", "c0c0c0"), Map.entry("maroon", "800000"), Map.entry("purple", "800080"), Map.entry("fuchsia", "ff00ff"),
            Map.entry("magenta", "ff00ff"), Map.entry("yellow", "ffff00"), Map.entry("olive", "808000"), Map.entry("teal", "008080"), Map.entry("aqua", "00ffff"),
            Map.entry("cyan", "00ffff"), Map.entry("orange", "ffa500"), Map.entry("darkgray", "a9a9a9"), Map.entry("darkgrey", "a9a9a9"), Map.entry("lightgray", "d3d3d3"),
            Map.entry("lightgrey", "d3d3d3"), Map.entry("dimgray", "696969"), Map.entry("whitesmoke", "f5f5f5"), Map.entry("gainsboro", "dcdcdc"), Map.entry("darkblue", "00008b"),
            Map.entry("darkred", "8b0000"), Map.entry("darkgreen", "006400"), Map.entry("pink", "ffc0cb"), Map.entry("gold", "ffd700"), Map.entry("brown", "a52a2a"),
            Map.entry("beige", "f5f5dc"), Map.entry("ivory", "fffff0"), Map.entry("crimson", "dc143c"), Map.entry("tomato", "ff6347"), Map.entry("steelblue", "4682b4"));

    /** @return empty for what is no colour, or one that depends on others ({@code inherit}, {@code currentColor}) */
    static Optional<Colour> parse(String text) {
        var value = text.strip().toLowerCase(Locale.ROOT);
        if (value.equals("transparent")) {
            return Optional.of(new Colour(0, 0, 0, 0));
        }
        if (value.startsWith("#")) {
            return hex(value.substring(1));
        }
        if (NAMES.containsKey(value)) {
            return hex(NAMES.get(value));
        }
        var numbers = NUMBERS.matcher(value);
        return numbers.matches() ? function(numbers.group(1), numbers.group(2).split("[\\s,/]+")) : Optional.empty();
    }

    /** Of a {@code background} shorthand, the colour among its words. */
    static Optional<Colour> within(String background) {
        for (var word : background.replaceAll("url\\([^)]*\\)", " ").split("\\s+(?![^(]*\\))")) {
            var colour = parse(word);
            if (colour.isPresent()) {
                return colour;
            }
        }
        return Optional.empty();
    }

    /** As the attribute {@code bgcolor} is read: with or without a hash. */
    static Optional<Colour> ofAttribute(String text) {
        return text.matches("[0-9a-fA-F]{6}") ? hex(text) : parse(text);
    }

    private static Optional<Colour> hex(String digits) {
        if (!digits.matches("[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8}")) {
            return Optional.empty();
        }
        var full = digits.length() > 4 ? digits : digits.replaceAll("(.)", "$1$1");
        return Optional.of(new Colour(pair(full, 0), pair(full, 2), pair(full, 4), full.length() == 8 ? pair(full, 6) / 255.0 : 1));
    }

    private static int pair(String digits, int at) {
        return Integer.parseInt(digits.substring(at, at + 2), 16);
    }

    private static Optional<Colour> function(String name, String[] parts) {
        if (parts.length < 3 || parts.length > 4) {
            return Optional.empty();
        }
        var numbers = new double[4];
        numbers[3] = 1;
        for (var i = 0; i < parts.length; i++) {
            var percent = parts[i].endsWith("%");
            try {
                numbers[i] = Double.parseDouble(parts[i].replaceAll("%|deg", ""));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
            if (percent && (i == 3 || name.startsWith("hsl"))) {
                numbers[i] /= 100;
            } else if (percent) {
                numbers[i] *= 2.55;
            }
        }
        return Optional.of(name.startsWith("rgb") ? new Colour(channel(numbers[0]), channel(numbers[1]), channel(numbers[2]), Math.clamp(numbers[3], 0, 1)) : hsl(numbers));
    }

    private static double channel(double value) {
        return Math.clamp(value, 0, 255);
    }

    private static Colour hsl(double[] hsla) {
        var saturation = Math.clamp(hsla[1], 0, 1);
        var lightness = Math.clamp(hsla[2], 0, 1);
        return new Colour(hue(0, hsla[0], saturation, lightness), hue(8, hsla[0], saturation, lightness), hue(4, hsla[0], saturation, lightness), Math.clamp(hsla[3], 0, 1));
    }

    private static double hue(int shift, double degrees, double saturation, double lightness) {
        var k = (shift + ((degrees % 360) + 360) % 360 / 30) % 12;
        return 255 * (lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1)));
    }

    /** This laid over another. */
    Colour over(Colour below) {
        return new Colour(red * alpha + below.red * (1 - alpha), green * alpha + below.green * (1 - alpha), blue * alpha + below.blue * (1 - alpha),
                alpha + below.alpha * (1 - alpha));
    }

    /** As clients that make their own darkness turn it: the lightness (L* of CIE 1976) upside down, the hue kept. */
    Colour inverted() {
        var luminance = luminance();
        var lightness = luminance > 216.0 / 24389 ? 116 * Math.cbrt(luminance) - 16 : luminance * 24389 / 27;
        var wanted = 100 - lightness;
        var target = wanted > 8 ? Math.pow((wanted + 16) / 116, 3) : wanted * 27 / 24389;
        return luminance >= target ? scaled(target / Math.max(luminance, 1e-9)) : lightened((target - luminance) / Math.max(1 - luminance, 1e-9));
    }

    private Colour scaled(double factor) {
        return new Colour(gamma(linear(red) * factor), gamma(linear(green) * factor), gamma(linear(blue) * factor), alpha);
    }

    private Colour lightened(double share) {
        return new Colour(gamma(linear(red) + (1 - linear(red)) * share), gamma(linear(green) + (1 - linear(green)) * share), gamma(linear(blue) + (1 - linear(blue)) * share), alpha);
    }

    /** Contrast ratio, 1 to 21 (WCAG 2.2). */
    double contrast(Colour other) {
        var one = luminance();
        var two = other.luminance();
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(double channel) {
        var value = channel / 255;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static double gamma(double linear) {
        return 255 * (linear <= 0.0031308 ? linear * 12.92 : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055);
    }

    /** So that {@link #parse} gives it back. */
    String toCss() {
        return String.format(Locale.ROOT, "rgba(%.2f,%.2f,%.2f,%.4f)", red, green, blue, alpha);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", Math.round(red), Math.round(green), Math.round(blue));
    }
}
