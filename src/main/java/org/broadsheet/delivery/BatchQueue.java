package org.broadsheet.delivery;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.inject.Singleton;

import org.broadsheet.platform.DataFolder;
import org.jboss.logging.Logger;

/** Hands claimed copies to connections, the editions taking turns. One claims at a time, so that idle connections don't all ask the database. */
@Singleton
class BatchQueue {

    private static final Logger LOG = Logger.getLogger(BatchQueue.class);
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final DataFolder node;
    private final DeliveryConfig config;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Deque<Long> editions = new ArrayDeque<>();
    private long askAgainAtNanos = System.nanoTime();

    BatchQueue(Ledger ledger, DataFolder node, DeliveryConfig config) {
        this.ledger = ledger;
        this.node = node;
        this.config = config;
    }

    /** There may be something to send. */
    void wake() {
        lock.lock();
        try {
            askAgainAtNanos = System.nanoTime();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next copies, or empty if there were none for a while.
     *
     * @param most so many at most
     */
    Optional<Batch> next(int most) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var wait = askAgainAtNanos - System.nanoTime();
            if (wait > 0) {
                news.awaitNanos(Math.min(wait, TimeUnit.SECONDS.toNanos(1)));
                if (askAgainAtNanos - System.nanoTime() > 0) {
                    return Optional.empty();
                }
            }
            var batch = claim(most);
            if (batch.isEmpty()) {
                askAgainAtNanos = System.nanoTime() + IDLE.toNanos();
            }
            return batch;
        } catch (SQLException problem) {
            LOG.errorf("Nothing is sent: the ledger cannot be read (%s)", problem.getMessage());
            askAgainAtNanos = System.nanoTime() + IDLE.multipliedBy(3).toNanos();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Batch> claim(int most) throws SQLException {
        for (var round = 0; round < 2; round++) {
            if (editions.isEmpty()) {
                editions.addAll(ledger.editionsWithWork());
            }
            while (!editions.isEmpty()) {
                var edition = editions.pollFirst();
                var claimedAt = System.nanoTime();
                var claims = ledger.claim(edition, node.node(), config.lease(), most);
                if (!claims.isEmpty()) {
                    editions.addLast(edition);
                    return Optional.of(new Batch(edition, claims, claimedAt));
                }
            }
        }
        return Optional.empty();
    }
}
