package org.broadsheet.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An invented article.
 *
 * @param slug       unique within its publisher
 * @param paragraphs without mark-up
 * @param inFeed     whether the feed has all paragraphs, or the standfirst alone
 */
record SampleArticle(Publisher publisher, String slug, String title, String kicker, String author, Instant publishedAt, String standfirst,
        List<String> paragraphs, Optional<Picture> picture, InFeed inFeed) {

    /** How much of an article its feed carries. */
    enum InFeed { FULL, TEASER }

    /** @param file name below {@code /pictures/} */
    record Picture(String file, int width, int height, String alt, String caption, String credit) {
    }

    String path() {
        return "/" + publisher.slug + "/" + slug;
    }
}
