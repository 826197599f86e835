package org.broadsheet.source;

import java.util.Optional;

import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * What a selector fits: an element, or a text that an expression made of one.
 *
 * @param text of an attribute, of a function; "" for an element
 */
record Picked(Optional<Element> element, String text) {

    /** @param found a node, an attribute, or a value of XPath */
    static Picked of(Object found) {
        return switch (found) {
            case Element element -> new Picked(Optional.of(element), "");
            case TextNode text -> new Picked(Optional.empty(), text.getWholeText());
            case DataNode code -> new Picked(Optional.empty(), code.getWholeData());
            case XPathTree.Attributed attribute -> new Picked(Optional.empty(), attribute.value());
            default -> new Picked(Optional.empty(), found.toString());
        };
    }

    /** As it is seen, in one line. */
    String words() {
        return element.map(PageCard::text).orElseGet(() -> text.strip());
    }

    /** As it is written; of a script its code. */
    String raw() {
        return element.map(XPathTree::text).orElse(text);
    }

    /** As HTML; a text may be that already, as in CDATA sections and attributes. */
    String html() {
        return element.filter(found -> !found.children().isEmpty()).map(Element::html).orElseGet(() -> ObjectValues.paragraphs(raw().strip()));
    }

    boolean isEmpty() {
        return element.isEmpty() && text.isBlank();
    }
}
