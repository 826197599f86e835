package org.broadsheet.delivery;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Watches the deadlines of all open connections on one thread. */
final class Deadlines implements AutoCloseable {

    private static final Duration COARSEST = Duration.ofSeconds(1);
    private static final Duration FINEST = Duration.ofMillis(5);

    private final Set<Deadline> open = ConcurrentHashMap.newKeySet();
    private final Duration tick;
    private final Thread thread;

    Deadlines(SmtpTimeouts timeouts) {
        tick = tick(timeouts);
        thread = Thread.ofPlatform().name("relay-deadlines").daemon().start(this::watch);
    }

    void add(Deadline deadline) {
        open.add(deadline);
    }

    void remove(Deadline deadline) {
        open.remove(deadline);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(tick);
                long now = System.nanoTime();
                open.forEach(deadline -> deadline.check(now));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** A tenth of the shortest time. */
    private static Duration tick(SmtpTimeouts timeouts) {
        Duration shortest = Stream.of(timeouts.command(), timeouts.data(), timeouts.block(), timeouts.dot(), timeouts.quit())
                .min(Duration::compareTo).orElseThrow().dividedBy(10);
        return shortest.compareTo(COARSEST) > 0 ? COARSEST : shortest.compareTo(FINEST) < 0 ? FINEST : shortest;
    }
}
