package org.broadsheet.source;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.broadsheet.platform.WebAddress;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * A web page, parsed. Only what is meant to be seen is looked at.
 *
 * @param url where it was found
 */
record PageDocument(Document html, String url) {

    private static final int DEEPEST = 256;
    private static final Pattern PAGE = Pattern.compile("<!doctype html|<(html|head|body)[\\s>/]");
    /** Other XML has heads and bodies too. */
    private static final Pattern PAGE_IN_XML = Pattern.compile("<!doctype html|<html[\\s>/]");
    /** What a page may have before it is another thing than a page. */
    static final int LARGEST = 10_000_000;

    /** @param contentType as the server stated it, with charset, or "" */
    static PageDocument parse(byte[] body, String contentType, String url) {
        var parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        return new PageDocument(Jsoup.parse(PageText.of(body, contentType), url, parser), url);
    }

    /** Whether a document is HTML, by what stands in it; servers are often wrong about it. */
    static boolean seemsOne(byte[] body, String contentType) {
        var beginning = new String(body, 0, Math.min(body.length, 4_000), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT).replace("\0", "");
        var marked = (beginning.stripLeading().startsWith("<?xml") ? PAGE_IN_XML : PAGE).matcher(beginning).find();
        return marked || contentType.contains("html") && !beginning.contains("<rss") && !beginning.contains("<feed");
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
