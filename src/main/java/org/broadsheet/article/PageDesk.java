package org.broadsheet.article;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.broadsheet.article.page.PageReader;
import org.broadsheet.platform.FetchOutcome;
import org.broadsheet.platform.GuardedHttp;
import org.broadsheet.source.ArticleSelectors;
import org.broadsheet.source.Robots;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;

/**
 * Reads the pages of articles whose source says too little: as robots.txt allows, one page of a host at a time, and what fails for a passing
 * reason again later. Whatever goes wrong is noted with the article, which keeps what its source said.
 */
@ApplicationScoped
public class PageDesk {

    private static final Logger LOG = Logger.getLogger(PageDesk.class);
    private static final int BATCH = 60;
    /** So long may those wait who asked for a source to be read; what is left is read in the background. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    /** Whether the turn in the background, which had taken one already, is done with it. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final GuardedHttp http;
    private final Robots robots;
    private final PageClaims claims;
    private final PageBook book;
    private final ExecutorService readers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("page-reader-", 0).daemon().factory());

    PageDesk(GuardedHttp http, Robots robots, PageClaims claims, PageBook book) {
        this.http = http;
        this.robots = robots;
        this.claims = claims;
        this.book = book;
    }

    /** Reads the pages of these articles, as far as they want it and there is time; what goes wrong is made up for in the background. */
    public void get(List<Long> articles) {
        try {
            if (!articles.isEmpty()) {
                var until = System.nanoTime() + PATIENCE.toNanos(); // a stop watch, not a time of day
                read(claims.claim(articles));
                while (System.nanoTime() - until < 0 && claims.underway(articles)) {
                    Thread.sleep(LOOK_AGAIN);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (SQLException problem) {
            LOG.errorf(problem, "Pages of %d articles could not be claimed; they are read later", articles.size());
        }
    }

    /** Reads what was left over, or is to be tried again. */
    @Scheduled(every = "30s", delayed = "20s", identity = "pages", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void getWanted() throws SQLException {
        read(claims.claim(BATCH));
    }

    void close(@Observes ShutdownEvent stop) {
        readers.shutdownNow();
    }

    private void read(List<Long> articles) throws SQLException {
        var byHost = book.errands(articles).stream().collect(Collectors.groupingBy(PageErrand::host));
        var until = System.nanoTime() + PATIENCE.toNanos(); // a stop watch, not a time of day
        var left = new ArrayList<Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var works = byHost.values().stream().map(errands -> threads.submit(() -> inTurn(errands, until))).toList();
            for (var work : works) {
                left.addAll(work.get());
            }
        } catch (ExecutionException problem) {
            throw new IllegalStateException("Pages could not be read", problem.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return; // the claims run out
        }
        claims.due(left, Duration.ZERO);
    }

    /** @return those for which there was no time */
    private List<Long> inTurn(List<PageErrand> errands, long until) throws InterruptedException {
        for (var place = 0; place < errands.size(); place++) {
            if (System.nanoTime() - until > 0) {
                return errands.subList(place, errands.size()).stream().map(PageErrand::article).toList();
            }
            var errand = errands.get(place);
            try {
                var again = book.settle(errand, outcome(errand));
                if (again.isPresent()) {
                    claims.due(List.of(errand.article()), again.get());
                }
            } catch (RuntimeException | SQLException problem) {
                LOG.errorf(problem, "The page of article %d could not be stored; it is tried again", errand.article());
            }
        }
        return List.of();
    }

    private PageOutcome outcome(PageErrand errand) throws InterruptedException {
        var verdict = robots.turn(errand.request());
        if (!verdict.allowed()) {
            return new PageOutcome.Later(verdict.words()); // it may be the server's trouble, or change its mind
        }
        return switch (http.fetch(errand.request())) {
            case FetchOutcome.Fetched fetched -> read(fetched, errand.selectors());
            case FetchOutcome.NotModified unasked -> new PageOutcome.Never("The server answered that it has not changed, which nobody asked");
            case FetchOutcome.Refused refused -> new PageOutcome.Never(refused.reason());
            case FetchOutcome.Failed failed -> PageOutcome.of(failed);
        };
    }

    private PageOutcome read(FetchOutcome.Fetched fetched, ArticleSelectors selectors) throws InterruptedException {
        try {
            var read = readers.submit(() -> PageReader.read(fetched.body(), fetched.contentTypeWithCharset(), fetched.finalUrl(), selectors)).get();
            return new PageOutcome.Read(read.article(), fetched.finalUrl(), read.note());
        } catch (ExecutionException problem) {
            LOG.debugf(problem, "A page could not be read");
            return new PageOutcome.Never("The page could not be read: " + problem.getCause().getMessage());
        }
    }
}
