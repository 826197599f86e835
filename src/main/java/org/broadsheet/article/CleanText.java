package org.broadsheet.article;

import java.util.regex.Pattern;

import org.jsoup.parser.Parser;

/** Text from outside, fit to stand in a line: entities decoded, tags dropped, space folded; no controls, no bidi overrides, none of our marks. */
public final class CleanText {

    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z!][^<>]*>");
    /** These may stand in the middle of a word. */
    private static final Pattern INLINE = Pattern.compile("(?i)</?(a|abbr|b|bdi|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|u|wbr)(\\s[^<>]*)?>");
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
        var decoded = Parser.unescapeEntities(withoutTags(text), false);
        return fold(withoutTags(Parser.unescapeEntities(decoded, false)));
    }

    /** One line, cut at a word, with an ellipsis, if it is longer. */
    public static String line(String text, int longest) {
        var line = line(text);
        if (line.length() <= longest) {
            return line;
        }
        var end = longest - 1;
        var cut = line.substring(0, end > 0 && Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end);
        var word = cut.lastIndexOf(' ');
        return (word > longest / 2 ? cut.substring(0, word) : cut) + "…";
    }

    static String fold(String text) {
        return FORBIDDEN.matcher(SPACE.matcher(text).replaceAll(" ")).replaceAll("").replaceAll(" {2,}", " ").strip();
    }

    private static String withoutTags(String text) {
        return TAG.matcher(INLINE.matcher(text).replaceAll("")).replaceAll(" ");
    }
}
