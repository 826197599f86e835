package org.broadsheet.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An entry as the feed has it, untrusted; absent text is "". Addresses are absolute. */
public record FeedEntry(String guid, String url, String title, String summaryHtml, String contentHtml, String author, Optional<Instant> publishedAt,
        Optional<Instant> updatedAt, List<String> categories, String language, List<FoundPicture> pictures) {
}
