package org.broadsheet.source;

import org.jsoup.nodes.Entities;

/** Character references of XML and HTML, with and without their semicolon where HTML allows it (HTML, section 13.5). */
final class CharacterReferences {

    /** Of all names, with ampersand and semicolon. */
    static final int LONGEST = 34;
    /** The numbers 128 to 159 mean what Windows has there (HTML, section 13.2.5.80). */
    private static final String WINDOWS = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
            + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private CharacterReferences() {
    }

    /**
     * Decodes the reference that begins at {@code at} with an ampersand.
     *
     * @return its length, 0 if it is none
     */
    static int decode(char[] window, int at, int end, InternalEntities declared, StringBuilder out) {
        if (at + 2 >= end) {
            return 0;
        }
        return window[at + 1] == '#' ? number(window, at, end, out) : name(window, at, end, declared, out);
    }

    private static int number(char[] window, int at, int end, StringBuilder out) {
        var hex = window[at + 2] == 'x' || window[at + 2] == 'X';
        var place = at + (hex ? 3 : 2);
        var from = place;
        var value = 0L;
        for (; place < end && place - from < 20; place++) {
            var digit = Character.digit(window[place], hex ? 16 : 10);
            if (digit < 0) {
                break;
            }
            value = Math.min(value * (hex ? 16 : 10) + digit, 0x110000);
        }
        if (place == from) {
            return 0;
        }
        append((int) value, out);
        return place - at + (place < end && window[place] == ';' ? 1 : 0);
    }

    /** Without what no text may hold: controls go, the numbers 128 to 159 stand for what Windows has there, half a character is a replacement. */
    static String mended(StringBuilder text) {
        var odd = 0;
        while (odd < text.length() && isUsual(text.charAt(odd))) {
            odd++;
        }
        if (odd == text.length()) {
            return text.toString();
        }
        var mended = new StringBuilder(text.length()).append(text, 0, odd);
        for (var place = odd; place < text.length();) {
            var point = Character.codePointAt(text, place);
            if (point != 0) {
                append(point, mended);
            }
            place += Character.charCount(point);
        }
        return mended.toString();
    }

    /** As {@link #mended(StringBuilder)} has it. */
    static String mended(String text) {
        return text.chars().allMatch(c -> isUsual((char) c)) ? text : mended(new StringBuilder(text));
    }

    /** Whether text may hold it, and it means what it is. */
    static boolean isUsual(char c) {
        return c >= ' ' && c < 127 || c >= 160 && c < 0xD800 || c == '\n' || c == '\t' || c == '\r' || c >= 0xE000 && c < 0xFFFE && c != 0xFEFF;
    }

    private static void append(int value, StringBuilder out) {
        if (value >= 128 && value < 160) {
            out.append(WINDOWS.charAt(value - 128));
        } else if (value == 0 || value > 0x10FFFF || value >= 0xD800 && value < 0xE000) {
            out.append('\uFFFD');
        } else if (value >= 0x10000 || isUsual((char) value)) {
            out.appendCodePoint(value);
        }
    }

    private static int name(char[] window, int at, int end, InternalEntities declared, StringBuilder out) {
        var place = at + 1;
        while (place < end && place - at < LONGEST - 1 && isAlphanumeric(window[place])) {
            place++;
        }
        if (place == at + 1 || place >= end || window[place] != ';') {
            return 0;
        }
        var name = new String(window, at + 1, place - at - 1);
        var character = switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> declared.value(name).orElseGet(() -> Entities.getByName(name));
        };
        if (character.isEmpty()) {
            return 0;
        }
        out.append(character);
        return place - at + 1;
    }

    private static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
