package org.broadsheet.article;

import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.broadsheet.source.SourceLeases;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;

/**
 * Reads the sources whose time has come, several at a time; one that fails or dawdles harms only itself (promise 7): nobody waits for it, its place
 * alone is taken.
 */
@Singleton
public class IngestTicker {

    private static final Logger LOG = Logger.getLogger(IngestTicker.class);
    private static final int AT_ONCE = 32;
    private static final int PATIENCE_SECONDS = 5;

    private final SourceLeases leases;
    private final Ingest ingest;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("source-", 0).factory());

    IngestTicker(SourceLeases leases, Ingest ingest) {
        this.leases = leases;
        this.ingest = ingest;
    }

    /** Begins to read what is due, as far as there are places, and goes on while places become free. */
    @Scheduled(every = "${broadsheet.fetch.every:10s}", delayed = "5s", identity = "sources", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void tick() throws SQLException, InterruptedException {
        while (places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            var free = 1 + places.drainPermits();
            var due = leases.claimDue(free);
            places.release(free - due.size());
            if (due.isEmpty()) {
                return;
            }
            due.forEach(source -> threads.execute(() -> read(source)));
        }
    }

    private void read(long source) {
        try {
            ingest.readClaimed(source);
        } catch (SQLException | RuntimeException problem) {
            LOG.errorf(problem, "Source %d could not be read; its lease runs out and it is tried again", source);
        } finally {
            places.release();
        }
    }

    /** What is being read is given up; its leases run out, and nothing of it was noted. */
    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
