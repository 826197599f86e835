package org.broadsheet.article.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Puts the mark-up of a found article in order: no boxes around boxes, no classes, links that lead somewhere. */
final class ArticleMarkup {

    private ArticleMarkup() {
    }

    static void settle(Element article, Addresses addresses) {
        unbox(article);
        for (var element : article.getAllElements()) {
            element.removeAttr("class").removeAttr("style");
            addresses.settle(element);
        }
        unlinkScripts(article);
    }

    /** A box that holds one box alone is that box. */
    private static void unbox(Element parent) {
        var children = new ArrayList<Node>(parent.childNodeSize());
        var changed = false;
        for (var child : List.copyOf(parent.childNodes())) {
            if (!(child instanceof Element element)) {
                children.add(child);
                continue;
            }
            var inner = innermost(element);
            changed |= inner != element;
            if (isBox(inner) && Tags.holdsNothing(inner)) {
                changed = true;
                continue;
            }
            unbox(inner);
            children.add(inner);
        }
        if (changed) {
            Branches.put(parent, children);
        }
    }

    private static Element innermost(Element box) {
        var inner = box;
        while (isBox(inner) && (Tags.holdsOnly(inner, "div") || Tags.holdsOnly(inner, "section"))) {
            var next = inner.firstElementChild();
            for (var attribute : inner.attributes()) {
                next.attr(attribute.getKey(), attribute.getValue());
            }
            inner = next;
        }
        if (inner != box) {
            inner.remove();
        }
        return inner;
    }

    private static boolean isBox(Element element) {
        return element.nameIs("div") || element.nameIs("section");
    }

    private static void unlinkScripts(Element article) {
        for (var link : article.select("a[href^=javascript:]")) {
            if (link.childNodeSize() == 1 && link.childNode(0) instanceof TextNode) {
                link.unwrap();
            } else {
                link.tagName("span").removeAttr("href");
            }
        }
    }

    static String html(Element article) {
        return article.childNodes().stream().map(Node::outerHtml).collect(Collectors.joining()).strip();
    }
}
