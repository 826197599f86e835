package org.broadsheet.mail.lint;

import java.util.Locale;
import java.util.regex.Pattern;

/** Lengths as CSS writes them. */
final class Lengths {

    private static final Pattern LENGTH = Pattern.compile("([+-]?(?:\\d{1,9}(?:\\.\\d{0,6})?|\\.\\d{1,6}))([a-z%]*)");
    private static final double ROOT = 16;

    private Lengths() {
    }

    /** @return pixels; not a number if it is no length, or one that hangs on the window
     *  @param base what a percentage and an em are taken of */
    static double pixels(String value, double base) {
        var match = LENGTH.matcher(value.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            return Double.NaN;
        }
        var number = Double.parseDouble(match.group(1));
        return switch (match.group(2)) {
            case "px" -> number;
            case "" -> number == 0 ? 0 : Double.NaN;
            case "pt" -> number * 4 / 3;
            case "pc" -> number * 16;
            case "in" -> number * 96;
            case "cm" -> number * 96 / 2.54;
            case "mm" -> number * 96 / 25.4;
            case "em" -> number * base;
            case "rem" -> number * ROOT;
            case "%" -> number * base / 100;
            default -> Double.NaN;
        };
    }
}
