package org.broadsheet.article;

import org.broadsheet.source.Rights;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** As much of an article's text as its publisher allows to be shown, without the pictures that stand in it: those lie on other servers, which would learn of each reader. */
public final class ShownText {

    /** Most of an excerpt, in characters of text; it ends with a paragraph all the same. */
    private static final int EXCERPT = 600;
    /** An excerpt that gives away more than this share of a text is none. */
    private static final double LARGEST_SHARE = 0.4;

    private ShownText() {
    }

    /** Clean HTML; "" if nothing beyond the summary may be shown, or there is nothing. */
    public static String of(Article article) {
        return switch (rights(article)) {
            case LINK -> "";
            case EXCERPT -> excerpt(article.bodyHtml);
            case FULL -> withoutPictures(article.bodyHtml).html();
        };
    }

    /** What was pushed by API is the publisher's own; of what came from a source that was removed nobody knows any more what is allowed. */
    private static Rights.Text rights(Article article) {
        if (article.source != null) {
            return article.source.rights.text();
        }
        return article.sourceName.isEmpty() ? Rights.OWN.text() : Rights.DEFAULT.text();
    }

    private static String excerpt(String html) {
        var body = withoutPictures(html);
        var most = Math.min(EXCERPT, body.text().length() * LARGEST_SHARE);
        var excerpt = new Element("div");
        for (var block : body.children()) {
            if (!block.nameIs("p") || excerpt.text().length() + block.text().length() > most) {
                break;
            }
            excerpt.appendChild(block.clone());
        }
        return excerpt.html();
    }

    private static Element withoutPictures(String html) {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        document.select("figure,img").remove();
        document.select("a:not(:has(*))").stream().filter(link -> !link.hasText()).forEach(Element::remove);
        return document.body();
    }
}
