package org.broadsheet.article.page;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Elements;

/** The element that holds the article, and those of its neighbours that belong to it. */
final class ArticleRoot {

    private static final Set<String> KEPT_AS_THEY_ARE = Set.of("div", "article", "section", "p", "ol", "ul");
    private static final int CANDIDATES = 5;
    private static final int ENOUGH_RIVALS = 3;
    private static final double RIVAL = 0.75;
    private static final double FAR_LESS = 1 / 3.0;
    private static final double SIBLING = 0.2;
    private static final int LEAST_SIBLING = 10;
    private static final int LONG = 80;
    private static final int LONGEST_CAPTION = 400;
    private static final double FEW_LINKS = 0.25;

    private static final List<String> MARKS = List.of("[itemprop=articleBody]", "article");
    private static final double MUCH_MORE = 1.5;

    private final Element body;
    private final Scores scores;
    private final Sizes sizes;

    ArticleRoot(Element body, Scores scores, Sizes sizes) {
        this.body = body;
        this.scores = scores;
        this.sizes = sizes;
    }

    /**
     * Where the article is.
     *
     * @param article   a new element with the article in it, taken out of the page
     * @param direction of writing, as the nearest element around says; "" if none does
     */
    record Root(Element article, String direction) {
    }

    Root found() {
        var best = scores.best(CANDIDATES, body.getAllElements());
        if (best.isEmpty() || best.getFirst() == body) {
            var all = new Element("div");
            var children = List.copyOf(body.childNodes());
            body.empty();
            Branches.put(all, children);
            return new Root(all, direction(body));
        }
        var top = alone(higher(sharedByRivals(best)));
        top = marked(withSiblings(top)).orElse(top);
        var direction = direction(top);
        var parts = withSiblings(top);
        top.parent().empty();
        parts.stream().filter(part -> !KEPT_AS_THEY_ARE.contains(part.normalName())).forEach(part -> part.tagName("div"));
        return new Root(wrapped(parts), direction);
    }

    private static String direction(Element top) {
        for (var element = top; element != null; element = element.parent()) {
            if (!element.attr("dir").isBlank()) {
                return element.attr("dir").strip();
            }
        }
        return "";
    }

    private static Element wrapped(List<Element> parts) {
        var article = new Element("div");
        parts.forEach(article::appendChild);
        return article;
    }

    /** Several that are about as good lie in different parts of one article: then it is what holds them all. */
    private Element sharedByRivals(List<Element> best) {
        var top = best.getFirst();
        var bar = scores.of(top).orElse(0) * RIVAL;
        var rivals = best.stream().skip(1).filter(rival -> scores.of(rival).orElse(0) >= bar).toList();
        if (rivals.size() < ENOUGH_RIVALS) {
            return top;
        }
        Map<Element, Integer> holding = new IdentityHashMap<>();
        rivals.forEach(rival -> rival.parents().forEach(ancestor -> holding.merge(ancestor, 1, Integer::sum)));
        for (var ancestor = top.parent(); ancestor != null && ancestor != body; ancestor = ancestor.parent()) {
            if (holding.getOrDefault(ancestor, 0) >= ENOUGH_RIVALS) {
                return ancestor;
            }
        }
        return top;
    }

    /** What lies around it may hold more of the article: it does if its score is higher, and does not once scores fall far. */
    private Element higher(Element top) {
        var last = scores.orAtFirst(top);
        var least = last * FAR_LESS;
        for (var parent = top.parent(); parent != null && parent != body; parent = parent.parent()) {
            var score = scores.of(parent);
            if (score.isEmpty()) {
                continue;
            }
            if (score.getAsDouble() < least) {
                return top;
            }
            if (score.getAsDouble() > last) {
                return parent;
            }
            last = score.getAsDouble();
        }
        return top;
    }

    /** An only child has no siblings to look at, its parent may have. */
    private Element alone(Element top) {
        var highest = top;
        while (highest.parent() != null && highest.parent() != body && highest.parent().childrenSize() == 1) {
            highest = highest.parent();
        }
        return highest;
    }

    /** What the page itself marks as the article, if it plainly holds more of its text than what was found. */
    private Optional<Element> marked(List<Element> found) {
        var words = found.stream().mapToDouble(this::words).sum();
        var paragraphs = found.stream().mapToInt(this::paragraphs).sum();
        return MARKS.stream().map(body::select).filter(marked -> marked.size() == 1).map(Elements::first)
                .filter(marked -> words(marked) > words * MUCH_MORE && paragraphs(marked) > paragraphs * MUCH_MORE).findFirst();
    }

    private double words(Element element) {
        return sizes.length(element) * (1 - sizes.linkDensity(element));
    }

    private int paragraphs(Element element) {
        return element.selectStream("p").filter(paragraph -> sizes.length(paragraph) > LONG && sizes.linkDensity(paragraph) < FEW_LINKS).mapToInt(sizes::length).sum();
    }

    private List<Element> withSiblings(Element top) {
        var score = scores.orAtFirst(top);
        var bar = Math.max(LEAST_SIBLING, score * SIBLING);
        var chosen = new ArrayList<Element>();
        var before = true;
        var parent = top.parent();
        for (Node child : List.copyOf(parent.childNodes())) {
            before &= child != top;
            if (child instanceof Element sibling && (sibling == top || belongs(sibling, top, score, bar) || before && isLeadPicture(sibling))) {
                chosen.add(sibling);
            }
        }
        return chosen;
    }

    private boolean belongs(Element sibling, Element top, double score, double bar) {
        var own = scores.of(sibling);
        var alike = !top.className().isEmpty() && top.className().equals(sibling.className()) ? score * SIBLING : 0;
        if (own.isPresent() && own.getAsDouble() + alike >= bar) {
            return true;
        }
        return sibling.nameIs("p") && isText(sibling);
    }

    /** Many pages have their large picture above the text, with nothing but its caption. */
    private boolean isLeadPicture(Element sibling) {
        var length = sizes.length(sibling);
        return length < LONGEST_CAPTION && sizes.linkDensity(sibling) < FEW_LINKS && sibling.select("img").size() == 1
                && (length == 0 || sibling.nameIs("figure") || sibling.selectFirst("figcaption") != null);
    }

    private boolean isText(Element paragraph) {
        var length = sizes.length(paragraph);
        var links = sizes.linkDensity(paragraph);
        return length > LONG ? links < FEW_LINKS : length > 0 && length < LONG && links == 0 && paragraph.wholeText().matches("(?s).*[.。]( |$|\\s*$).*");
    }
}
