package org.broadsheet.article;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;

/**
 * Asks the language model for the articles that wait and puts what it says in the place of their own sentences, which they have from the beginning:
 * nobody waits for a model. No transaction is open while it is asked.
 */
@ApplicationScoped
public class SummaryDesk {

    private static final Logger LOG = Logger.getLogger(SummaryDesk.class);
    private static final Duration TOMORROW = Duration.ofHours(6);
    private static final Duration SOON = Duration.ofMinutes(5);
    private static final int BATCH = 20;

    private final ModelSummariser model;
    private final SummaryBook book;
    private final SummaryConfig.Model settings;

    SummaryDesk(ModelSummariser model, SummaryBook book, SummaryConfig config) {
        this.model = model;
        this.book = book;
        this.settings = config.model();
    }

    /** How summaries by a model stand. */
    public record Standing(boolean on, String model, int waiting, int askedToday, int perDay, long written, long refused, long unanswered, String lastProblem) {
    }

    /** How it stands now, for the operator; the counts of answers are of this node, since it started. */
    public Standing standing() throws SQLException {
        var figures = model.figures();
        return new Standing(figures.on(), settings.name(), book.waiting(), book.spentToday(), settings.perDay(), figures.written(), figures.refused(), figures.unanswered(), figures.lastProblem());
    }

    /** Asks for what waits, as many at a time as are allowed. */
    @Scheduled(every = "30s", delayed = "20s", identity = "summaries", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void writeWanted() throws SQLException {
        if (!model.isOn()) {
            return;
        }
        try (var threads = Executors.newFixedThreadPool(Math.max(1, settings.connections()), Thread.ofVirtual().name("summary-", 0).factory())) {
            for (var article : book.claim(BATCH)) {
                threads.execute(() -> write(article));
            }
        }
    }

    private void write(long article) {
        try {
            var wish = book.wish(article);
            if (wish.isPresent()) {
                write(wish.get());
            }
        } catch (SQLException | RuntimeException problem) {
            LOG.errorf(problem, "The summary of article %d could not be stored; it is tried again", article);
        }
    }

    private void write(SummaryBook.Wish wish) throws SQLException {
        var hash = wish.hash(settings.name());
        var known = book.known(hash);
        if (known.isPresent()) {
            book.settle(wish, new ModelSummariser.Attempt.Written(known.get()));
            return;
        }
        if (!book.spend(settings.perDay())) {
            book.later(wish.article(), TOMORROW);
            return;
        }
        var attempt = model.attempt(wish.title(), wish.standfirst(), wish.body(), wish.language(), Summariser.STORED);
        if (attempt instanceof ModelSummariser.Attempt.Written written) {
            book.remember(hash, written.summary(), Duration.ofDays(settings.cacheDays()));
        }
        book.settle(wish, attempt);
        if (attempt instanceof ModelSummariser.Attempt.Unanswered silent) {
            book.later(wish.article(), pause(silent.retryAfter()));
        }
    }

    private static Duration pause(Optional<Duration> asked) {
        return asked.filter(pause -> pause.compareTo(SOON) > 0).orElse(SOON);
    }
}
