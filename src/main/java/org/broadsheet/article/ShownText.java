package org.broadsheet.article;

import java.util.List;

import org.broadsheet.source.Rights;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * As much of an article's text as its publisher allows to be shown. Of the pictures that stand in it, those that were copied: the others lie on
 * other servers, which would learn of each reader.
 */
public final class ShownText {

    /** Most of an excerpt, in characters of text; it ends with a paragraph all the same. */
    private static final int EXCERPT = 600;
    /** An excerpt that gives away more than this share of a text is none. */
    private static final double LARGEST_SHARE = 0.4;

    private ShownText() {
    }

    /**
     * Clean HTML; "" if nothing beyond the summary may be shown, or there is nothing.
     *
     * @param pictures what was copied of its pictures; none is shown unless the rights of today allow it
     */
    public static String of(Article article, List<BodyPicture> pictures) {
        var rights = rights(article);
        return switch (rights.text()) {
            case LINK -> "";
            case EXCERPT -> excerpt(article.bodyHtml);
            case FULL -> whole(article, rights.allowPictures() ? pictures : List.of());
        };
    }

    /** What was pushed by API is the publisher's own; of what came from a source that was removed nobody knows any more what is allowed. */
    private static Rights rights(Article article) {
        if (article.source != null) {
            return article.source.rights;
        }
        return article.sourceName.isEmpty() ? Rights.OWN : Rights.DEFAULT;
    }

    private static String whole(Article article, List<BodyPicture> pictures) {
        var body = parsed(article.bodyHtml);
        BodyFigures.set(body, pictures, article.title == null ? "" : article.title);
        return body.html();
    }

    private static String excerpt(String html) {
        var body = parsed(html);
        BodyFigures.set(body, List.of(), "");
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

    private static Element parsed(String html) {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        return document.body();
    }
}
