package org.broadsheet.article;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.broadsheet.platform.Sha256;
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
    private static final int MOST_TAGS = 20;
    /** Shorter bodies are their own summary. */
    private static final int WORTH_A_QUESTION = 400;
    private static final Duration FEEDS_MAY_BE_AHEAD = Duration.ofMinutes(5);

    private final Summariser summariser;
    private final ModelSummariser model;
    private final Stories stories;
    private final Clock clock;

    ArticleStore(Summariser summariser, ModelSummariser model, Stories stories, Clock clock) {
        this.summariser = summariser;
        this.model = model;
        this.stories = stories;
        this.clock = clock;
    }

    /**
     * Stores the entries of one reading of a source, with one look-up for all. An entry that comes twice is stored once.
     *
     * @return what became of each, in their order, without those whose article an operator had removed
     */
    public List<Stored> store(Source source, List<ArticleDraft> drafts) {
        var read = ReadEntries.of(source, drafts).entries();
        var first = KnownArticles.of(source, read);
        var entries = withoutRemoved(source, read, first);
        var known = lookedUp(source, entries, first);
        var seen = Collections.<Article>newSetFromMap(new IdentityHashMap<>());
        var stored = entries.stream().map(entry -> store(source, entry, known, seen)).toList();
        stories.place(source.publication, articles(stored, Change.NEW));
        stories.placeAgain(source.publication, articles(stored, Change.UPDATED));
        return stored;
    }

    /** Two readings of one publication may bring the same new article at once: where there is something new, one waits for the other and looks again. */
    private KnownArticles lookedUp(Source source, List<Entry> entries, KnownArticles known) {
        if (entries.stream().allMatch(entry -> known.find(entry).isPresent())) {
            return known;
        }
        stories.lock(source.publication);
        return KnownArticles.of(source, entries);
    }

    private static List<Entry> withoutRemoved(Source source, List<Entry> entries, KnownArticles known) {
        var removed = Set.copyOf(RemovedArticle.among(source, entries.stream().filter(entry -> known.find(entry).isEmpty()).toList()));
        return removed.isEmpty() ? entries : entries.stream().filter(entry -> !removed.contains(entry)).toList();
    }

    /** Stores an article that the publisher pushed. */
    public Stored push(Publication publication, ArticleDraft draft) {
        var entry = Entry.pushed(draft);
        stories.lock(publication);
        var found = KnownArticles.pushed(publication, entry);
        if (found.isEmpty()) {
            RemovedArticle.forget(publication, entry.addressKey());
            var stored = create(publication, Optional.empty(), entry, entry.addressKey());
            stories.place(publication, List.of(stored.article()));
            return stored;
        }
        var stored = update(found.get(), entry, draft);
        stories.placeAgain(publication, articles(List.of(stored), Change.UPDATED));
        return stored;
    }

    /**
     * Takes over what was read from an article's own page: the text in full, and what else the draft has. What its feed says later of the text
     * no longer counts, unless it is longer.
     */
    public void complete(Article article, ArticleDraft draft) {
        write(article, draft);
        article.completed = true;
        stories.placeAgain(article.publication, List.of(article));
    }

    /** Takes over an operator's changes; they stay until its source changes the article. */
    void rewrite(Article article, ArticleDraft draft) {
        var before = ArticleRevision.State.of(article);
        write(article, draft);
        if (article.source == null) {
            article.fingerprint = fingerprint(draft);
        }
        article.url = CanonicalAddress.withoutTracking(draft.url());
        revised(article, before, Optional.empty());
        stories.placeAgain(article.publication, List.of(article));
    }

    /** Takes over what was put right of an article that readers saw; it stays until its source changes the article. Its picture stays. */
    public void correct(Article article, CorrectedWords words) {
        var before = ArticleRevision.State.of(article);
        words.headline().ifPresent(headline -> article.title = CleanText.line(headline, LONGEST_TITLE));
        words.standfirst().ifPresent(standfirst -> article.standfirst = CleanText.line(standfirst, LONGEST_STANDFIRST));
        words.bodyHtml().ifPresent(html -> {
            var clean = BodyCleaner.clean(html, article.url, locale(article));
            article.bodyHtml = clean.html();
            noteCut(article, clean);
            var body = PlainText.of(article.bodyHtml);
            article.summary = summariser.summarise(article.title, article.standfirst, body, locale(article));
        });
        words.summary().ifPresent(summary -> article.summary = summary.strip());
        article.summaryState = Article.SummaryState.EXTRACTED; // a model would be asked about words that an editor has settled
        revised(article, before, Optional.empty());
    }

    private static List<Article> articles(List<Stored> stored, Change change) {
        return stored.stream().filter(one -> one.change() == change).map(Stored::article).distinct().toList();
    }

    private Stored store(Source source, Entry entry, KnownArticles known, Set<Article> seen) {
        var found = known.find(entry);
        if (found.isEmpty()) {
            var key = entry.ownKey();
            var stored = create(source.publication, Optional.of(source), entry, known.isTaken(key) ? entry.otherKey() : key);
            known.remember(stored.article());
            seen.add(stored.article());
            return stored;
        }
        var article = found.get();
        return seen.add(article) && adopts(source, article) ? moved(article, entry, known) : new Stored(article, Change.UNCHANGED);
    }

    /** An article of another source that is still there, or the publication's own, is not changed by a source that has it, too. */
    private static boolean adopts(Source source, Article article) {
        if (article.source == null && !article.sourceName.isEmpty()) {
            article.source = source; // the source was removed and added again
        }
        return article.source == source || article.source != null && article.source.id.equals(source.id);
    }

    /** What it is known by may change, as long as one thing stays. */
    private Stored moved(Article article, Entry entry, KnownArticles known) {
        article.guid = entry.draft().guid().isBlank() ? article.guid : entry.draft().guid();
        article.guidKey = entry.guidKey();
        var key = entry.ownKey();
        if (!known.isTakenFrom(article, key) && !key.equals(article.addressKey)) {
            article.addressKey = key;
            known.remember(article);
        }
        return update(article, entry, Completion.kept(article, FullerText.kept(article, entry)));
    }

    private Stored create(Publication publication, Optional<Source> source, Entry entry, String key) {
        var article = new Article();
        article.publication = publication;
        article.source = source.orElse(null);
        article.sourceName = source.map(Source::displayName).orElse("");
        article.firstSeenAt = clock.instant();
        article.guid = entry.draft().guid().isBlank() ? entry.url() : entry.draft().guid();
        article.guidKey = entry.guidKey();
        article.addressKey = key;
        write(article, entry.draft());
        known(article, entry);
        article.updatedAt = entry.draft().updatedAt().filter(at -> !at.isAfter(article.firstSeenAt.plus(FEEDS_MAY_BE_AHEAD))).orElse(null);
        return new Stored(article, Change.NEW);
    }

    /** Notes by what it is known again. */
    private static void known(Article article, Entry entry) {
        article.fingerprint = fingerprint(entry.draft());
        article.contentKey = entry.contentKey();
        article.textKey = entry.textKey();
        article.url = entry.url();
    }

    /** @param draft the entry's, with the text that is to be kept */
    private Stored update(Article article, Entry entry, ArticleDraft draft) {
        if (article.fingerprint.equals(fingerprint(entry.draft()))) {
            return new Stored(article, Change.UNCHANGED);
        }
        var before = ArticleRevision.State.of(article);
        write(article, draft);
        known(article, entry);
        if (!revised(article, before, entry.draft().updatedAt())) {
            return new Stored(article, Change.UNCHANGED);
        }
        return new Stored(article, Change.UPDATED);
    }

    /**
     * Notes what was changed, if readers notice it. The date of the update is the source's own where that is news and not in the future, else
     * now; a state that was there before is none.
     *
     * @param stated when its source says that it changed
     * @return whether readers notice
     */
    private boolean revised(Article article, ArticleRevision.State before, Optional<Instant> stated) {
        var changed = before.changedIn(ArticleRevision.State.of(article));
        if (changed.isEmpty()) {
            return false;
        }
        if (ArticleRevision.note(article, before, changed, clock.instant())) {
            var now = clock.instant();
            var last = Optional.ofNullable(article.updatedAt).or(() -> Optional.ofNullable(article.publishedAt)).orElse(Instant.MIN);
            article.updatedAt = stated.filter(at -> at.isAfter(last) && !at.isAfter(now.plus(FEEDS_MAY_BE_AHEAD))).orElse(now);
        }
        return true;
    }

    private void write(Article article, ArticleDraft draft) {
        article.language = draft.language();
        var clean = BodyCleaner.clean(draft.bodyHtml(), draft.url(), locale(article));
        article.bodyHtml = clean.html();
        noteCut(article, clean);
        article.standfirst = CleanText.line(draft.standfirst(), LONGEST_STANDFIRST);
        var body = PlainText.of(article.bodyHtml);
        article.lead = body.length() <= NewsMark.LEAD ? body : body.substring(0, NewsMark.LEAD);
        article.title = title(article, draft, body);
        article.kicker = CleanText.line(draft.kicker(), LONGEST_KICKER);
        article.author = CleanText.line(draft.author(), 120);
        article.section = draft.section();
        article.tags = draft.tags().stream().map(tag -> CleanText.line(tag, 60)).filter(tag -> !tag.isEmpty()).distinct().limit(MOST_TAGS).toList();
        article.summary = summariser.summarise(article.title, article.standfirst, body, locale(article));
        article.summaryState = model.isOn() && body.length() >= WORTH_A_QUESTION ? Article.SummaryState.WANTED : Article.SummaryState.EXTRACTED;
        article.summaryProblem = "";
        article.summaryTries = 0;
        draft.playing().ifPresent(playing -> article.playingSeconds = (int) playing.toSeconds());
        article.minutes = Attention.minutes(body, Duration.ofSeconds(article.playingSeconds));
        article.publishedAt = publishedAt(article, draft).orElse(null);
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
        if (Set.copyOf(draft.pictures()).equals(Set.copyOf(article.pictureCandidates))) {
            return; // another order is no other picture
        }
        article.pictureCandidates = draft.pictures();
        article.pictureState = draft.pictures().isEmpty() ? Article.PictureState.NONE : Article.PictureState.WANTED;
        article.pictureProblem = "";
        if (draft.pictures().isEmpty()) {
            article.pictureHash = null;
        }
    }

    private static String title(Article article, ArticleDraft draft, String body) {
        var title = CleanText.line(draft.title(), LONGEST_TITLE);
        if (!title.isEmpty()) {
            return title;
        }
        var first = CleanText.line(body.isEmpty() ? draft.standfirst() : body.lines().findFirst().orElse(""), 100);
        return !first.isEmpty() ? first : draft.url().isEmpty() ? article.sourceName : draft.url();
    }

    /** The language it is in; where nobody says, its publication's. */
    static Locale locale(Article article) {
        return Locale.forLanguageTag(article.language.isEmpty() ? article.publication.language : article.language);
    }

    private static String fingerprint(ArticleDraft draft) {
        return Sha256.shortHex(draft.toString());
    }
}
