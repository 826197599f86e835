package org.broadsheet.source;

import java.util.ArrayList;
import java.util.List;

/** A feed that was read: what it says of itself, its entries in their order, and what was wrong. */
public record FeedDocument(FeedHead head, List<FeedEntry> entries, List<FeedProblem> problems) {

    /** What was found otherwise than as a feed, a page or a sitemap for instance. */
    public FeedDocument(String title, String siteUrl, String language, List<FeedEntry> entries, List<FeedProblem> problems) {
        this(FeedHead.of(title, siteUrl, language), entries, problems);
    }

    /** With what else was wrong. */
    FeedDocument and(List<FeedProblem> more) {
        var all = new ArrayList<>(problems);
        all.addAll(more);
        return new FeedDocument(head, entries, List.copyOf(all));
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
