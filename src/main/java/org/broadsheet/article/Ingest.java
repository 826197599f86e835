package org.broadsheet.article;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.ApplicationScoped;
import org.broadsheet.source.FeedDocument;
import org.broadsheet.source.FeedProblem;
import org.broadsheet.source.FeedReader;
import org.broadsheet.source.NotAFeedException;
import org.broadsheet.source.Reading;
import org.broadsheet.source.SourceLeases;
import org.broadsheet.source.SourceReading;
import org.broadsheet.web.Refusal;
import org.jboss.logging.Logger;

/** Reads a source: has it read, stores what is new, gets the pages and pictures, and notes how it went where the operator looks. */
@ApplicationScoped
public class Ingest {

    private static final Logger LOG = Logger.getLogger(Ingest.class);

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

    private final SourceReading reading;
    private final SourceLeases leases;
    private final IngestBook book;
    private final StoringQueue storing = new StoringQueue(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final PageDesk pages;
    private final PictureDesk pictures;

    Ingest(SourceReading reading, SourceLeases leases, IngestBook book, PageDesk pages, PictureDesk pictures) {
        this.reading = reading;
        this.leases = leases;
        this.book = book;
        this.pages = pages;
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
            return taken(source, FeedReader.read(body, contentType, book.errand(source).readUrl()), Optional.empty());
        } catch (NotAFeedException problem) {
            return Report.of(Report.Status.FAILED, new FeedProblem("not-a-feed", problem.getMessage(), 0));
        }
    }

    /** Takes in what came otherwise than by fetching it, a newsletter for instance. */
    public Report take(long source, FeedDocument document) {
        return taken(source, document, Optional.empty());
    }

    private Report read(long source) {
        return switch (reading.read(book.errand(source))) {
            case Reading.Read read -> taken(source, read.document(), Optional.of(read));
            case Reading.Same same -> book.same(source, same);
            case Reading.NotModified unchanged -> {
                book.unchanged(source, unchanged.answer());
                yield Report.of(Report.Status.NOT_MODIFIED);
            }
            case Reading.Failed failed -> book.failed(source, failed);
        };
    }

    private Report taken(long source, FeedDocument feed, Optional<Reading.Read> read) {
        var taken = storing.with(feed, () -> book.take(source, feed, read));
        pages.get(taken.pages());
        pictures.get(Stream.concat(taken.pages().stream(), taken.wanting().stream()).distinct().toList()); // a page may have brought one
        var report = taken.report();
        if (report.status() == Report.Status.OK) {
            LOG.infof("Source %d: %d new, %d updated, %d unchanged, %d problems", source, report.fresh(), report.updated(), report.unchanged(), report.problems().size());
        }
        return report;
    }
}
