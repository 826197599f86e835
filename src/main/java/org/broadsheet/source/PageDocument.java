package org.broadsheet.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Optional;

import org.broadsheet.platform.WebAddress;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A web page, parsed. Only what is meant to be seen is looked at.
 *
 * @param url where it was found
 */
record PageDocument(Document html, String url) {

    private static final int DEEPEST = 256;
    /** What a page may have before it is another thing than a page. */
    static final int LARGEST = 10_000_000;

    /** @param contentType as the server stated it, with charset, or "" */
    static PageDocument parse(byte[] body, String contentType, String url) {
        var parser = org.jsoup.parser.Parser.htmlParser().setMaxDepth(DEEPEST);
        try {
            var html = Jsoup.parse(new ByteArrayInputStream(body, 0, Math.min(body.length, LARGEST)), stated(contentType).map(Charset::name).orElse(null), url, parser);
            return new PageDocument(html, url);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed", impossible);
        }
    }

    /** Whether a document is HTML, by what stands in it; servers are often wrong about it. */
    static boolean seemsOne(byte[] body, String contentType) {
        var beginning = new String(body, 0, Math.min(body.length, 4_000), java.nio.charset.StandardCharsets.ISO_8859_1).toLowerCase(java.util.Locale.ROOT).replace("\0", "");
        var marked = beginning.contains("<html") || beginning.contains("<!doctype html") || beginning.contains("<head") || beginning.contains("<body");
        return marked || contentType.contains("html") && !beginning.contains("<rss") && !beginning.contains("<feed");
    }

    private static Optional<Charset> stated(String contentType) {
        var parts = contentType.split("(?i)charset=", 2);
        return parts.length < 2 ? Optional.empty() : Charsets.named(parts[1].split(";")[0].replaceAll("[\"'\\s]", ""));
    }

    String language() {
        var lang = html.selectFirst("html[lang], html[xml:lang]");
        var stated = lang == null ? "" : FeedValues.language(lang.attr("lang").isBlank() ? lang.attr("xml:lang") : lang.attr("lang"));
        return stated.isEmpty() ? FeedValues.language(meta("meta[http-equiv=content-language], meta[name=language]")) : stated;
    }

    /** As the site calls itself, else as the page does; "" if neither. */
    String title() {
        var site = meta("meta[property=og:site_name]");
        return site.isBlank() ? html.title().strip() : site.strip();
    }

    String description() {
        return meta("meta[name=description], meta[property=og:description]").strip();
    }

    Optional<WebAddress> address() {
        return WebAddress.of(url);
    }

    String meta(String selector) {
        var element = html.selectFirst(selector);
        return element == null ? "" : element.attr("content");
    }
}
