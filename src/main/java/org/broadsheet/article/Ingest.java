package org.broadsheet.article;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.ApplicationScoped;
import org.broadsheet.platform.FetchOutcome;
import org.broadsheet.platform.GuardedHttp;
import org.broadsheet.source.FeedDocument;
import org.broadsheet.source.FeedProblem;
import org.broadsheet.source.FeedReader;
import org.broadsheet.source.NotAFeedException;
import org.broadsheet.source.SourceLeases;
import org.broadsheet.web.Refusal;
import org.jboss.logging.Logger;

/** Reads a source: fetches it, stores what is new, gets the pictures, and notes how it went where the operator looks. */
@ApplicationScoped
public class Ingest {

    private static final Logger LOG = Logger.getLogger(Ingest.class);
    private static final Duration REFUSED = Duration.ofHours(12);
    private static final Duration GONE = Duration.ofDays(7);
    private static final Duration TOO_OFTEN = Duration.ofHours(1);
    private static final Duration NOT_A_FEED = Duration.ofHours(1);

    /** How one reading of a source ended. */
    public record Report(Status status, @JsonProperty("new") int fresh, int updated, int unchanged, List<FeedProblem> problems) {

        /** In a word. */
        public enum Status {
            OK, NOT_MODIFIED, FAILED
        }

        static Report of(Status status, FeedProblem... problems) {
            return new Report(status, 0, 0, 0, List.of(problems));
        }
    }

    private final GuardedHttp http;
    private final SourceLeases leases;
    private final IngestBook book;
    private final PictureDesk pictures;

    Ingest(GuardedHttp http, SourceLeases leases, IngestBook book, PictureDesk pictures) {
        this.http = http;
        this.leases = leases;
        this.book = book;
        this.pictures = pictures;
    }

    /** Reads a source now, on request. */
    public Report refresh(long source) throws SQLException {
        book.errand(source); // 404 before anything else
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

    /** Takes in what a hub brought: the whole feed, or the part of it that is new. */
    public Report pushed(long source, byte[] body, String contentType) {
        try {
            return illustrated(source, book.take(source, FeedReader.read(body, contentType, book.errand(source).url()), Optional.empty()));
        } catch (NotAFeedException problem) {
            return Report.of(Report.Status.FAILED, new FeedProblem("not-a-feed", problem.getMessage(), 0));
        }
    }

    /** The document is let go before its pictures are fetched: they may need the room. */
    private Report read(long source) {
        var errand = book.errand(source);
        return illustrated(source, http.fetch(errand.request(), outcome -> outcome(source, outcome)));
    }

    private IngestBook.Taken outcome(long source, FetchOutcome outcome) {
        return switch (outcome) {
            case FetchOutcome.Fetched fetched -> fetched(source, fetched);
            case FetchOutcome.NotModified unchanged -> {
                book.unchanged(source, unchanged.maxAge().orElse(Duration.ZERO), unchanged.permanentlyMovedTo());
                yield IngestBook.Taken.nothing(Report.of(Report.Status.NOT_MODIFIED));
            }
            case FetchOutcome.Refused refused -> IngestBook.Taken.nothing(book.failed(source, "refused", refused.reason(), REFUSED));
            case FetchOutcome.Failed failed -> IngestBook.Taken.nothing(book.failed(source, failed.code(), failed.reason(), pause(failed)));
        };
    }

    private static Duration pause(FetchOutcome.Failed failed) {
        return failed.retryAfter().orElse(switch (failed.status()) {
            case 410 -> GONE;
            case 429 -> TOO_OFTEN;
            default -> Duration.ZERO;
        });
    }

    private IngestBook.Taken fetched(long source, FetchOutcome.Fetched fetched) {
        var same = book.same(source, fetched);
        if (same.isPresent()) {
            return IngestBook.Taken.nothing(same.get());
        }
        try {
            return book.take(source, FeedReader.read(fetched.body(), fetched.contentTypeWithCharset(), fetched.finalUrl()), Optional.of(fetched));
        } catch (NotAFeedException problem) {
            return IngestBook.Taken.nothing(book.failed(source, "not-a-feed", problem.getMessage(), NOT_A_FEED));
        }
    }

    private Report illustrated(long source, IngestBook.Taken taken) {
        pictures.get(taken.wanting());
        var report = taken.report();
        if (report.status() == Report.Status.OK) {
            LOG.infof("Source %d: %d new, %d updated, %d unchanged, %d problems", source, report.fresh(), report.updated(), report.unchanged(), report.problems().size());
        }
        return report;
    }
}
