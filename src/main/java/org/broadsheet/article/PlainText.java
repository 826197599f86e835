package org.broadsheet.article;

import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** What clean HTML says, paragraph by paragraph, without captions and headings. */
public final class PlainText {

    private static final Set<String> BLOCKS = Set.of("p", "div", "li", "blockquote", "br", "tr", "dd", "dt", "pre", "ul", "ol", "table");
    private static final String LEFT_OUT = "figure,figcaption,h2,h3,h4,h5,h6,table,pre";

    private PlainText() {
    }

    /** The paragraphs, separated by line feeds. */
    public static String of(String cleanHtml) {
        var body = Jsoup.parseBodyFragment(cleanHtml).body();
        body.select(LEFT_OUT).remove();
        var text = new StringBuilder();
        body.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(words.getWholeText().replace('\n', ' '));
                } else if (isBlock(node)) {
                    text.append('\n');
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (isBlock(node)) {
                    text.append('\n');
                }
            }
        });
        return text.toString().lines().map(CleanText::fold).filter(line -> !line.isEmpty()).collect(java.util.stream.Collectors.joining("\n"));
    }

    private static boolean isBlock(Node node) {
        return node instanceof Element element && BLOCKS.contains(element.normalName());
    }
}
