package org.broadsheet.article;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.parser.Parser;

/** Text from outside, fit to stand in a line: entities decoded, tags dropped, space folded; no controls, no bidi overrides, none of our marks. */
public final class CleanText {

    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z!][^<>]*>");
    /** These may stand in the middle of a word. */
    private static final Pattern INLINE = Pattern.compile("(?i)</?(a|abbr|b|bdi|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|u|wbr)(\\s[^<>]*)?>");

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");
    /** What HTML is written with, whether it was closed or cut off. */
    private static final Set<String> MARK_UP = Set.of("a", "abbr", "address", "article", "aside", "audio", "b", "bdi", "bdo", "big", "blockquote", "body", "br", "caption",
            "center", "cite", "code", "col", "colgroup", "dd", "del", "dfn", "div", "dl", "dt", "em", "embed", "figcaption", "figure", "font", "footer", "form", "frame", "h1", "h2",
            "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "ins", "kbd", "li", "link", "main", "mark", "math", "meta", "nav", "nobr", "noscript",
            "object", "ol", "p", "param", "pre", "q", "rp", "rt", "ruby", "s", "samp", "script", "section", "small", "source", "span", "strike", "strong", "style", "sub", "sup",
            "svg", "table", "tbody", "td", "tfoot", "th", "thead", "time", "title", "tr", "tt", "u", "ul", "var", "video", "wbr");

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

    /** In one pass and without regular expressions: every text that is stored or compared comes through here, most several times. */
    static String fold(String text) {
        var folded = new StringBuilder(text.length());
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (isSpace(c)) {
                if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                    folded.append(' ');
                }
            } else if (Character.isHighSurrogate(c) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))) {
                folded.append(c).append(text.charAt(++at));
            } else if (!isForbidden(c)) {
                folded.append(c);
            }
        }
        return folded.toString().strip();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r' || c == '\u00A0' || c == '\u2028' || c == '\u2029';
    }

    /** C0 and C1 controls, bidi overrides and isolates, byte order mark, the private marks of slots, unpaired surrogates. */
    private static boolean isForbidden(char c) {
        return c < ' ' || c >= 0x7f && c <= 0x9f || c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069' || c == '\uFEFF' || c == '\uE000' || c == '\uE001'
                || c >= '\uFFFE' || Character.isSurrogate(c);
    }

    private static String withoutTags(String text) {
        if (text.indexOf('<') < 0) {
            return text;
        }
        return TAG.matcher(INLINE.matcher(text).replaceAll("")).replaceAll(tag -> isWord(tag.group(), text) ? Matcher.quoteReplacement(tag.group()) : " ");
    }

    /** A name alone in its brackets that nothing closes is spoken of, as in “The {@code <dialog>} element” or “Why {@code List<String>} is not enough”. */
    private static boolean isWord(String tag, String text) {
        var name = tag.substring(1, tag.length() - 1);
        return NAME.matcher(name).matches() && !MARK_UP.contains(name.toLowerCase(Locale.ROOT)) && !text.contains("</" + name);
    }
}
