package org.broadsheet.mail.lint;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a media query holds on a wide screen. */
final class Media {

    /** How a mail is shown. */
    enum Mode {
        LIGHT, DARK
    }

    private static final int WIDTH = 1024;
    private static final Pattern FEATURE = Pattern.compile("\\(([a-z-]+)(?::([^)]*))?\\)");

    private Media() {
    }

    /** A query that asks for nothing but a screen. */
    static boolean isPlain(String condition) {
        return condition.matches("(?i)@media\\s*(only\\s+)?(all|screen)?\\s*");
    }

    /** Of the queries, divided by commas, one holds. */
    static boolean holds(String condition, Mode mode) {
        if (!condition.startsWith("@media")) {
            return false;
        }
        return Arrays.stream(condition.substring("@media".length()).toLowerCase(Locale.ROOT).split(",")).anyMatch(query -> one(query.strip(), mode));
    }

    private static boolean one(String query, Mode mode) {
        if (query.startsWith("not") || query.contains("print")) {
            return false;
        }
        return FEATURE.matcher(query.replace(" ", "")).results().allMatch(feature -> feature(feature.group(1), feature.group(2) == null ? "" : feature.group(2), mode));
    }

    private static boolean feature(String name, String value, Mode mode) {
        return switch (name) {
            case "prefers-color-scheme" -> value.equals(mode.name().toLowerCase(Locale.ROOT));
            case "min-width", "min-device-width" -> Lengths.pixels(value, 16) <= WIDTH;
            case "max-width", "max-device-width" -> Lengths.pixels(value, 16) >= WIDTH;
            default -> false;
        };
    }
}
