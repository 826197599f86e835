package org.broadsheet.article.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Changes of a tree that cost one pass, however many children an element has: taking them out one by one costs the square. */
final class Branches {

    private Branches() {
    }

    /** Puts these in the place of all children. */
    static void put(Element parent, List<? extends Node> children) {
        parent.empty();
        children.forEach(parent::appendChild);
    }

    /** Takes out every element of which this is true, with all that is in it; from the leaves up, so that what is asked of a branch is asked of the rest of it. */
    static void drop(Element root, Predicate<Element> doomed) {
        var kept = new ArrayList<Node>(root.childNodeSize());
        for (var child : root.childNodes()) {
            if (child instanceof Element element) {
                drop(element, doomed);
                if (doomed.test(element)) {
                    continue;
                }
            }
            kept.add(child);
        }
        if (kept.size() < root.childNodeSize()) {
            put(root, kept);
        }
    }

    /** Takes out whole branches, from the root down: what is inside of them is not asked. */
    static void cut(Element root, Predicate<Node> doomed) {
        var kept = new ArrayList<Node>(root.childNodeSize());
        for (var child : root.childNodes()) {
            if (!doomed.test(child)) {
                kept.add(child);
            }
        }
        if (kept.size() < root.childNodeSize()) {
            put(root, kept);
        }
        for (var child : kept) {
            if (child instanceof Element element) {
                cut(element, doomed);
            }
        }
    }
}
