package org.broadsheet.article;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.broadsheet.article.page.PageArticle;
import org.broadsheet.source.FoundPicture;
import org.broadsheet.source.Source;

/**
 * What the page of an article adds to what its source says. The source's own words come first, except where it says nothing, or where all that
 * is known of an article is how a list of links called it.
 */
final class Completion {

    private static final int LONGEST_KICKER = 40;
    private static final int LONGEST_TEASER = 400;
    private static final Pattern CUT_OFF = Pattern.compile("\\s*(…|\\.\\.\\.|\\[…]|\\[\\.\\.\\.])$");
    private static final Duration HALF_A_DAY = Duration.ofHours(12);
    /** From the middle of a day in UTC to its beginning and its end in the zones that are farthest from it. */
    private static final Duration A_DAY_ANYWHERE = Duration.ofHours(26);
    /** What the source names stands among its pictures like one of a feed's. */
    private static final int NAMED_BY_SOURCE = 900;

    private Completion() {
    }

    /** @param address where the page was found */
    static ArticleDraft of(Article article, PageArticle page, String address) {
        var fuller = isLonger(page.bodyHtml(), article.bodyHtml);
        return new ArticleDraft(article.guid, article.url, title(article, page), first(article.kicker, page.section().length() <= LONGEST_KICKER ? page.section() : ""),
                standfirst(article, page), fuller ? page.bodyHtml() : article.bodyHtml, first(article.author, page.author()),
                publishedAt(article, page), Optional.ofNullable(article.updatedAt).or(page::updatedAt),
                first(article.language, page.language()), article.section, article.tags.isEmpty() ? page.tags() : article.tags, pictures(article, page, address));
    }

    /** What an entry that changed leaves open stays as the page had it. */
    static ArticleDraft kept(Article article, ArticleDraft draft) {
        if (!article.completed) {
            return draft;
        }
        return new ArticleDraft(draft.guid(), draft.url(), draft.title(), first(draft.kicker(), article.kicker), first(draft.standfirst(), article.standfirst), draft.bodyHtml(),
                first(draft.author(), article.author), draft.publishedAt().or(() -> Optional.ofNullable(article.publishedAt)), draft.updatedAt(),
                first(draft.language(), article.language), draft.section(), draft.tags().isEmpty() ? article.tags : draft.tags(),
                draft.pictures().isEmpty() ? article.pictureCandidates : draft.pictures(), draft.playing());
    }

    private static String title(Article article, PageArticle page) {
        var listed = article.source != null && (article.source.readKind() == Source.Kind.PAGE || article.source.readKind() == Source.Kind.SITEMAP);
        return !page.title().isEmpty() && (listed || article.title.equals(article.url)) ? page.title() : article.title;
    }

    /** A feed's teaser is one, once the text is there. The first words of the text are none: they stand below it anyway. */
    private static String standfirst(Article article, PageArticle page) {
        var text = Headline.key(PlainText.of(page.bodyHtml()));
        var teaser = CleanText.line(article.bodyHtml);
        return Stream.of(article.standfirst, teaser.length() <= LONGEST_TEASER ? teaser : "", page.excerpt())
                .filter(words -> !words.isEmpty() && !text.startsWith(Headline.key(CUT_OFF.matcher(words).replaceFirst("")))).findFirst().orElse(article.standfirst);
    }

    /** A day, as lists and addresses have it, gives way to the time that the page says, if that is of the same day somewhere on earth. */
    private static Optional<Instant> publishedAt(Article article, PageArticle page) {
        var known = Optional.ofNullable(article.publishedAt);
        var isDay = known.filter(at -> at.equals(at.truncatedTo(ChronoUnit.DAYS))).isPresent();
        var time = page.publishedAt().filter(at -> isDay && Duration.between(known.get(), at.minus(HALF_A_DAY)).abs().compareTo(A_DAY_ANYWHERE) <= 0);
        return time.or(() -> known).or(page::publishedAt);
    }

    private static boolean isLonger(String html, String than) {
        return PlainText.of(html).length() > PlainText.of(than).length();
    }

    private static List<PictureOffer> pictures(Article article, PageArticle page, String address) {
        if (article.source != null && !article.source.rights.allowPictures()) {
            return List.of();
        }
        var offers = article.pictureCandidates;
        var all = new ArrayList<FoundPicture>(IntStream.range(0, offers.size())
                .mapToObj(place -> new FoundPicture(offers.get(place).url(), 0, 0, offers.get(place).alt(), offers.get(place).caption(), offers.get(place).credit(), NAMED_BY_SOURCE - place))
                .toList());
        all.addAll(page.pictures());
        return PictureChooser.choose(all, page.bodyHtml(), address, article.title);
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
