package org.broadsheet.article;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.broadsheet.platform.FetchOutcome;
import org.broadsheet.source.FeedDocument;
import org.broadsheet.source.FeedEntry;
import org.broadsheet.source.FeedProblem;
import org.broadsheet.source.HubDesk;
import org.broadsheet.source.LastReading;
import org.broadsheet.source.ReadErrand;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Source;
import org.broadsheet.source.SourceRegister;
import org.broadsheet.source.SourceRule;
import org.broadsheet.source.SourceSecrets;
import org.broadsheet.web.Refusal;
import org.jboss.logging.Logger;

/** What is written down of a reading: the articles, and how it went. Each in a transaction of its own, and none while a server is waited for. */
@ApplicationScoped
class IngestBook {

    private static final Logger LOG = Logger.getLogger(IngestBook.class);
    /** Of what a source has published for years, the latest articles are read whole. */
    private static final int MOST_PAGES = 50;
    /** A thousand articles that are all new, on a machine that is busy with other things. */
    private static final int STORING_SECONDS = 300;

    /**
     * @param pages   articles whose page is still to be read
     * @param wanting articles whose pictures are still to be fetched
     * @param fresh   dates of those that are new
     */
    record Taken(Ingest.Report report, List<Long> pages, List<Long> wanting, List<Instant> fresh) {
    }

    private final SourceRegister register;
    private final SourceSecrets secrets;
    private final HubDesk hubs;
    private final ArticleStore store;
    private final Clock clock;

    IngestBook(SourceRegister register, SourceSecrets secrets, HubDesk hubs, ArticleStore store, Clock clock) {
        this.register = register;
        this.secrets = secrets;
        this.hubs = hubs;
        this.store = store;
        this.clock = clock;
    }

    @Transactional
    ReadErrand errand(long id) {
        var source = register.require(id);
        if (source.kind == Source.Kind.MAIL) {
            throw Refusal.conflict("The articles of this source come by mail; there is nothing to be fetched");
        }
        return ReadErrand.of(source, secrets.of(source));
    }

    /** The report on a document that is byte for byte the one before. */
    @Transactional
    Ingest.Report same(long id, Reading.Same same) {
        var source = register.require(id);
        source.kept(same.kept());
        read(source, same.fetched());
        return noted(source, new Ingest.Report(Ingest.Report.Status.OK, 0, 0, source.entries, List.of()));
    }

    @Transactional
    void unchanged(long id, FetchOutcome.NotModified answer) {
        var source = register.require(id);
        source.confirmed(answer);
        moved(source, answer.permanentlyMovedTo());
        source.succeeded(clock.instant(), answer.maxAge().orElse(Duration.ZERO), hubs.pushing(source));
        noted(source, Ingest.Report.of(Ingest.Report.Status.NOT_MODIFIED));
    }

    private Ingest.Report noted(Source source, Ingest.Report report) {
        source.lastReading = new LastReading(clock.instant(), report.status().name(), report.fresh(), report.updated(), report.unchanged(), report.problems());
        return report;
    }

    @Transactional
    @TransactionConfiguration(timeout = STORING_SECONDS)
    Taken take(long id, FeedDocument feed, Optional<Reading.Read> reading) {
        var source = register.require(id);
        if (reading.isPresent() || !feed.title().isEmpty()) { // what is pushed may be an entry alone
            source.title = CleanText.line(feed.title(), 120);
            source.subtitle = CleanText.line(feed.head().subtitle(), 300);
        }
        var problems = new ArrayList<>(feed.problems());
        reading.ifPresent(read -> {
            source.found(read);
            source.learned(feed, clock.instant());
            hubs.discovered(source, feed.head(), read.fetched().links(), read.fetched().finalUrl());
            problems.addAll(read(source, read.fetched()));
        });
        var said = feed.entries().stream().filter(entry -> saysSomething(entry, feed.head().author())).toList();
        var kept = said.stream().filter(SourceRule.keeping(source.rules)).toList();
        var dropped = said.size() - kept.size();
        if (dropped > 0) {
            problems.add(new FeedProblem("dropped", dropped + (dropped == 1 ? " entry is" : " entries are") + " left out by the rules of this source", 0));
        }
        reading.ifPresent(document -> source.entries = kept.size());
        var taken = stored(source, kept, problems);
        reading.ifPresent(document -> hubs.polled(source, taken.fresh()));
        return taken;
    }

    private Taken stored(Source source, List<FeedEntry> entries, List<FeedProblem> problems) {
        var counts = new int[ArticleStore.Change.values().length];
        var pages = new ArrayList<Long>();
        var wanting = new ArrayList<Long>();
        var fresh = new ArrayList<Instant>();
        var articles = store.store(source, entries.stream().map(entry -> draft(source, entry)).toList());
        noteRemoved(entries.size() - articles.size(), problems);
        for (var stored : articles) {
            counts[stored.change().ordinal()]++;
            if (stored.change() == ArticleStore.Change.NEW) {
                Optional.ofNullable(stored.article().publishedAt).ifPresent(fresh::add);
            }
            if (stored.change() != ArticleStore.Change.UNCHANGED && pages.size() < MOST_PAGES && PageWish.of(stored.article(), source)) {
                stored.article().wantPage();
                pages.add(stored.article().id);
            }
            if (stored.article().pictureState == Article.PictureState.WANTED) {
                wanting.add(stored.article().id);
            }
        }
        return new Taken(noted(source, new Ingest.Report(Ingest.Report.Status.OK, counts[0], counts[1], counts[2], List.copyOf(problems))), pages, wanting, fresh);
    }

    private static void noteRemoved(int removed, List<FeedProblem> problems) {
        if (removed > 0) {
            problems.add(new FeedProblem("removed", removed + (removed == 1 ? " entry is left out, since its article was removed" : " entries are left out, since their articles were removed")
                    + " by hand", 0));
        }
    }

    /** Anything of its own will do, a name or a date too: a later reading may bring the rest. Until then no edition takes it ({@link Article#available}). */
    private static boolean saysSomething(FeedEntry entry, String feedAuthor) {
        return !(entry.url() + entry.title() + entry.summaryHtml() + entry.contentHtml() + entry.guid()).isBlank() || !entry.author().equals(feedAuthor)
                || entry.publishedAt().isPresent() || entry.updatedAt().isPresent() || !entry.categories().isEmpty();
    }

    /** Notes what the server said of the document, and when it is read again. */
    private List<FeedProblem> read(Source source, FetchOutcome.Fetched fetched) {
        var words = moved(source, fetched.permanentlyMovedTo());
        source.succeeded(clock.instant(), fetched.maxAge().orElse(Duration.ZERO), hubs.pushing(source));
        return words.map(message -> List.of(new FeedProblem("moved", message, 0))).orElse(List.of());
    }

    private Optional<String> moved(Source source, Optional<String> target) {
        if (target.isEmpty() || target.get().equals(source.readUrl())) {
            source.stayed();
            return Optional.empty();
        }
        return source.moved(target.get(), clock.instant()) ? Optional.of(register.rewrite(source)) : Optional.empty();
    }

    @Transactional
    Ingest.Report failed(long id, Reading.Failed failed) {
        var source = register.require(id);
        source.failed(clock.instant(), failed.words(), failed.pause());
        source.missed(failed.code());
        LOG.infof("Source %d cannot be read: %s", id, failed.words());
        var problems = new ArrayList<>(List.of(new FeedProblem(failed.code(), failed.words(), 0)));
        problems.addAll(failed.problems());
        return noted(source, new Ingest.Report(Ingest.Report.Status.FAILED, 0, 0, 0, List.copyOf(problems)));
    }

    private static ArticleDraft draft(Source source, FeedEntry entry) {
        var kicker = entry.categories().stream().filter(category -> category.length() <= 40).findFirst().orElse("");
        var pictures = source.rights.allowPictures() ? PictureChooser.choose(entry.pictures(), entry.contentHtml(), entry.base(), CleanText.line(entry.title())) : List.<PictureOffer>of();
        return new ArticleDraft(entry.guid(), entry.url(), entry.title(), kicker, entry.summaryHtml(), RelativeLinks.resolved(entry.contentHtml(), entry.base(), entry.url()),
                entry.author(), entry.publishedAt(), entry.updatedAt(), entry.language(), source.section, entry.categories(), pictures, entry.playing());
    }
}
