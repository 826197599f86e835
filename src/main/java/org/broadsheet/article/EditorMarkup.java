package org.broadsheet.article;

import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** What word processors and page editors leave behind: styles that mean something become elements, everything else is unwrapped. */
final class EditorMarkup {

    private static final Pattern NORMAL_WEIGHT = Pattern.compile("(?i)font-weight\\s*:\\s*(normal|[1-4]00)");
    private static final Pattern BOLD = Pattern.compile("(?i)font-weight\\s*:\\s*(bold|[6-9]00)");
    private static final Pattern ITALIC = Pattern.compile("(?i)font-style\\s*:\\s*italic");
    private static final Pattern RAISED = Pattern.compile("(?i)vertical-align\\s*:\\s*super");
    private static final Pattern LOWERED = Pattern.compile("(?i)vertical-align\\s*:\\s*sub(;|\\s|$)");
    private static final Pattern MONOSPACED = Pattern.compile("(?i)font-family\\s*:[^;]*(consolas|courier|monospace)");
    /** Blocks outside the list: unwrapping them would join the words at their ends. */
    private static final Set<String> BLOCKS = Set.of("section", "article", "main", "header", "footer", "aside", "center", "address", "details", "summary", "hgroup", "search",
            "fieldset", "legend", "dir", "body", "html", "label", "optgroup", "option");
    private static final Pattern BULLET = Pattern.compile("^[\\s\\u00A0]*(?:[\\u00B7\\u2022\\u25AA\\u25CF\\u25E6\\u2023\\uF0B7\\u00A7o\\u2013-]|(\\d{1,3}|[a-z])[.)])[\\s\\u00A0]+");

    private EditorMarkup() {
    }

    static void tidy(Element body) {
        for (var element : body.select("*")) {
            if (element == body || element.parent() == null) {
                continue;
            }
            if (BLOCKS.contains(element.normalName())) {
                element.tagName("div");
            } else {
                meant(element);
            }
        }
        body.select("span,font,ins").forEach(EditorMarkup::unwrapBare);
        body.select("p[class^=MsoList],p[style*=mso-list]").forEach(EditorMarkup::listed);
        body.select("pre").forEach(EditorMarkup::flushed);
    }

    private static void meant(Element element) {
        switch (element.normalName()) {
            case "strike" -> element.tagName("s");
            case "tt" -> element.tagName("code");
            case "acronym" -> element.tagName("abbr");
            case "big", "nobr", "blink", "marquee" -> element.unwrap();
            case "b", "strong" -> {
                if (NORMAL_WEIGHT.matcher(element.attr("style")).find()) {
                    element.unwrap();
                }
            }
            case "span" -> styled(element);
            default -> {
                if (element.normalName().indexOf(':') > 0) {
                    element.unwrap();
                }
            }
        }
    }

    private static void styled(Element span) {
        var style = span.attr("style");
        if (style.isEmpty()) {
            return;
        }
        var bold = BOLD.matcher(style).find() && span.closest("h1,h2,h3,h4,h5,h6,th,strong,b") == null;
        var italic = ITALIC.matcher(style).find() && span.closest("em,i,cite") == null;
        if (bold && italic) {
            span.tagName("strong");
            var inner = new Element("em");
            span.childNodesCopy().forEach(inner::appendChild);
            span.empty().appendChild(inner);
        } else if (bold || italic) {
            span.tagName(bold ? "strong" : "em");
        } else if (RAISED.matcher(style).find()) {
            span.tagName("sup");
        } else if (LOWERED.matcher(style).find()) {
            span.tagName("sub");
        } else if (MONOSPACED.matcher(style).find() && span.closest("pre,code") == null) {
            span.tagName("code");
        }
        span.removeAttr("style");
    }

    private static void unwrapBare(Element element) {
        if (element.parent() != null && !element.hasAttr("lang") && !element.hasAttr("dir")) {
            element.unwrap();
        }
    }

    /** Word writes lists as paragraphs that begin with a bullet. */
    private static void listed(Element paragraph) {
        var bullet = BULLET.matcher(paragraph.wholeText());
        if (paragraph.parent() == null || !bullet.find()) {
            return;
        }
        var kind = bullet.group(1) == null ? "ul" : "ol";
        var before = paragraph.previousElementSibling();
        var list = before != null && before.normalName().equals(kind) && before.hasAttr("data-listed") ? before : new Element(kind).attr("data-listed", "");
        if (list != before) {
            paragraph.before(list);
        }
        skip(paragraph, bullet.end());
        list.appendChild(paragraph);
        paragraph.tagName("li");
    }

    private static void skip(Element element, int characters) {
        var left = characters;
        for (var text : element.select("*").stream().flatMap(part -> part.textNodes().stream()).toList()) {
            var length = Math.min(left, text.getWholeText().length());
            text.text(text.getWholeText().substring(length));
            left -= length;
            if (left == 0) {
                return;
            }
        }
    }

    /** A line break right after {@code <pre>} is not part of it (HTML, section 13.2.6.4.7), so that one more would go each time it is written. */
    private static void flushed(Element pre) {
        if (pre.childNodeSize() > 0 && pre.childNode(0) instanceof TextNode text && text.getWholeText().startsWith("\n")) {
            text.text(text.getWholeText().replaceFirst("^\\n+", ""));
        }
    }
}
