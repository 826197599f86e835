package org.broadsheet.article;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.broadsheet.platform.FetchOutcome;
import org.broadsheet.platform.FetchRequest;
import org.broadsheet.platform.GuardedHttp;
import org.broadsheet.source.FeedDocument;
import org.broadsheet.source.FeedEntry;
import org.broadsheet.source.FeedProblem;
import org.broadsheet.source.FeedReader;
import org.broadsheet.source.NotAFeedException;
import org.broadsheet.source.Source;
import org.broadsheet.source.SourceLeases;
import org.broadsheet.web.Refusal;
import org.jboss.logging.Logger;

/** Reads a source: fetches it, stores what is new, gets the pictures, and notes how it went where the operator looks. */
@ApplicationScoped
public class Ingest {

    private static final Logger LOG = Logger.getLogger(Ingest.class);
    private static final Duration USUAL = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration GONE = Duration.ofDays(7);

    /** How one reading of a source ended. */
    public record Report(Status status, @com.fasterxml.jackson.annotation.JsonProperty("new") int fresh, int updated, int unchanged, List<FeedProblem> problems) {

        /** In a word. */
        public enum Status {
            OK, NOT_MODIFIED, FAILED
        }

        static Report of(Status status, List<FeedProblem> problems) {
            return new Report(status, 0, 0, 0, problems);
        }
    }

    /** What a request needs to know of the source. */
    private record Errand(FetchRequest request, String slug) {
    }

    private record Taken(Report report, List<Long> fresh) {
    }

    private final GuardedHttp http;
    private final SourceLeases leases;
    private final ArticleStore store;
    private final PictureDesk pictures;
    private final Clock clock;

    Ingest(GuardedHttp http, SourceLeases leases, ArticleStore store, PictureDesk pictures, Clock clock) {
        this.http = http;
        this.leases = leases;
        this.store = store;
        this.pictures = pictures;
        this.clock = clock;
    }

    /** Reads a source now, on request. */
    public Report refresh(long source) throws SQLException {
        errand(source); // 404 before anything else
        if (!leases.claim(source)) {
            throw Refusal.conflict("This source is being read just now");
        }
        return readClaimed(source);
    }

    /** Reads a source whose lease this node has, and gives the lease back. */
    Report readClaimed(long source) throws SQLException {
        try {
            return read(source);
        } finally {
            leases.release(source);
        }
    }

    private Report read(long source) {
        var errand = errand(source);
        return switch (http.fetch(errand.request())) {
            case FetchOutcome.Fetched fetched -> parse(source, fetched);
            case FetchOutcome.NotModified unchanged -> {
                succeeded(source, unchanged.maxAge());
                yield Report.of(Report.Status.NOT_MODIFIED, List.of());
            }
            case FetchOutcome.Refused refused -> failed(source, "refused", refused.reason(), LONGEST);
            case FetchOutcome.Failed failed -> failed(source, failed.code(), failed.reason(),
                    failed.status() == 410 ? GONE : failed.retryAfter().orElse(Duration.ZERO));
        };
    }

    private Report parse(long source, FetchOutcome.Fetched fetched) {
        FeedDocument feed;
        try {
            feed = FeedReader.read(fetched.body(), fetched.contentTypeWithCharset(), fetched.finalUrl());
        } catch (NotAFeedException problem) {
            return failed(source, "not-a-feed", problem.getMessage(), Duration.ofHours(1));
        }
        var taken = take(source, feed, fetched);
        pictures.get(taken.fresh());
        LOG.infof("Source %d: %d new, %d updated, %d unchanged, %d problems", source, taken.report().fresh(), taken.report().updated(),
                taken.report().unchanged(), taken.report().problems().size());
        return taken.report();
    }

    @Transactional
    Errand errand(long id) {
        var source = require(id);
        var request = FetchRequest.of(source.url).accepting(FetchRequest.FEED)
                .unlessUnchanged(Optional.ofNullable(source.etag), Optional.ofNullable(source.lastModified));
        return new Errand(request, source.publication.slug);
    }

    @Transactional
    Taken take(long id, FeedDocument feed, FetchOutcome.Fetched fetched) {
        var source = require(id);
        source.title = CleanText.line(feed.title(), 120);
        source.siteUrl = feed.siteUrl();
        source.language = feed.language();
        source.etag = fetched.etag().orElse(null);
        source.lastModified = fetched.lastModified().orElse(null);
        source.succeeded(clock.instant(), again(fetched.maxAge()));
        var problems = new ArrayList<>(feed.problems());
        var counts = new int[ArticleStore.Change.values().length];
        var wanting = new ArrayList<Long>();
        for (var entry : feed.entries()) {
            if (entry.url().isEmpty()) {
                continue; // the reader has noted it
            }
            var stored = store.store(source, draft(source, entry));
            counts[stored.change().ordinal()]++;
            if (stored.article().pictureState == Article.PictureState.WANTED) {
                Article.flush();
                wanting.add(stored.article().id);
            }
        }
        return new Taken(new Report(Report.Status.OK, counts[0], counts[1], counts[2], List.copyOf(problems)), wanting);
    }

    @Transactional
    void succeeded(long id, Optional<Duration> maxAge) {
        require(id).succeeded(clock.instant(), again(maxAge));
    }

    @Transactional
    Report failed(long id, String code, String reason, Duration pause) {
        require(id).failed(clock.instant(), reason, pause);
        LOG.infof("Source %d cannot be read: %s", id, reason);
        return Report.of(Report.Status.FAILED, List.of(new FeedProblem(code, reason, 0)));
    }

    private static Duration again(Optional<Duration> maxAge) {
        var asked = maxAge.orElse(Duration.ZERO);
        return asked.compareTo(USUAL) < 0 ? USUAL : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    private static ArticleDraft draft(Source source, FeedEntry entry) {
        var kicker = entry.categories().stream().filter(category -> category.length() <= 40).findFirst().orElse("");
        return new ArticleDraft(entry.guid(), entry.url(), entry.title(), kicker, entry.summaryHtml(), entry.contentHtml(), entry.author(),
                entry.publishedAt(), entry.updatedAt(), entry.language(), source.section, entry.categories(),
                PictureChooser.choose(entry.pictures(), entry.contentHtml(), entry.url()));
    }

    private static Source require(long id) {
        return Source.<Source>findByIdOptional(id).orElseThrow(() -> Refusal.unknown("There is no source " + id));
    }
}
