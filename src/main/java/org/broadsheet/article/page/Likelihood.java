package org.broadsheet.article.page;

import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/** A quick look at whether a page holds an article: enough long paragraphs that are seen and not by name something else. */
final class Likelihood {

    private static final int SHORTEST = 140;
    private static final double ENOUGH = 20;
    private static final Pattern LISTED = Pattern.compile("ul|ol|li");

    private final Names names;
    private final Sizes sizes;
    private double score;

    private Likelihood(Names names, Sizes sizes) {
        this.names = names;
        this.sizes = sizes;
    }

    static boolean isArticle(Element body, Names names, Sizes sizes) {
        var look = new Likelihood(names, sizes);
        look.at(body, false);
        return look.score > ENOUGH;
    }

    private void at(Element element, boolean listed) {
        var inList = listed || LISTED.matcher(element.normalName()).matches();
        var broken = false;
        for (var child : element.childNodes()) {
            if (score > ENOUGH) {
                return;
            }
            if (child instanceof Element inner) {
                broken |= inner.nameIs("br");
                if (inner.nameIs("p") && !inList || inner.nameIs("pre") || inner.nameIs("article")) {
                    count(inner);
                }
                at(inner, inList);
            }
        }
        if (broken && element.nameIs("div")) {
            count(element);
        }
    }

    private void count(Element element) {
        var length = sizes.length(element);
        if (length > SHORTEST && Visibility.isVisible(element) && !names.isAroundText(element)) {
            score += Math.sqrt(length - SHORTEST);
        }
    }
}
