package org.broadsheet.platform;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Keeps the number of simultaneous fetches from one host small (F4). A fixed number of semaphores, shared by hosts of the same hash:
 * now and then two hosts wait for each other, and nothing grows.
 */
final class HostSlots {

    private static final int STRIPES = 1024;
    private final Semaphore[] slots;
    private final FetchLimits limits;

    HostSlots(FetchLimits limits) {
        this.limits = limits;
        this.slots = Stream.generate(() -> new Semaphore(limits.perHost(), true)).limit(STRIPES).toArray(Semaphore[]::new);
    }

    Hop with(String host, Work work) {
        Semaphore slot = slots[Math.floorMod(host.hashCode(), STRIPES)];
        try {
            if (!slot.tryAcquire(limits.slotWait().toMillis(), TimeUnit.MILLISECONDS)) {
                return Hop.failed("busy", "Too many other fetches from " + host + " are under way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Hop.failed("interrupted", "The fetch was interrupted because the service is stopping");
        }
        try {
            return work.run();
        } finally {
            slot.release();
        }
    }

    /** What is done while holding a slot. */
    @FunctionalInterface
    interface Work {

        Hop run();
    }
}
