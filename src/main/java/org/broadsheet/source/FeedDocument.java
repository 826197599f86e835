package org.broadsheet.source;

import java.util.List;

/** A feed that was read: what it says of itself, its entries in their order, and what was wrong. */
public record FeedDocument(FeedHead head, List<FeedEntry> entries, List<FeedProblem> problems) {

    /** What was found otherwise than as a feed, a page or a sitemap for instance. */
    public FeedDocument(String title, String siteUrl, String language, List<FeedEntry> entries, List<FeedProblem> problems) {
        this(FeedHead.of(title, siteUrl, language), entries, problems);
    }

    public String title() {
        return head.title();
    }

    public String siteUrl() {
        return head.siteUrl();
    }

    public String language() {
        return head.language();
    }
}
