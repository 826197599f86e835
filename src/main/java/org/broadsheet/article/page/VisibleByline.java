package org.broadsheet.article.page;

import org.jsoup.nodes.Element;

/** The author's name where readers see it, for pages that keep it in a head which is no part of the article. */
final class VisibleByline {

    private static final String MARKED = "[rel=author], [itemprop=author] [itemprop=name], [itemprop=author], .byline, .author-name, .p-author,"
            + " .article-author, .post-author, .entry-author, .story-byline, .article-byline";
    private static final int LOOKED_AT = 20;
    private static final int LONGEST = 100;

    private VisibleByline() {
    }

    /** "" if there is none. */
    static String in(Element body) {
        var elsewhere = new Elsewhere();
        return body.selectStream(MARKED).limit(LOOKED_AT).filter(element -> Visibility.isVisible(element) && !elsewhere.holds(element)).map(element -> WhiteSpace.folded(element.text()))
                .filter(text -> text.length() < LONGEST && !Byline.names(text).isEmpty()).findFirst().orElse("");
    }
}
