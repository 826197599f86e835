package org.broadsheet.platform;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps what one host has to bear small: few fetches at the same time, a moment between two, and none while it has asked to be left alone
 * (F4, RFC 6585 section 4). Hosts never wait for each other. A host is forgotten once nobody fetches from it and its moment is over.
 */
final class HostSlots {

    private static final Duration LONGEST_QUIET = Duration.ofHours(1);
    private static final int REFUSALS_IN_A_ROW = 3;
    private static final int SWEEP_EVERY = 256;
    private final ConcurrentHashMap<String, Host> hosts = new ConcurrentHashMap<>();
    private final AtomicInteger left = new AtomicInteger();
    private final FetchLimits limits;

    HostSlots(FetchLimits limits) {
        this.limits = limits;
    }

    /** @return what the work led to, or why there was no time for it */
    Hop with(String host, Work work) {
        Host entry = hosts.compute(host, (name, known) -> (known == null ? new Host(limits.perHost()) : known).entered());
        try {
            return entry.quiet().map(rest -> wanted(host, rest)).orElseGet(() -> inTurn(host, entry, work));
        } finally {
            leave(host);
        }
    }

    private Hop inTurn(String host, Host entry, Work work) {
        try {
            if (!entry.slots.tryAcquire(limits.slotWait().toMillis(), TimeUnit.MILLISECONDS)) {
                return Hop.failed("busy", "Too many other fetches from " + host + " are under way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Hop.interrupted();
        }
        try {
            TimeUnit.NANOSECONDS.sleep(entry.turn(limits.pause()));
            return entry.quiet().map(rest -> wanted(host, rest)).orElseGet(work::run);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Hop.interrupted();
        } finally {
            entry.slots.release();
        }
    }

    private static Hop wanted(String host, Duration rest) {
        return new Hop.Ended(new FetchOutcome.Failed("busy", 0, host + " has asked to be left alone for another " + Math.max(1, rest.toSeconds())
                + " seconds", Optional.of(rest)));
    }

    /**
     * Notes that it was told to come back later (429). That may hold for this address alone; when some in a row get the same answer, nothing is
     * fetched from the host for so long, an hour at most.
     */
    void refused(String host, String address, Duration time) {
        Duration bounded = time.compareTo(LONGEST_QUIET) > 0 ? LONGEST_QUIET : time;
        hosts.computeIfPresent(host, (name, known) -> known.refused(address, bounded));
    }

    /** Notes that it answered otherwise. */
    void answered(String host) {
        hosts.computeIfPresent(host, (name, known) -> known.answered());
    }

    private void leave(String host) {
        hosts.computeIfPresent(host, (name, known) -> known.left());
        if (left.incrementAndGet() % SWEEP_EVERY == 0) {
            hosts.keySet().forEach(name -> hosts.computeIfPresent(name, (same, known) -> known.unlessForgotten()));
        }
    }

    int known() {
        return hosts.size();
    }

    /** What is done while holding a slot. */
    @FunctionalInterface
    interface Work {

        Hop run();
    }

    /** Changed under the lock of its place in the map only, but for the slots and the turn. Times are those of a stop watch. */
    private static final class Host {

        private final Semaphore slots;
        private final Set<String> refusals = new HashSet<>();
        private long refusalsUntil = System.nanoTime();
        private int guests;
        private long nextTurn = System.nanoTime();
        private volatile long quietUntil = nextTurn;

        Host(int slots) {
            this.slots = new Semaphore(slots, true);
        }

        Host entered() {
            guests++;
            return this;
        }

        Host left() {
            guests--;
            return unlessForgotten();
        }

        Host unlessForgotten() {
            return guests == 0 && untilTurn() <= 0 && quiet().isEmpty() && (refusals.isEmpty() || refusalsUntil - System.nanoTime() < 0) ? null : this;
        }

        Host refused(String address, Duration time) {
            long now = System.nanoTime();
            if (refusalsUntil - now < 0) {
                refusals.clear();
            }
            refusals.add(address);
            refusalsUntil = now + time.toNanos();
            if (refusals.size() >= REFUSALS_IN_A_ROW) {
                quietUntil = refusalsUntil;
                refusals.clear();
            }
            return this;
        }

        Host answered() {
            refusals.clear();
            return this;
        }

        Optional<Duration> quiet() {
            long rest = quietUntil - System.nanoTime();
            return rest > 0 ? Optional.of(Duration.ofNanos(rest)) : Optional.empty();
        }

        private synchronized long untilTurn() {
            return nextTurn - System.nanoTime();
        }

        /** @return nanoseconds to wait for one's turn, which is taken */
        synchronized long turn(Duration pause) {
            long now = System.nanoTime();
            long mine = nextTurn - now > 0 ? nextTurn : now;
            nextTurn = mine + pause.toNanos();
            return mine - now;
        }
    }
}
