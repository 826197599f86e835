package org.broadsheet.article.page;

import java.io.Reader;
import java.util.Set;

import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/** A page as a tree: bounded in depth, and for reading, without what runs or styles. */
final class PageTree {

    private static final int DEEPEST = 400;
    private static final Set<String> NOT_READ = Set.of("script", "style", "template", "link", "meta", "base", "title");

    private PageTree() {
    }

    static Document of(Reader html, String url) {
        var document = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(html, url);
        document.outputSettings().prettyPrint(false);
        return document;
    }

    /** The body, ready to be searched for an article. What the head says must have been read before. */
    static Element readable(Document document) {
        var body = document.body();
        Branches.cut(body, PageTree::isNotRead);
        NoscriptPictures.unwrap(body);
        LineBreaks.toParagraphs(body);
        body.select("font").tagName("span");
        return body;
    }

    private static boolean isNotRead(Node node) {
        return node instanceof Comment || node instanceof Element element && NOT_READ.contains(element.normalName());
    }
}
