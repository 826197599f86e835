package org.broadsheet.article.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.broadsheet.source.FoundPicture;

/**
 * The article on a web page, untrusted: clean it before it is shown. Text is plain and in one line, "" if the page does not say.
 *
 * @param byline       as the page has it, such as "By Jane Doe"
 * @param author       the names alone, also from a byline outside of the article
 * @param excerpt      the standfirst: what the page says that it is about, else its first paragraph
 * @param language     as the page states it, such as {@code en-GB}
 * @param direction    {@code ltr} or {@code rtl}: as the page states it, else rtl if the text is written so
 * @param canonicalUrl the address by which the page wants to be known, if it can be the article's
 * @param bodyHtml     the article alone, links and pictures absolute; "" if there is none
 * @param pictures     the likeliest lead first
 * @param likely       whether the page looks like an article at all; a list of links or a front page does not
 */
public record PageArticle(String title, String byline, String author, String excerpt, String siteName, String language, String direction, Optional<Instant> publishedAt,
        Optional<Instant> updatedAt, Optional<String> canonicalUrl, String section, List<String> tags, String bodyHtml, List<FoundPicture> pictures, boolean likely, PageVerdict verdict) {

    static PageArticle none(PageVerdict verdict) {
        return new PageArticle("", "", "", "", "", "", "", Optional.empty(), Optional.empty(), Optional.empty(), "", List.of(), "", List.of(), false, verdict);
    }
}
