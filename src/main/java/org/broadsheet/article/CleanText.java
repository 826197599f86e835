package org.broadsheet.article;

import java.util.regex.Pattern;

import org.jsoup.parser.Parser;

/** Text from outside, fit to stand in a line: entities decoded, tags dropped, space folded; no controls, no bidi overrides, none of our marks. */
public final class CleanText {

    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z!][^<>]*>");
    /** C0 and C1 controls, bidi overrides and isolates, byte order mark, the private marks of slots, unpaired surrogates. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "[\\p{Cntrl}\\u0080-\\u009F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uE000\\uE001\\uFFFE\\uFFFF]|\\p{Cs}");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u2028\\u2029]+");

    private CleanText() {
    }

    /** One line of plain text from text that may hold HTML; "" of null. */
    public static String line(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        var decoded = Parser.unescapeEntities(TAG.matcher(text).replaceAll(" "), false);
        return fold(TAG.matcher(Parser.unescapeEntities(decoded, false)).replaceAll(" "));
    }

    /** One line, cut at a word, with an ellipsis, if it is longer. */
    public static String line(String text, int longest) {
        var line = line(text);
        if (line.length() <= longest) {
            return line;
        }
        var cut = line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, longest - 1)));
        var word = cut.lastIndexOf(' ');
        return (word > longest / 2 ? cut.substring(0, word) : cut) + "…";
    }

    static String fold(String text) {
        return FORBIDDEN.matcher(SPACE.matcher(text).replaceAll(" ")).replaceAll("").strip();
    }
}
