package org.broadsheet.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An entry as the feed has it, untrusted; absent text is "". Addresses are absolute.
 *
 * @param base what relative references in its HTML are to be resolved against
 */
public record FeedEntry(String guid, String url, String title, String summaryHtml, String contentHtml, String author, Optional<Instant> publishedAt,
        Optional<Instant> updatedAt, List<String> categories, String language, List<FoundPicture> pictures, String base) {

    /** An entry whose HTML refers to its neighbours, as a page does. */
    public FeedEntry(String guid, String url, String title, String summaryHtml, String contentHtml, String author, Optional<Instant> publishedAt,
            Optional<Instant> updatedAt, List<String> categories, String language, List<FoundPicture> pictures) {
        this(guid, url, title, summaryHtml, contentHtml, author, publishedAt, updatedAt, categories, language, pictures, url);
    }

    /** With what HTML's rules would make unreadable set right. */
    FeedEntry mended() {
        return new FeedEntry(guid, url, FeedHtml.withoutCode(title), FeedHtml.mended(summaryHtml), FeedHtml.mended(contentHtml), author, publishedAt, updatedAt,
                categories, language, pictures, base);
    }

    /** What an entry doesn't say of itself, its feed says for all. */
    FeedEntry orElse(String feedAuthor, String feedLanguage) {
        return new FeedEntry(guid, url, title, summaryHtml, contentHtml, author.isEmpty() ? feedAuthor : author, publishedAt, updatedAt, categories,
                language.isEmpty() ? feedLanguage : language, pictures, base);
    }
}
