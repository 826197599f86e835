package org.broadsheet.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.broadsheet.publication.Publication;
import org.broadsheet.source.Source;
import org.jboss.logging.Logger;

/** Cleans what came in and stores it: new, changed or unchanged. In the caller's transaction. */
@ApplicationScoped
public class ArticleStore {

    /** What became of one article. */
    public enum Change {
        NEW, UPDATED, UNCHANGED
    }

    /** @param article as it is stored now */
    public record Stored(Article article, Change change) {
    }

    private static final Logger LOG = Logger.getLogger(ArticleStore.class);
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_KICKER = 60;
    private static final int LONGEST_STANDFIRST = 600;
    private static final int WORDS_PER_MINUTE = 220;
    private static final int IDEOGRAPHS_PER_MINUTE = 400;
    private static final int MOST_TAGS = 20;
    /** Shorter bodies are their own summary. */
    private static final int WORTH_A_QUESTION = 400;
    private static final Duration FEEDS_MAY_BE_AHEAD = Duration.ofMinutes(5);

    private final Summariser summariser;
    private final ModelSummariser model;
    private final Clock clock;

    ArticleStore(Summariser summariser, ModelSummariser model, Clock clock) {
        this.summariser = summariser;
        this.model = model;
        this.clock = clock;
    }

    /** Stores an article of a source. */
    public Stored store(Source source, ArticleDraft draft) {
        var known = Article.findByGuid(source, guid(draft)).or(() -> Article.findByAddress(source.publication, CanonicalAddress.key(draft.url())));
        return known.map(article -> update(article, draft, source)).orElseGet(() -> create(source.publication, Optional.of(source), draft));
    }

    /** Stores an article that the publisher pushed. */
    public Stored push(Publication publication, ArticleDraft draft) {
        return Article.findByAddress(publication, CanonicalAddress.key(draft.url()))
                .map(article -> update(article, draft, null))
                .orElseGet(() -> create(publication, Optional.empty(), draft));
    }

    /** Takes over an operator's changes. */
    void rewrite(Article article, ArticleDraft draft) {
        write(article, draft);
    }

    private Stored create(Publication publication, Optional<Source> source, ArticleDraft draft) {
        var article = new Article();
        article.publication = publication;
        article.source = source.orElse(null);
        article.sourceName = source.map(Source::displayName).orElse("");
        article.firstSeenAt = clock.instant();
        article.guid = guid(draft);
        article.addressKey = CanonicalAddress.key(draft.url());
        write(article, draft);
        article.story = Story.of(publication, article.title, clock.instant());
        article.persist();
        return new Stored(article, Change.NEW);
    }

    private Stored update(Article article, ArticleDraft draft, Source source) {
        if (article.source == null && source != null && !article.sourceName.isEmpty()) {
            article.source = source; // the source was removed and added again
        }
        if (article.fingerprint.equals(fingerprint(draft))) {
            return new Stored(article, Change.UNCHANGED);
        }
        write(article, draft);
        return new Stored(article, Change.UPDATED);
    }

    private void write(Article article, ArticleDraft draft) {
        article.fingerprint = fingerprint(draft);
        article.url = CanonicalAddress.withoutTracking(draft.url());
        article.language = draft.language();
        var clean = BodyCleaner.clean(draft.bodyHtml(), draft.url(), locale(article));
        article.bodyHtml = clean.html();
        noteCut(article, clean);
        article.standfirst = CleanText.line(draft.standfirst(), LONGEST_STANDFIRST);
        var body = PlainText.of(article.bodyHtml);
        article.title = title(draft, body);
        article.kicker = CleanText.line(draft.kicker(), LONGEST_KICKER);
        article.author = CleanText.line(draft.author(), 120);
        article.section = draft.section();
        article.tags = draft.tags().stream().map(tag -> CleanText.line(tag, 60)).filter(tag -> !tag.isEmpty()).distinct().limit(MOST_TAGS).toList();
        article.summary = summariser.summarise(article.title, article.standfirst, body, locale(article));
        article.summaryState = model.isOn() && body.length() >= WORTH_A_QUESTION ? Article.SummaryState.WANTED : Article.SummaryState.EXTRACTED;
        article.summaryProblem = "";
        article.summaryTries = 0;
        article.minutes = minutes(body);
        article.publishedAt = publishedAt(article, draft).orElse(null);
        article.updatedAt = draft.updatedAt().orElse(null);
        article.availableAt = article.publishedAt != null && article.publishedAt.isAfter(article.firstSeenAt) ? article.publishedAt : article.firstSeenAt;
        offerPictures(article, draft);
    }

    private static void noteCut(Article article, CleanBody clean) {
        article.bodyCut = clean.cut();
        if (clean.cut()) {
            LOG.infof("The body of an article from %s is longer than we keep; its end is left out", article.sourceName.isEmpty() ? article.publication.slug : article.sourceName);
        }
    }

    /** A publisher's own article may have an embargo; a feed that dates news into the future has a wrong clock or zone. */
    private Optional<Instant> publishedAt(Article article, ArticleDraft draft) {
        return draft.publishedAt().map(at -> article.source != null && at.isAfter(article.firstSeenAt.plus(FEEDS_MAY_BE_AHEAD)) ? article.firstSeenAt : at);
    }

    private static void offerPictures(Article article, ArticleDraft draft) {
        if (draft.pictures().equals(article.pictureCandidates)) {
            return;
        }
        article.pictureCandidates = draft.pictures();
        article.pictureState = draft.pictures().isEmpty() ? Article.PictureState.NONE : Article.PictureState.WANTED;
        article.pictureProblem = "";
        if (draft.pictures().isEmpty()) {
            article.pictureHash = null;
        }
    }

    private static String title(ArticleDraft draft, String body) {
        var title = CleanText.line(draft.title(), LONGEST_TITLE);
        if (!title.isEmpty()) {
            return title;
        }
        var first = CleanText.line(body.isEmpty() ? draft.standfirst() : body.lines().findFirst().orElse(""), 100);
        return first.isEmpty() ? draft.url() : first;
    }

    /** The language it is in; where nobody says, its publication's. */
    static Locale locale(Article article) {
        return Locale.forLanguageTag(article.language.isEmpty() ? article.publication.language : article.language);
    }

    private static int minutes(String body) {
        if (body.isEmpty()) {
            return 0;
        }
        var ideographs = body.codePoints().filter(Character::isIdeographic).count();
        var words = body.split("\\s+").length;
        return (int) Math.max(1, Math.round((double) words / WORDS_PER_MINUTE + (double) ideographs / IDEOGRAPHS_PER_MINUTE));
    }

    private static String guid(ArticleDraft draft) {
        return draft.guid().isBlank() ? draft.url() : draft.guid();
    }

    private static String fingerprint(ArticleDraft draft) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(draft.toString().getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", impossible);
        }
    }
}
