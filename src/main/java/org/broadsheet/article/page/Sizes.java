package org.broadsheet.article.page;

import java.util.IdentityHashMap;
import java.util.Map;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** How much text each element of a tree holds, and how much of it are links: taken in one pass, so it is true until the tree changes. */
final class Sizes {

    private static final double LINK_WITHIN_PAGE = 0.3;

    /**
     * @param links length of the text of links; those within the page count for less
     * @param block whether there is a block somewhere in it
     */
    private record Size(TextSize text, double links, boolean block) {

        static final Size NONE = new Size(TextSize.NONE, 0, false);

        Size plus(Size next) {
            return new Size(text.plus(next.text), links + next.links, block || next.block);
        }
    }

    private final Map<Element, Size> sizes = new IdentityHashMap<>();

    private Sizes() {
    }

    static Sizes of(Element root) {
        var sizes = new Sizes();
        sizes.take(root);
        return sizes;
    }

    private Size take(Element element) {
        var all = Size.NONE;
        for (var child : element.childNodes()) {
            if (child instanceof Element inner) {
                var size = take(inner);
                all = all.plus(Tags.isBlock(inner) && !size.block ? new Size(size.text, size.links, true) : size);
            } else if (child instanceof TextNode text) {
                all = new Size(all.text.plus(TextSize.of(text.getWholeText())), all.links, all.block);
            }
        }
        if (element.nameIs("a")) {
            all = new Size(all.text, all.text.length() * linkWeight(element), all.block);
        }
        sizes.put(element, all);
        return all;
    }

    static double linkWeight(Element link) {
        var target = link.attr("href");
        return target.length() > 1 && target.charAt(0) == '#' ? LINK_WITHIN_PAGE : 1;
    }

    int elements() {
        return sizes.size();
    }

    private Size size(Element element) {
        return sizes.getOrDefault(element, Size.NONE);
    }

    /** In characters, runs of space as one. */
    int length(Element element) {
        return size(element).text.length();
    }

    int commas(Element element) {
        return size(element).text.commas();
    }

    /** The part of the text that is links, 0 to 1. */
    double linkDensity(Element element) {
        var length = length(element);
        return length == 0 ? 0 : size(element).links / length;
    }

    boolean hasBlockInside(Element element) {
        return size(element).block;
    }

    /** A new element around known ones. */
    void add(Element wrapper) {
        var all = Size.NONE;
        for (var child : wrapper.childNodes()) {
            all = all.plus(child instanceof Element inner ? size(inner) : child instanceof TextNode text ? new Size(TextSize.of(text.getWholeText()), 0, false) : Size.NONE);
        }
        sizes.put(wrapper, all);
    }
}
