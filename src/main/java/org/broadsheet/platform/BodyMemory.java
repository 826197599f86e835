package org.broadsheet.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many bytes of bodies the service holds at once. Ordinary documents pass freely; a fetch that needs more than {@link #FREE} asks once, for all
 * that it may need, and waits for it in the order of asking. Nobody can wait for another in a circle, since who has a share asks for no second one.
 * Middling documents (pictures) have a share of their own, so that they never wait behind the largest.
 */
final class BodyMemory {

    /** Bytes of a body as transferred, and as many inflated, that cost nothing. */
    static final int FREE = 512 * 1024;
    private static final int UNIT = 1024;
    private final Semaphore middling;
    private final Semaphore large;
    private final int middlingUnits;
    private final int largeUnits;
    private final Duration patience;

    /** @param patience longest wait for a share */
    BodyMemory(long middlingBytes, long largeBytes, Duration patience) {
        this.middlingUnits = units(middlingBytes);
        this.largeUnits = units(largeBytes);
        this.middling = new Semaphore(middlingUnits, true);
        this.large = new Semaphore(largeUnits, true);
        this.patience = patience;
    }

    /** A quarter of the heap, and enough for one of the largest documents in any case. */
    static BodyMemory ofHeap(long heap, FetchLimits limits) {
        long largest = limits.wireBytes() + limits.inflatedBytes();
        return new BodyMemory(Math.max(limits.wireBytes() + limits.wireBytes() / 2, heap / 16), Math.max(largest, heap / 5), limits.total().dividedBy(2));
    }

    private static int units(long bytes) {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, Math.ceilDiv(bytes, UNIT)));
    }

    /** Of one fetch; nothing of it is taken yet. */
    Share share() {
        return new Share();
    }

    /** What one fetch holds. */
    final class Share implements AutoCloseable {

        private Semaphore pool;
        private int held;
        private boolean closed;

        /**
         * Waits until there is room.
         *
         * @throws NoRoomException      if there is none in time
         * @throws InterruptedException when the time of the fetch is over
         * @throws IllegalStateException if it holds something already: it could then wait for itself
         */
        void need(long bytes) throws NoRoomException, InterruptedException {
            boolean fits = units(bytes) <= middlingUnits;
            Semaphore asked = fits ? middling : large;
            int units = Math.min(units(bytes), fits ? middlingUnits : largeUnits);
            synchronized (this) {
                if (pool != null) {
                    throw new IllegalStateException("A fetch asks once");
                }
            }
            if (!asked.tryAcquire(units, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new NoRoomException();
            }
            take(asked, units);
        }

        private synchronized void take(Semaphore asked, int units) throws InterruptedException {
            if (closed) { // given up meanwhile
                asked.release(units);
                throw new InterruptedException();
            }
            pool = asked;
            held = units;
        }

        synchronized boolean isEmpty() {
            return pool == null;
        }

        /** Gives back what is not needed after all. */
        synchronized void keepOnly(long bytes) {
            int less = held - units(bytes);
            if (less > 0) {
                pool.release(less);
                held -= less;
            }
        }

        @Override
        public synchronized void close() {
            if (pool != null) {
                pool.release(held);
            }
            held = 0;
            closed = true;
        }
    }

    /** Other documents fill the memory. */
    static final class NoRoomException extends IOException {

        private static final long serialVersionUID = 1L;

        NoRoomException() {
            super("too many large documents are being read at once");
        }
    }
}
