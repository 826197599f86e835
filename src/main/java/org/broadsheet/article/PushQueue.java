package org.broadsheet.article;

import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.broadsheet.source.HubDesk;
import org.broadsheet.source.SourceLeases;
import org.jboss.logging.Logger;

/** What hubs pushed and is to be taken in. Bounded: what finds no place comes back from the hub, and polling finds what a stop lost. */
@Singleton
class PushQueue {

    private static final Logger LOG = Logger.getLogger(PushQueue.class);
    private static final int AT_ONCE = 4;
    private static final int WAITING = 16;
    private static final int PATIENCE_SECONDS = 20;

    private final Ingest ingest;
    private final SourceLeases leases;
    private final HubDesk hubs;
    private final ExecutorService threads = new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING),
            Thread.ofVirtual().name("push-", 0).factory());

    PushQueue(Ingest ingest, SourceLeases leases, HubDesk hubs) {
        this.ingest = ingest;
        this.leases = leases;
        this.hubs = hubs;
    }

    /** Whether there was a place for it. */
    boolean offer(long source, byte[] body, String contentType) {
        try {
            threads.execute(() -> take(source, body, contentType));
            return true;
        } catch (RejectedExecutionException full) {
            LOG.debugf(full, "No place for a push to source %d", source);
            return false;
        }
    }

    private void take(long source, byte[] body, String contentType) {
        try {
            if (!taken(source, body, contentType)) {
                hubs.pollSoon(source);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (SQLException | RuntimeException problem) {
            LOG.errorf(problem, "What a hub pushed to source %d could not be stored; the source is read instead", source);
            hubs.pollSoon(source);
        }
    }

    /** Under the source's lease, so that it isn't read at the same time. */
    private boolean taken(long source, byte[] body, String contentType) throws SQLException, InterruptedException {
        for (var second = 0; second < PATIENCE_SECONDS; second++) {
            if (leases.claim(source)) {
                try {
                    return ingest.pushed(source, body, contentType).status() == Ingest.Report.Status.OK;
                } finally {
                    leases.release(source);
                }
            }
            TimeUnit.SECONDS.sleep(1);
        }
        return false;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
