package org.broadsheet.article;

import java.sql.SQLException;
import java.util.concurrent.Executors;

import jakarta.inject.Singleton;

import org.broadsheet.source.SourceLeases;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;

/** Reads the sources whose time has come, several at a time; one that fails harms only itself (promise 7). */
@Singleton
public class IngestTicker {

    private static final Logger LOG = Logger.getLogger(IngestTicker.class);
    private static final int AT_ONCE = 8;

    private final SourceLeases leases;
    private final Ingest ingest;

    IngestTicker(SourceLeases leases, Ingest ingest) {
        this.leases = leases;
        this.ingest = ingest;
    }

    /** Reads what is due. */
    @Scheduled(every = "${broadsheet.fetch.every:10s}", delayed = "5s", identity = "sources", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void tick() throws SQLException {
        for (var due = leases.claimDue(AT_ONCE); !due.isEmpty(); due = leases.claimDue(AT_ONCE)) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                due.forEach(source -> threads.execute(() -> read(source)));
            }
        }
    }

    private void read(long source) {
        try {
            ingest.readClaimed(source);
        } catch (SQLException | RuntimeException problem) {
            LOG.errorf(problem, "Source %d could not be read; its lease runs out and it is tried again", source);
        }
    }
}
