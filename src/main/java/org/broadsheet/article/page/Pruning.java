package org.broadsheet.article.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * First look at a page: takes out what nobody sees or what by its name is no text, and makes paragraphs of what is one in all but name.
 * Notes the paragraphs in the order of the page, and the byline on the way.
 */
final class Pruning {

    private static final Set<String> PARAGRAPHS = Set.of("section", "h2", "h3", "h4", "h5", "h6", "p", "td", "pre");
    private static final Set<String> MAY_NOT_BE_EMPTY = Set.of("div", "section", "header", "h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> ROLES_AROUND_TEXT = Set.of("menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog");
    private static final double SAME_TITLE = 0.75;
    private static final double FEW_LINKS = 0.25;
    private static final int LONGEST_BYLINE = 100;
    private static final int LONGEST_TITLE = 1_000;

    private final Names names;
    private final Sizes sizes;
    private final boolean byName;
    private final String title;
    private final List<Element> paragraphs = new ArrayList<>();
    private boolean titleSeen;
    private boolean bylineKnown;
    private String byline = "";

    /**
     * @param byline as the page's head names the author, "" if it does not
     */
    Pruning(Names names, Sizes sizes, Strictness strictness, String title, String byline) {
        this.names = names;
        this.sizes = sizes;
        this.byName = strictness.byName();
        this.title = title;
        this.bylineKnown = !byline.isEmpty();
    }

    void prune(Element body) {
        children(body, false);
    }

    List<Element> paragraphs() {
        return paragraphs;
    }

    /** The author as the page's text names him, "" if it does not or need not. */
    String byline() {
        return byline;
    }

    private void children(Element parent, boolean protectedByName) {
        var before = List.copyOf(parent.childNodes());
        var kept = new ArrayList<Node>(before.size());
        var same = true;
        for (var child : before) {
            var result = child instanceof Element element ? visited(element, protectedByName) : child;
            same &= result == child;
            if (result != null) {
                kept.add(result);
            }
        }
        if (!same) {
            Branches.put(parent, kept);
        }
    }

    /** What stands in the place of an element: itself, the paragraph that it is, or null. */
    private Node visited(Element element, boolean protectedByName) {
        if (!Visibility.isVisible(element) || Visibility.isDialog(element) || isByline(element) || isTitle(element)
                || byName && isAroundText(element, protectedByName)
                || MAY_NOT_BE_EMPTY.contains(element.normalName()) && sizes.length(element) == 0 && Tags.holdsNothing(element)) {
            return null;
        }
        var result = element;
        if (PARAGRAPHS.contains(element.normalName())) {
            paragraphs.add(element);
        } else if (element.nameIs("div")) {
            result = paragraph(element);
        }
        children(result, protectedByName || result.nameIs("table") || result.nameIs("code"));
        return result;
    }

    private boolean isAroundText(Element element, boolean protectedByName) {
        return !protectedByName && !element.nameIs("a") && names.isAroundText(element) || ROLES_AROUND_TEXT.contains(element.attr("role"));
    }

    private boolean isByline(Element element) {
        if (bylineKnown || element.attributesSize() == 0) {
            return false;
        }
        var length = sizes.length(element);
        var named = element.attr("rel").equals("author") || element.attr("itemprop").contains("author") || names.isByline(element);
        if (!named || length == 0 || !sizes.isSmall(element, LONGEST_BYLINE - 1) || element.wholeText().strip().length() >= LONGEST_BYLINE) {
            return false;
        }
        if (Byline.isDate(element.wholeText())) {
            return true;
        }
        var name = element.selectFirst("[itemprop~=name]");
        byline = (name == null ? element : name).wholeText();
        bylineKnown = true;
        return true;
    }

    private boolean isTitle(Element element) {
        if (titleSeen || !element.nameIs("h1") && !element.nameIs("h2") || !sizes.isSmall(element, LONGEST_TITLE)) {
            return false;
        }
        titleSeen = Similar.share(title, element.wholeText()) > SAME_TITLE;
        return titleSeen;
    }

    private Element paragraph(Element division) {
        gatherLooseText(division);
        if (Tags.holdsOnly(division, "p") && sizes.linkDensity(division) < FEW_LINKS) {
            var inner = division.firstElementChild();
            paragraphs.add(inner);
            inner.remove();
            return inner;
        }
        if (!sizes.hasBlockInside(division) && division.childNodes().stream().noneMatch(child -> child.nameIs("p"))) {
            division.tagName("p");
            paragraphs.add(division);
        }
        return division;
    }

    /** Text that lies between blocks becomes a paragraph of its own. */
    private void gatherLooseText(Element division) {
        if (division.childNodes().stream().noneMatch(child -> Tags.isPhrasing(child) && !Tags.isSpace(child))) {
            return;
        }
        var before = List.copyOf(division.childNodes());
        division.empty();
        var children = new ArrayList<Node>(before.size());
        var loose = new ArrayDeque<Node>();
        for (var child : before) {
            if (Tags.isPhrasing(child)) {
                loose.add(child);
            } else {
                gather(loose, children);
                children.add(child);
            }
        }
        gather(loose, children);
        Branches.put(division, children);
    }

    private void gather(Deque<Node> loose, List<Node> children) {
        while (!loose.isEmpty() && Tags.isSpace(loose.getFirst())) {
            loose.removeFirst();
        }
        while (!loose.isEmpty() && Tags.isSpace(loose.getLast())) {
            loose.removeLast();
        }
        if (!loose.isEmpty()) {
            var paragraph = new Element("p");
            loose.forEach(paragraph::appendChild);
            sizes.add(paragraph);
            children.add(paragraph);
            loose.clear();
        }
    }
}
