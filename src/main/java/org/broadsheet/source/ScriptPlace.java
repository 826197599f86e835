package org.broadsheet.source;

import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What on a page holds JSON, as an operator says it: by CSS, or by XPath, which begins as no CSS does. */
final class ScriptPlace {

    private static final int MOST = 20;

    private final String written;

    private ScriptPlace(String written) {
        this.written = written;
    }

    /** @throws IllegalArgumentException in words that follow the name of a field */
    static ScriptPlace of(String written) {
        var place = new ScriptPlace(written);
        if (place.isXPath()) {
            XPathQuery.of(written);
        } else {
            CssSelector.of(written);
        }
        return place;
    }

    private boolean isXPath() {
        return written.startsWith("/") || written.startsWith("(") || written.startsWith("./") || written.startsWith("../");
    }

    /** The texts there: the script's, an attribute's, an element's. */
    List<String> texts(Document page) {
        if (isXPath()) {
            return XPathQuery.of(written).on(page, new XPathTree()).stream().limit(MOST).map(Picked::of).map(Picked::raw).toList();
        }
        return page.select(CssSelector.of(written)).stream().limit(MOST).map(ScriptPlace::text).toList();
    }

    private static String text(Element element) {
        return Picked.of(element).raw();
    }
}
