package org.broadsheet.edition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import org.broadsheet.article.Article;

/**
 * What an edition says of a story, independent of what becomes of its articles. Absent text is "".
 *
 * @param source      name of the source; "" for the publication's own
 * @param minutes     reading time; 0 if unknown
 * @param pictureHash names the stored picture; "" if there is none
 * @param pictureWidth of its original, in pixels; 0 if unknown
 * @param pictureHeight of its original, in pixels; 0 if unknown
 */
public record FrozenStory(
        String url,
        String kicker,
        String headline,
        String standfirst,
        String summary,
        String source,
        int minutes,
        String language,
        String pictureHash,
        String pictureAlt,
        String pictureCaption,
        String pictureCredit,
        int pictureWidth,
        int pictureHeight,
        List<Digest.Other> others) {

    /** @param summary what is said of it beside its standfirst */
    static FrozenStory of(Article article, String summary, List<Article> others) {
        return new FrozenStory(article.url, article.kicker, article.title, article.standfirst, summary, article.sourceName,
                article.minutes, article.language, Optional.ofNullable(article.pictureHash).orElse(""), article.pictureAlt,
                article.pictureCaption, article.pictureCredit, article.pictureWidth, article.pictureHeight, others(article, others));
    }

    /** The same story in an editor's words, where given. */
    FrozenStory rewritten(Optional<String> newKicker, Optional<String> newHeadline, Optional<String> newStandfirst, Optional<String> newSummary) {
        return new FrozenStory(url, newKicker.orElse(kicker), newHeadline.orElse(headline), newStandfirst.orElse(standfirst),
                newSummary.orElse(summary), source, minutes, language, pictureHash, pictureAlt, pictureCaption, pictureCredit, pictureWidth, pictureHeight, others);
    }

    /** The same story without its picture. */
    FrozenStory unpictured() {
        return new FrozenStory(url, kicker, headline, standfirst, summary, source, minutes, language, "", "", "", "", 0, 0, others);
    }

    /** Each other source once. */
    private static List<Digest.Other> others(Article article, List<Article> reports) {
        var bySource = new LinkedHashMap<String, Digest.Other>();
        reports.stream().filter(report -> !report.sourceName.isEmpty() && !report.sourceName.equals(article.sourceName))
                .forEach(report -> bySource.putIfAbsent(report.sourceName, new Digest.Other(report.sourceName, report.url)));
        return List.copyOf(bySource.values());
    }
}
