package org.broadsheet.mail.css;

import java.util.Locale;
import java.util.Set;

import org.jsoup.nodes.Element;

/**
 * A style element of the document.
 *
 * @param from  where its text begins in the document
 * @param to    where it ends
 * @param whole stays as it is and takes no part in the cascade
 */
record StyleElement(Element element, StyleSheet sheet, int from, int to, boolean whole, int base) {

    /** Keeps a sheet out of inlining. */
    static final String MARK = "data-embed";
    private static final Set<String> ALWAYS = Set.of("", "all", "screen");

    static boolean isCss(Element element) {
        var type = element.attr("type").strip().toLowerCase(Locale.ROOT);
        return element.normalName().equals("style") && (type.isEmpty() || type.equals("text/css")) && element.childNodeSize() == 1
                && element.childNode(0).sourceRange().isTracked();
    }

    static boolean staysWhole(Element element) {
        return element.hasAttr(MARK) || !ALWAYS.contains(element.attr("media").strip().toLowerCase(Locale.ROOT));
    }
}
