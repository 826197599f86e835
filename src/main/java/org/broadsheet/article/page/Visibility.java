package org.broadsheet.article.page;

import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/** Whether readers see an element, as far as its own attributes tell. */
final class Visibility {

    private static final Pattern HIDING = Pattern.compile("(?i)(^|;)\\s*(display\\s*:\\s*none|visibility\\s*:\\s*hidden)");

    private Visibility() {
    }

    static boolean isVisible(Element element) {
        if (element.attributesSize() == 0) {
            return true;
        }
        return !HIDING.matcher(element.attr("style")).find() && !element.hasAttr("hidden")
                && (!element.attr("aria-hidden").equals("true") || element.className().contains("fallback-image"));
    }

    /** A window laid over the page. */
    static boolean isDialog(Element element) {
        return element.attr("aria-modal").equals("true") && element.attr("role").equals("dialog");
    }
}
