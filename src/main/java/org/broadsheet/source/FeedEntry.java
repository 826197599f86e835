package org.broadsheet.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.broadsheet.platform.Sha256;

/**
 * An entry as the feed has it, untrusted; absent text is "". Addresses are absolute.
 *
 * @param base    what relative references in its HTML are to be resolved against
 * @param playing how long it is to be heard or seen; empty if it is to be read, or does not say
 */
public record FeedEntry(String guid, String url, String title, String summaryHtml, String contentHtml, String author, Optional<Instant> publishedAt,
        Optional<Instant> updatedAt, List<String> categories, String language, List<FoundPicture> pictures, String base, Optional<Duration> playing) {

    /** An entry that is to be read. */
    public FeedEntry(String guid, String url, String title, String summaryHtml, String contentHtml, String author, Optional<Instant> publishedAt,
            Optional<Instant> updatedAt, List<String> categories, String language, List<FoundPicture> pictures, String base) {
        this(guid, url, title, summaryHtml, contentHtml, author, publishedAt, updatedAt, categories, language, pictures, base, Optional.empty());
    }

    /** An entry whose HTML refers to its neighbours, as a page does. */
    public FeedEntry(String guid, String url, String title, String summaryHtml, String contentHtml, String author, Optional<Instant> publishedAt,
            Optional<Instant> updatedAt, List<String> categories, String language, List<FoundPicture> pictures) {
        this(guid, url, title, summaryHtml, contentHtml, author, publishedAt, updatedAt, categories, language, pictures, url);
    }

    private static final int LONGEST_GUID = 500;
    private static final int LONGEST_TITLE = 5000;
    private static final int LONGEST_NAME = 300;

    /** With what HTML's rules would make unreadable set right, and nothing longer than anybody means it. */
    FeedEntry mended() {
        return new FeedEntry(identity(guid), url, cut(FeedHtml.withoutCode(title), LONGEST_TITLE), FeedHtml.mended(summaryHtml), FeedHtml.mended(contentHtml),
                cut(author, LONGEST_NAME), publishedAt, updatedAt, categories.stream().filter(category -> category.length() <= LONGEST_NAME).toList(), language, pictures, base,
                playing);
    }

    /** A name too long for an index of the database goes by its beginning and its hash, which tell it apart as well. */
    private static String identity(String guid) {
        return guid.length() <= LONGEST_GUID ? guid : cut(guid, LONGEST_GUID / 2) + '#' + Sha256.hex(guid);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    /** What an entry doesn't say of itself, its feed says for all. */
    FeedEntry orElse(String feedAuthor, String feedLanguage) {
        return new FeedEntry(guid, url, title, summaryHtml, contentHtml, author.isEmpty() ? feedAuthor : author, publishedAt, updatedAt, categories,
                language.isEmpty() ? feedLanguage : language, pictures, base, playing);
    }
}
