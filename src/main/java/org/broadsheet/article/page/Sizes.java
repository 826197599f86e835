package org.broadsheet.article.page;

import java.util.IdentityHashMap;
import java.util.Map;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** How much text each element of a tree holds, and how much of it are links: taken in one pass, so it is true until the tree changes. */
final class Sizes {

    private static final double LINK_WITHIN_PAGE = 0.3;
    private static final int FEW = 200;

    /**
     * @param links length of the text of links; those within the page count for less
     * @param block whether there is a block somewhere in it
     * @param inner elements in it
     */
    private record Size(TextSize text, double links, boolean block, int inner) {

        static final Size NONE = new Size(TextSize.NONE, 0, false, 0);

        Size plus(Size next) {
            return new Size(text.plus(next.text), links + next.links, block || next.block, inner + next.inner);
        }

        Size plus(Element child, Size own) {
            return plus(new Size(own.text, own.links, own.block || Tags.isBlock(child), own.inner + 1));
        }

        Size plus(TextNode words) {
            return new Size(text.plus(TextSize.of(words.getWholeText())), links, block, inner);
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
                all = all.plus(inner, take(inner));
            } else if (child instanceof TextNode text) {
                all = all.plus(text);
            }
        }
        if (element.nameIs("a")) {
            all = new Size(all.text, all.text.length() * linkWeight(element), all.block, all.inner);
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

    /** Whether it is so little, in text and in elements, that looking at all of it costs nothing. */
    boolean isSmall(Element element, int longest) {
        return length(element) <= longest && size(element).inner <= FEW;
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
            if (child instanceof Element inner) {
                all = all.plus(inner, size(inner));
            } else if (child instanceof TextNode text) {
                all = all.plus(text);
            }
        }
        sizes.put(wrapper, all);
    }
}
