package org.broadsheet.article.page;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Paragraphs of pages that part them by two line breaks instead of saying so. */
final class LineBreaks {

    private LineBreaks() {
    }

    /** Puts what follows two or more line breaks, up to the next ones or a block, into a paragraph. */
    static void toParagraphs(Element element) {
        for (var child : List.copyOf(element.childNodes())) {
            if (child instanceof Element inner) {
                toParagraphs(inner);
            }
        }
        if (hasBreaks(element.childNodes())) {
            var children = List.copyOf(element.childNodes());
            element.empty();
            Branches.put(element, parted(children));
            if (element.nameIs("p")) {
                element.tagName("div");
            }
        }
    }

    private static boolean hasBreaks(List<Node> children) {
        var breaks = 0;
        for (var child : children) {
            breaks = child.nameIs("br") ? breaks + 1 : Tags.isBlankText(child) ? breaks : 0;
            if (breaks > 1) {
                return true;
            }
        }
        return false;
    }

    private static List<Node> parted(List<Node> children) {
        var result = new ArrayList<Node>(children.size());
        for (var place = 0; place < children.size();) {
            var end = endOfBreaks(children, place);
            if (end < 0) {
                result.add(children.get(place++));
                continue;
            }
            var paragraph = new Element("p");
            place = end;
            var content = new ArrayList<Node>();
            while (place < children.size() && endOfBreaks(children, place) < 0 && Tags.isPhrasing(children.get(place))) {
                content.add(children.get(place++));
            }
            while (!content.isEmpty() && Tags.isSpace(content.getLast())) {
                content.removeLast();
            }
            Branches.put(paragraph, content);
            result.add(paragraph);
        }
        return result;
    }

    /** Behind the breaks and spaces that begin here; -1 if there are not two of them. */
    private static int endOfBreaks(List<Node> children, int from) {
        if (!children.get(from).nameIs("br")) {
            return -1;
        }
        var breaks = 0;
        var place = from;
        while (place < children.size() && Tags.isSpace(children.get(place))) {
            breaks += children.get(place++).nameIs("br") ? 1 : 0;
        }
        return breaks < 2 ? -1 : place;
    }
}
