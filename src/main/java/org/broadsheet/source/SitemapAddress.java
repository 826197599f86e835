package org.broadsheet.source;

import java.time.Instant;
import java.util.Optional;

import org.jsoup.nodes.Entities;

import java.util.List;

/**
 * One {@code url} or {@code sitemap} of a sitemap (sitemaps.org, with Google's extensions for news and images), as it stands; absent text is "".
 *
 * @param published of the news extension
 * @param modified  {@code lastmod}, of the page or of the sitemap that is pointed to
 * @param paper     the publication that the news is in
 */
record SitemapAddress(String url, Optional<Instant> modified, String title, Optional<Instant> published, String language, String paper,
        List<String> keywords, List<FoundPicture> pictures) {

    /** Whether it is news by the news extension, and not just any page. */
    boolean isNews() {
        return !title.isEmpty() || published.isPresent();
    }

    Optional<Instant> date() {
        return published.or(() -> modified);
    }

    /** A sitemap has text, entries have HTML. */
    FeedEntry entry() {
        return new FeedEntry(url, url, Entities.escape(title), "", "", "", published, modified, keywords.stream().map(Entities::escape).toList(), language, pictures, url);
    }
}
