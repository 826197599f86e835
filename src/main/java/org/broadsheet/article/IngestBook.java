package org.broadsheet.article;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.broadsheet.platform.FetchOutcome;
import org.broadsheet.platform.FetchRequest;
import org.broadsheet.source.FeedDocument;
import org.broadsheet.source.FeedEntry;
import org.broadsheet.source.FeedProblem;
import org.broadsheet.source.Source;
import org.broadsheet.source.SourcePace;
import org.broadsheet.source.SourceRegister;
import org.broadsheet.source.SourceRule;
import org.broadsheet.source.SourceSecrets;
import org.jboss.logging.Logger;

/** What is written down of a reading: the articles, and how it went. Each in a transaction of its own, and none while a server is waited for. */
@ApplicationScoped
class IngestBook {

    private static final Logger LOG = Logger.getLogger(IngestBook.class);

    /** What has to be fetched. */
    record Errand(FetchRequest request) {

        String url() {
            return request.url();
        }
    }

    /** @param wanting articles whose pictures are still to be fetched */
    record Taken(Ingest.Report report, List<Long> wanting) {

        static Taken nothing(Ingest.Report report) {
            return new Taken(report, List.of());
        }
    }

    private final SourceRegister register;
    private final SourceSecrets secrets;
    private final ArticleStore store;
    private final Clock clock;

    IngestBook(SourceRegister register, SourceSecrets secrets, ArticleStore store, Clock clock) {
        this.register = register;
        this.secrets = secrets;
        this.store = store;
        this.clock = clock;
    }

    @Transactional
    Errand errand(long id) {
        var source = register.require(id);
        var request = FetchRequest.of(source.readUrl()).accepting(FetchRequest.FEED)
                .unlessUnchanged(Optional.ofNullable(source.etag), Optional.ofNullable(source.lastModified));
        return new Errand(secrets.of(source).map(access -> access.apply(request)).orElse(request));
    }

    /** The report on a document that is byte for byte the one before, though its server didn't notice; empty if it is another. */
    @Transactional
    Optional<Ingest.Report> same(long id, FetchOutcome.Fetched fetched) {
        var source = register.require(id);
        if (source.bodyHash == null || !MessageDigest.isEqual(source.bodyHash, hash(fetched.body()))) {
            return Optional.empty();
        }
        read(source, fetched);
        return Optional.of(new Ingest.Report(Ingest.Report.Status.OK, 0, 0, source.entries, List.of()));
    }

    @Transactional
    void unchanged(long id, Duration maxAge, Optional<String> movedTo) {
        var source = register.require(id);
        moved(source, movedTo);
        source.succeeded(clock.instant(), maxAge, SourcePace.Pushing.NO);
    }

    @Transactional
    Taken take(long id, FeedDocument feed, Optional<FetchOutcome.Fetched> fetched) {
        var source = register.require(id);
        source.title = CleanText.line(feed.title(), 120);
        source.subtitle = CleanText.line(feed.head().subtitle(), 300);
        var problems = new ArrayList<>(feed.problems());
        fetched.ifPresent(document -> {
            source.learned(feed, clock.instant());
            source.bodyHash = hash(document.body());
            problems.addAll(read(source, document));
        });
        var kept = feed.entries().stream().filter(entry -> !entry.url().isEmpty()).filter(entry -> SourceRule.keep(source.rules, entry)).toList();
        var dropped = feed.entries().stream().filter(entry -> !SourceRule.keep(source.rules, entry)).count();
        if (dropped > 0) {
            problems.add(new FeedProblem("dropped", dropped + (dropped == 1 ? " entry is" : " entries are") + " left out by the rules of this source", 0));
        }
        source.entries = kept.size();
        return stored(source, kept, problems);
    }

    private Taken stored(Source source, List<FeedEntry> entries, List<FeedProblem> problems) {
        var counts = new int[ArticleStore.Change.values().length];
        var wanting = new ArrayList<Long>();
        for (var entry : entries) {
            var stored = store.store(source, draft(source, entry));
            counts[stored.change().ordinal()]++;
            if (stored.article().pictureState == Article.PictureState.WANTED) {
                Article.flush();
                wanting.add(stored.article().id);
            }
        }
        return new Taken(new Ingest.Report(Ingest.Report.Status.OK, counts[0], counts[1], counts[2], List.copyOf(problems)), wanting);
    }

    /** Notes what the server said of the document, and when it is read again. */
    private List<FeedProblem> read(Source source, FetchOutcome.Fetched fetched) {
        source.etag = fetched.etag().orElse(null);
        source.lastModified = fetched.lastModified().orElse(null);
        var words = moved(source, fetched.permanentlyMovedTo());
        source.succeeded(clock.instant(), fetched.maxAge().orElse(Duration.ZERO), SourcePace.Pushing.NO);
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
    Ingest.Report failed(long id, String code, String reason, Duration pause) {
        register.require(id).failed(clock.instant(), reason, pause);
        LOG.infof("Source %d cannot be read: %s", id, reason);
        return Ingest.Report.of(Ingest.Report.Status.FAILED, new FeedProblem(code, reason, 0));
    }

    private static ArticleDraft draft(Source source, FeedEntry entry) {
        var kicker = entry.categories().stream().filter(category -> category.length() <= 40).findFirst().orElse("");
        var pictures = source.rights.allowPictures() ? PictureChooser.choose(entry.pictures(), entry.contentHtml(), entry.base()) : List.<PictureOffer>of();
        return new ArticleDraft(entry.guid(), entry.url(), entry.title(), kicker, entry.summaryHtml(), RelativeLinks.resolved(entry.contentHtml(), entry.base(), entry.url()),
                entry.author(), entry.publishedAt(), entry.updatedAt(), entry.language(), source.section, entry.categories(), pictures);
    }

    private static byte[] hash(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", impossible);
        }
    }
}
