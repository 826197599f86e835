package org.broadsheet.article.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;

import org.jsoup.nodes.Element;

/** Finds the article in a page. What it is to find is text: enough of it, told from the text around it by where the paragraphs are. */
final class ArticleFinder {

    private static final int ENOUGH = 500;
    /** Elements; a page of more is searched once, whatever it gives. */
    private static final int HUGE = 100_000;

    /**
     * An article found.
     *
     * @param length    of its text
     * @param byline    as the text around it named the author, may be ""
     * @param direction as the nearest element around it says, {@code ltr}, {@code rtl} or ""
     */
    record Found(Element article, int length, String byline, String direction) {
    }

    private final String title;
    private final String byline;
    private final Names names = new Names();
    private boolean likely;
    private int elements;

    /** @param byline as the page's head names the author, "" if it does not */
    ArticleFinder(String title, String byline) {
        this.title = title;
        this.byline = byline;
    }

    /**
     * @param page a page's body, as {@link PageTree#readable} makes it, made anew for each search, since the search takes it to pieces
     */
    Optional<Found> find(Supplier<Element> page) {
        var attempts = new ArrayList<Found>();
        for (var strictness : Strictness.values()) {
            var found = attempt(page.get(), strictness);
            attempts.add(found);
            if (found.length >= ENOUGH || elements > HUGE) {
                break;
            }
        }
        return attempts.stream().max(Comparator.comparingInt(Found::length)).filter(found -> found.length > 0);
    }

    private Found attempt(Element body, Strictness strictness) {
        var before = Sizes.of(body);
        elements = before.elements();
        likely |= Likelihood.isArticle(body, names, before);
        var pruning = new Pruning(names, before, strictness, title, byline);
        pruning.prune(body);
        var after = Sizes.of(body);
        var scores = new Scores(names, after, strictness);
        scores.count(pruning.paragraphs());
        var root = new ArticleRoot(body, scores, after).found();
        new ArticleTidy(names, strictness).tidy(root.article());
        return new Found(root.article(), ArticleTidy.length(root.article()), pruning.byline(), root.direction());
    }

    /** Whether the page that was searched looks like an article at all. */
    boolean isLikely() {
        return likely;
    }
}
