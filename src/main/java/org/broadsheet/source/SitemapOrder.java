package org.broadsheet.source;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which sitemaps of an index promise news. The latest {@code lastmod} first; where none is given, the names tell: news before posts before pages and
 * pictures, and the highest number or latest month last written.
 */
final class SitemapOrder {

    static final Comparator<SitemapAddress> LEAST_PROMISING_FIRST = Comparator.<SitemapAddress>comparingInt(child -> promise(child.url()))
            .thenComparing(child -> child.modified().orElse(Instant.MIN)).thenComparing(child -> numbers(child.url()));

    private static final Pattern NEWS = Pattern.compile("(?i)news|aktuell|latest|recent|actualit|noticia");
    private static final Pattern NO_NEWS = Pattern.compile("(?i)categor|tag|author|autor|user|page-?sitemap|pages?\\b|product|image|video|static|topic|place|location|rubri|landing|store");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,15}");

    private SitemapOrder() {
    }

    static boolean namesNews(String url) {
        return NEWS.matcher(file(url)).find();
    }

    private static int promise(String url) {
        return namesNews(url) ? 2 : NO_NEWS.matcher(file(url)).find() ? 0 : 1;
    }

    /** Numbers in a name, each to one width, so that they compare as numbers. */
    private static String numbers(String url) {
        return DIGITS.matcher(url).results().map(match -> String.format(Locale.ROOT, "%015d", Long.parseLong(match.group()))).reduce("", (one, other) -> one + other);
    }

    private static String file(String url) {
        return url.replaceFirst("^https?://[^/]*", "");
    }
}
