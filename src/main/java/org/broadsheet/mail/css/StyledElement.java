package org.broadsheet.mail.css;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** An element with its neighbours at hand, so that a selector asks for them in constant time. */
final class StyledElement {

    private static final String[] NONE = {};

    final Element element;
    final StyledElement parent;
    final int index;
    final String tag;
    final String id;
    final String[] classes;
    /** Its id and classes as "#id" and ".class" in lower case, each once. */
    final List<String> keys;
    private StyledElement[] children = {};

    private StyledElement(Element element, StyledElement parent, int index) {
        this.element = element;
        this.parent = parent;
        this.index = index;
        tag = element.normalName();
        id = element.hasAttr("id") ? element.attr("id") : "";
        classes = element.hasAttr("class") ? split(element.attr("class")) : NONE;
        keys = keys();
    }

    private List<String> keys() {
        if (classes.length == 0) {
            return id.isEmpty() ? List.of() : List.of("#" + id.toLowerCase(Locale.ROOT));
        }
        var all = new LinkedHashSet<String>();
        for (var name : classes) {
            all.add("." + name.toLowerCase(Locale.ROOT));
        }
        if (!id.isEmpty()) {
            all.add("#" + id.toLowerCase(Locale.ROOT));
        }
        return List.copyOf(all);
    }

    /** All elements in the order of the document; a parent is always before its children. */
    static List<StyledElement> of(Document document) {
        var all = new ArrayList<StyledElement>(document.childrenSize());
        for (var child : document.children()) {
            all.add(new StyledElement(child, null, 0));
        }
        for (var next = 0; next < all.size(); next++) {
            all.get(next).adopt(all);
        }
        return all;
    }

    private void adopt(List<StyledElement> all) {
        var count = element.childrenSize();
        if (count > 0) {
            children = new StyledElement[count];
            var place = 0;
            for (var node = element.firstChild(); node != null && place < count; node = node.nextSibling()) {
                if (node instanceof Element child) {
                    children[place] = new StyledElement(child, this, place);
                    all.add(children[place++]);
                }
            }
        }
    }

    /** Nearest sibling of elements before it, or null. */
    StyledElement previous() {
        return parent == null || index == 0 ? null : parent.children[index - 1];
    }

    StyledElement sibling(int distance) {
        var place = index + distance;
        return parent == null || place < 0 || place >= parent.children.length ? null : parent.children[place];
    }

    List<StyledElement> children() {
        return List.of(children);
    }

    int siblings() {
        return parent == null ? 1 : parent.children.length;
    }

    /** No element and no text in it; comments do not count (Selectors Level 3, section 6.6.5.8). */
    boolean isEmpty() {
        for (Node node : element.childNodes()) {
            if (node instanceof Element || node instanceof TextNode text && !text.getWholeText().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static String[] split(String classes) {
        return classes.isBlank() ? NONE : classes.strip().split("[ \\t\\n\\r\\f]+");
    }
}
