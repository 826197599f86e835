package org.broadsheet.mail.lint;

import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** What a reader sees of a page. */
final class Visible {

    private static final java.util.Set<String> NEVER = java.util.Set.of("head", "style", "script", "title", "template", "noscript", "meta", "link");

    private Visible() {
    }

    /** By this element's own style, not that of those around it. */
    static boolean hides(Markup page, Element element, Media.Mode mode) {
        if (NEVER.contains(element.normalName()) || element.hasAttr("hidden")) {
            return true;
        }
        var cascade = page.cascade();
        return is(cascade, element, "display", mode, "none") || is(cascade, element, "visibility", mode, "hidden") || is(cascade, element, "mso-hide", mode, "all")
                || zero(cascade, element, "opacity", mode) || zero(cascade, element, "font-size", mode) && zero(cascade, element, "line-height", mode)
                || zero(cascade, element, "max-height", mode) && is(cascade, element, "overflow", mode, "hidden");
    }

    static boolean isHidden(Markup page, Element element, Media.Mode mode) {
        return page.hidden(mode).getOrDefault(element, false);
    }

    /** For every element in one walk. */
    static Map<Element, Boolean> hidden(Markup page, Media.Mode mode) {
        Map<Element, Boolean> hidden = new IdentityHashMap<>();
        page.elements().forEach(element -> hidden.put(element, hidden.getOrDefault(element.parent(), false) || hides(page, element, mode)));
        return hidden;
    }

    /** Text that stands in an element itself, not in its children. */
    static String ownText(Element element) {
        var text = new StringBuilder();
        element.childNodes().forEach(node -> {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
            }
        });
        return text.toString();
    }

    private static boolean is(Cascade cascade, Element element, String property, Media.Mode mode, String value) {
        return cascade.own(element, property, mode).filter(own -> own.toLowerCase(Locale.ROOT).equals(value)).isPresent();
    }

    private static boolean zero(Cascade cascade, Element element, String property, Media.Mode mode) {
        return cascade.own(element, property, mode).filter(own -> own.matches("\\+?0*\\.?0*(px|em|pt|%)?") && own.contains("0")).isPresent();
    }
}
