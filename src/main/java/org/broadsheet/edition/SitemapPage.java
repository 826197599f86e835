package org.broadsheet.edition;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Addresses for search engines (sitemaps.org, protocol 0.9). Stories of the last two days carry what news search asks for.
 *
 * @param name     of the publication
 * @param language BCP 47 tag of its language, without the country
 */
public record SitemapPage(String name, String language, List<Place> places) {

    /** How long a story is news to search engines. */
    static final Duration NEWS = Duration.ofDays(2);
    /** Most addresses of one sitemap; the protocol allows 50,000. */
    static final int MOST = 20_000;

    /**
     * @param url   absolute
     * @param since when it appeared
     * @param title of a story that is still news; "" for everything else
     */
    public record Place(String url, Instant since, String title) {

        public Place {
            since = since.truncatedTo(ChronoUnit.SECONDS);
            title = FeedPage.printable(title);
        }
    }

    @CheckedTemplate(basePath = "feed")
    static class Templates {
        static native TemplateInstance sitemap(SitemapPage page);

        static native TemplateInstance sitemaps(List<String> urls);
    }

    /** The sitemap of one publication. */
    public String xml() {
        return Templates.sitemap(this).render().strip();
    }

    /** The list of all sitemaps at these addresses. */
    static String index(List<String> urls) {
        return Templates.sitemaps(urls).render().strip();
    }
}
