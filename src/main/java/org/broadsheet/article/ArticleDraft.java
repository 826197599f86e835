package org.broadsheet.article;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An article as it came in, from a feed or by API, before anything is cleaned. Absent text is "".
 *
 * @param guid     what its source calls it; "" if it has no name for it
 * @param standfirst may hold HTML
 * @param pictures the best first
 * @param playing how long it is to be heard or seen; empty if it is to be read, or nobody says
 */
record ArticleDraft(String guid, String url, String title, String kicker, String standfirst, String bodyHtml, String author,
        Optional<Instant> publishedAt, Optional<Instant> updatedAt, String language, String section, List<String> tags, List<PictureOffer> pictures, Optional<Duration> playing) {

    /** One that is to be read. */
    ArticleDraft(String guid, String url, String title, String kicker, String standfirst, String bodyHtml, String author, Optional<Instant> publishedAt,
            Optional<Instant> updatedAt, String language, String section, List<String> tags, List<PictureOffer> pictures) {
        this(guid, url, title, kicker, standfirst, bodyHtml, author, publishedAt, updatedAt, language, section, tags, pictures, Optional.empty());
    }
}
