package org.broadsheet.article;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.broadsheet.web.Ids;

/** An article as the API shows it; what is empty is null. */
public record ArticleItem(String id, String url, String guid, String title, String kicker, String standfirst, String summary, String bodyHtml,
        String author, Instant publishedAt, Instant updatedAt, String language, String section, List<String> tags, SourceRef source, String story,
        PictureItem picture, String pictureProblem, boolean bodyCut, String summaryProblem, String pageProblem, int revisions, List<AlsoReported> alsoReportedBy, List<TextPictureItem> textPictures) {

    /** Where it came from. */
    public record SourceRef(String id, String url, String title) {
    }

    /** Its stored picture. */
    public record PictureItem(String url, int width, int height, String alt, String caption, String credit) {
    }

    /** A picture that stands in its text, and how far copying it is; only where the rights allow that. */
    public record TextPictureItem(String url, BodyPicture.State state, String problem) {
    }

    static ArticleItem of(Article article, List<AlsoReported> others, List<BodyPicture.Status> textPictures, String publicBase) {
        return new ArticleItem(Ids.text(article.id), article.url, article.guid, article.title, text(article.kicker), text(article.standfirst),
                text(article.summary), text(article.bodyHtml), text(article.author), article.publishedAt, article.updatedAt, text(article.language),
                text(article.section), article.tags,
                Optional.ofNullable(article.source).map(source -> new SourceRef(Ids.text(source.id), source.url, source.displayName())).orElse(null),
                Ids.text(article.story.id), picture(article, publicBase), text(article.pictureProblem), article.bodyCut,
                text(article.summaryProblem), text(article.pageProblem), article.revisions, others,
                textPictures.stream().map(picture -> new TextPictureItem(picture.url(), picture.state(), text(picture.problem()))).toList());
    }

    private static PictureItem picture(Article article, String publicBase) {
        if (article.pictureHash == null) {
            return null;
        }
        var size = PictureFormat.LARGE.of(article.pictureWidth, article.pictureHeight);
        return new PictureItem(publicBase + PictureFormat.LARGE.path(article.pictureHash), size.width(), size.height(), article.pictureAlt, text(article.pictureCaption),
                text(article.pictureCredit));
    }

    private static String text(String value) {
        return value.isEmpty() ? null : value;
    }
}
