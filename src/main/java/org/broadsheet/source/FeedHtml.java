package org.broadsheet.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * HTML as feeds carry it: written by XML's rules, but read by HTML's, to which {@code <script/>} or {@code <iframe/>} have no end and take all text
 * behind them along.
 */
final class FeedHtml {

    /** Elements whose content is no text to HTML, so that what lacks its end would swallow the article. */
    private static final List<String> SWALLOWING = List.of("iframe", "script", "style", "object", "video", "audio", "textarea", "title", "noscript", "noframes", "noembed",
            "xmp", "canvas", "svg", "select", "button", "template");
    private static final Pattern CODE = Pattern.compile("(?is)<(script|style)\\b[^>]*>.*?</\\1\\s*>");

    private FeedHtml() {
    }

    /** With an end tag behind every tag that was meant to be empty. */
    static String mended(String html) {
        var mended = Optional.<StringBuilder>empty();
        var copied = 0;
        for (var at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            var name = swallowing(html, at);
            var end = name.isEmpty() ? -1 : html.indexOf('>', at);
            if (end > 0 && isMeantEmpty(html, name, end)) {
                var out = mended.orElseGet(() -> new StringBuilder(html.length() + 100));
                out.append(html, copied, end + 1).append("</").append(name).append('>');
                mended = Optional.of(out);
                copied = end + 1;
            }
        }
        var rest = copied;
        return mended.map(out -> out.append(html, rest, html.length()).toString()).orElse(html);
    }

    /** A headline holds words, no code. */
    static String withoutCode(String html) {
        return html.indexOf('<') < 0 ? html : CODE.matcher(html).replaceAll("");
    }

    /** A frame is another document's place, so that what stands in it is the article's. */
    private static boolean isMeantEmpty(String html, String name, int end) {
        var closing = "</" + name;
        if (html.charAt(end - 1) == '/') {
            return !html.regionMatches(true, end + 1, closing, 0, closing.length());
        }
        return name.equals("iframe") && !html.regionMatches(true, end + 1, closing, 0, closing.length())
                || name.equals("object") && html.indexOf("</object", end) < 0 && html.indexOf("</OBJECT", end) < 0;
    }

    /** The name of the element that begins here, if it is one of them; "" if not. */
    private static String swallowing(String html, int at) {
        if (at + 6 >= html.length() || "isovatnxcbISOVATNXCB".indexOf(html.charAt(at + 1)) < 0) {
            return "";
        }
        for (var name : SWALLOWING) {
            var behind = at + 1 + name.length();
            if (html.regionMatches(true, at + 1, name, 0, name.length()) && behind < html.length() && !Character.isLetterOrDigit(html.charAt(behind))) {
                return name;
            }
        }
        return "";
    }
}
