package org.broadsheet.article;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.broadsheet.web.ValidLanguage;

/** An article as the API takes it. */
public record ArticleBody(
        @NotBlank(message = "is missing") @Size(max = 2000, message = "is longer than 2000 characters") String url,
        @NotBlank(message = "is missing") @Size(max = 500, message = "is longer than 500 characters") String title,
        @Size(max = 200, message = "is longer than 200 characters") String kicker,
        @Size(max = 2000, message = "is longer than 2000 characters") String standfirst,
        @Size(max = 1_000_000, message = "is longer than 1000000 characters") String bodyHtml,
        @Size(max = 300, message = "is longer than 300 characters") String author,
        Instant publishedAt,
        @ValidLanguage String language,
        String section,
        @Size(max = 50, message = "has more than 50 entries") List<@NotNull(message = "is missing") String> tags,
        @Valid PictureBody picture) {

    /** A picture as the API takes it. */
    public record PictureBody(
            @NotBlank(message = "is missing") @Size(max = 2000, message = "is longer than 2000 characters") String url,
            @Size(max = 1000, message = "is longer than 1000 characters") String alt,
            @Size(max = 1000, message = "is longer than 1000 characters") String caption,
            @Size(max = 300, message = "is longer than 300 characters") String credit) {
    }

    ArticleDraft draft() {
        return new ArticleDraft("", url, title, text(kicker), text(standfirst), text(bodyHtml), text(author), Optional.ofNullable(publishedAt),
                Optional.empty(), text(language), text(section), Optional.ofNullable(tags).orElse(List.of()),
                Optional.ofNullable(picture).map(given -> List.of(new PictureOffer(given.url(), text(given.alt()), text(given.caption()), text(given.credit()))))
                        .orElse(List.of()));
    }

    static ArticleBody of(Article article) {
        var offer = article.pictureCandidates.stream().findFirst();
        return new ArticleBody(article.url, article.title, article.kicker, article.standfirst, article.bodyHtml, article.author, article.publishedAt,
                article.language.isEmpty() ? null : article.language, article.section, article.tags,
                offer.map(given -> new PictureBody(given.url(), given.alt(), given.caption(), given.credit())).orElse(null));
    }

    private static String text(String value) {
        return Optional.ofNullable(value).orElse("");
    }
}
