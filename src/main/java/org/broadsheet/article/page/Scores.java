package org.broadsheet.article.page;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

import org.jsoup.nodes.Element;

/** How likely each element is to hold the article: every paragraph speaks for those around it, the nearer the more. */
final class Scores {

    private static final Set<String> HOLDERS = Set.of("pre", "td", "blockquote");
    private static final Set<String> LISTS = Set.of("address", "ol", "ul", "dl", "dd", "dt", "li", "form");
    private static final Set<String> HEADS = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "th");
    private static final int SHORTEST_PARAGRAPH = 25;
    private static final int LEVELS = 5;
    private static final int MOST_FOR_LENGTH = 3;

    private final Names names;
    private final Sizes sizes;
    private final Strictness strictness;
    private final Map<Element, Double> scores = new IdentityHashMap<>();

    Scores(Names names, Sizes sizes, Strictness strictness) {
        this.names = names;
        this.sizes = sizes;
        this.strictness = strictness;
    }

    void count(List<Element> paragraphs) {
        paragraphs.forEach(this::count);
        scores.replaceAll((element, score) -> score * (1 - sizes.linkDensity(element)));
    }

    private void count(Element paragraph) {
        var length = sizes.length(paragraph);
        if (paragraph.parent() == null || length < SHORTEST_PARAGRAPH) {
            return;
        }
        var points = 2.0 + sizes.commas(paragraph) + Math.min(length / 100, MOST_FOR_LENGTH);
        var ancestor = paragraph.parent();
        for (var level = 0; level < LEVELS && ancestor != null && !ancestor.nameIs("html"); level++) {
            scores.computeIfAbsent(ancestor, this::atFirst);
            scores.merge(ancestor, points / share(level), Double::sum);
            ancestor = ancestor.parent();
        }
    }

    private static int share(int level) {
        return level < 2 ? level + 1 : level * 3;
    }

    private double atFirst(Element element) {
        var name = element.normalName();
        var byKind = name.equals("div") ? 5 : HOLDERS.contains(name) ? 3 : LISTS.contains(name) ? -3 : HEADS.contains(name) ? -5 : 0;
        return byKind + (strictness.byWeight() ? names.weight(element) : 0);
    }

    /** Empty if no paragraph spoke for it. */
    OptionalDouble of(Element element) {
        var score = scores.get(element);
        return score == null ? OptionalDouble.empty() : OptionalDouble.of(score);
    }

    /** The score of the chosen one, even if no paragraph spoke for it. */
    double orAtFirst(Element element) {
        return of(element).orElseGet(() -> atFirst(element));
    }

    /** The best, the best first; of equals, the one that comes first on the page. */
    List<Element> best(int most, List<Element> inOrder) {
        return inOrder.stream().filter(scores::containsKey).sorted((one, other) -> Double.compare(scores.get(other), scores.get(one))).limit(most).toList();
    }
}
