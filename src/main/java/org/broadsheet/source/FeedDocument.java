package org.broadsheet.source;

import java.util.List;

/** A feed that was read: what it says of itself, its entries in their order, and what was wrong. */
public record FeedDocument(String title, String siteUrl, String language, List<FeedEntry> entries, List<FeedProblem> problems) {
}
