package org.broadsheet.article.page;

import java.util.Locale;
import java.util.stream.Stream;

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

    /** @param url where the page was found, after redirects */
    public static PageArticle read(String html, String url) {
        return new PageReading(html, url).article();
    }
}
