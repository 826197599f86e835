package org.broadsheet.article.page;

import java.util.Set;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Kinds of elements by what they mean for a text (HTML, section 3.2.5.2). */
final class Tags {

    static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> BLOCKS = Set.of("blockquote", "dl", "div", "img", "ol", "p", "pre", "table", "ul");
    private static final Set<String> PHRASING = Set.of("abbr", "audio", "b", "bdi", "bdo", "br", "button", "cite", "code", "data", "datalist", "dfn", "em", "embed", "i", "img",
            "input", "kbd", "label", "mark", "math", "meter", "noscript", "object", "output", "progress", "q", "ruby", "s", "samp", "script", "select", "small", "span", "strong",
            "sub", "sup", "textarea", "time", "u", "var", "wbr");
    private static final Set<String> PHRASING_BY_CONTENT = Set.of("a", "del", "ins");

    private Tags() {
    }

    /** What a paragraph cannot hold, and pictures, which readers take for a block. */
    static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName());
    }

    /** What can stand in a paragraph. */
    static boolean isPhrasing(Node node) {
        if (!(node instanceof Element element)) {
            return node instanceof TextNode;
        }
        return PHRASING.contains(element.normalName())
                || PHRASING_BY_CONTENT.contains(element.normalName()) && element.childNodes().stream().allMatch(Tags::isPhrasing);
    }

    /** A space or a line break. */
    static boolean isSpace(Node node) {
        return isBlankText(node) || node.nameIs("br");
    }

    /** Hard spaces are space, too. */
    static boolean isBlankText(Node node) {
        return node instanceof TextNode text && TextSize.of(text.getWholeText()).length() == 0;
    }

    /** Whether the only thing in it, apart from space, is one element of this name. */
    static boolean holdsOnly(Element element, String name) {
        Element only = null;
        for (var child : element.childNodes()) {
            if (child instanceof Element inner) {
                if (only != null || !inner.nameIs(name)) {
                    return false;
                }
                only = inner;
            } else if (!isBlankText(child)) {
                return false;
            }
        }
        return only != null;
    }

    /** Whether there is nothing in it but line breaks and rules. */
    static boolean holdsNothing(Element element) {
        return element.childNodes().stream().allMatch(child -> isSpace(child) || child.nameIs("hr"));
    }
}
