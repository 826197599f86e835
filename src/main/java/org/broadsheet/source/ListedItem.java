package org.broadsheet.source;

import java.time.Instant;
import java.util.Optional;

/** What a page says of an article in structured data (schema.org); absent text is "". */
record ListedItem(String url, String name, String description, String author, Optional<Instant> published, String picture) {
}
