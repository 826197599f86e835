package org.broadsheet.article.page;

import java.util.Locale;
import java.util.stream.Stream;

import org.broadsheet.source.ArticleSelectors;
import org.broadsheet.source.PageText;

/**
 * Reads the article from a web page: its text without what stands around it, and what the page says of it. Never fails: what is no article is one
 * without text, with the reason. Each page costs a few passes over its tree, whatever it is made of.
 */
public final class PageReader {

    private PageReader() {
    }

    /**
     * @param contentType as the server stated it, with charset, or ""
     * @param url         where the page was found, after redirects
     */
    public static PageArticle read(byte[] body, String contentType, String url) {
        var type = contentType.toLowerCase(Locale.ROOT);
        var other = Stream.of("image/", "audio/", "video/", "font/", "application/pdf", "application/zip", "application/octet-stream").anyMatch(type::startsWith);
        return other || PageText.isBinary(body) ? PageArticle.none(PageVerdict.NO_PAGE) : read(PageText.of(body, contentType), url);
    }

    /** @param selectors by which the operator says where the text is; where they fit nothing, it is found without them */
    public static PageRead read(byte[] body, String contentType, String url, ArticleSelectors selectors) {
        if (selectors.equals(ArticleSelectors.NONE) || PageText.isBinary(body)) {
            return new PageRead(read(body, contentType, url), "");
        }
        var reading = new PageReading(PageText.of(body, contentType), url, selectors);
        return new PageRead(reading.article(), reading.missed() ? "The selector for its text (articleSelectors.text) fits nothing on its page; the text was found without it" : "");
    }

    /** @param url where the page was found, after redirects */
    public static PageArticle read(String html, String url) {
        return new PageReading(html, url, ArticleSelectors.NONE).article();
    }
}
