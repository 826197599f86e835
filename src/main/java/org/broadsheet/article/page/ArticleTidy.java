package org.broadsheet.article.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Takes out of an article what is none of it, and evens out its elements. */
final class ArticleTidy {

    private static final Set<String> NEVER_TEXT = Set.of("footer", "aside", "input", "textarea", "select", "button");
    private static final List<String> SUSPECT_FIRST = List.of("form", "fieldset");
    private static final List<String> SUSPECT_LAST = List.of("table", "ul", "div");
    private static final Set<String> MAKES_A_PARAGRAPH = Set.of("img", "embed", "object", "iframe");
    private static final int LONGEST_SHARING = 500;

    private final Names names;
    private final Strictness strictness;

    ArticleTidy(Names names, Strictness strictness) {
        this.names = names;
        this.strictness = strictness;
    }

    void tidy(Element article) {
        var suspects = new Suspects(names, DataTables.in(article), strictness);
        SUSPECT_FIRST.forEach(name -> suspects.drop(article, name));
        Branches.cut(article, this::isNoText);
        dropSharing(article);
        SUSPECT_LAST.forEach(name -> suspects.drop(article, name));
        article.select("h1").tagName("h2");
        Branches.drop(article, element -> element.nameIs("p") && isEmpty(element));
        dropBreaksBeforeParagraphs(article);
        unwrapTables(article);
    }

    private boolean isNoText(Node node) {
        return node instanceof Element element && (NEVER_TEXT.contains(element.normalName()) || Videos.isEmbed(element) && !Videos.isVideo(element)
                || strictness.byWeight() && (element.nameIs("h1") || element.nameIs("h2")) && names.weight(element) < 0);
    }

    private void dropSharing(Element article) {
        var sizes = Sizes.of(article);
        for (var part : article.children()) {
            Branches.cut(part, node -> node instanceof Element element && names.isSharing(element) && sizes.length(element) < LONGEST_SHARING);
        }
    }

    private static boolean isEmpty(Element paragraph) {
        return length(paragraph) == 0 && paragraph.getAllElements().stream().noneMatch(inner -> MAKES_A_PARAGRAPH.contains(inner.normalName()));
    }

    private static void dropBreaksBeforeParagraphs(Element element) {
        var kept = new ArrayList<Node>(element.childNodeSize());
        var paragraphFollows = false;
        for (var child : List.copyOf(element.childNodes()).reversed()) {
            if (child.nameIs("br") && paragraphFollows) {
                continue;
            }
            paragraphFollows = child.nameIs("p") || paragraphFollows && Tags.isBlankText(child);
            kept.add(child);
            if (child instanceof Element inner) {
                dropBreaksBeforeParagraphs(inner);
            }
        }
        if (kept.size() < element.childNodeSize()) {
            Branches.put(element, kept.reversed());
        }
    }

    /** A table of one cell is no table. */
    private static void unwrapTables(Element article) {
        for (var table : article.select("table").reversed()) {
            var cell = onlyCell(table);
            if (cell != null && table.parent() != null) {
                cell.remove();
                cell.tagName(cell.childNodes().stream().allMatch(Tags::isPhrasing) ? "p" : "div");
                table.replaceWith(cell);
            }
        }
    }

    private static Element onlyCell(Element table) {
        var rows = Tags.holdsOnly(table, "tbody") ? table.firstElementChild() : table;
        return Tags.holdsOnly(rows, "tr") && Tags.holdsOnly(rows.firstElementChild(), "td") ? rows.firstElementChild().firstElementChild() : null;
    }

    /** How much text there is in it. */
    static int length(Element article) {
        var size = TextSize.NONE;
        for (var node : article.nodeStream(TextNode.class).toList()) {
            size = size.plus(TextSize.of(node.getWholeText()));
        }
        return size.length();
    }
}
