package org.broadsheet.article;

import java.util.concurrent.Semaphore;

/**
 * How much of the heap all decoding together may take at any time. Without it, two large pictures at once could end a service that runs in
 * 256 MB, whoever sent them.
 */
final class DecodingMemory {

    private static final int MEGABYTE = 1 << 20;
    private static final int SHARE = 4;
    private static final int LEAST = 48;
    private static final int MOST = 512;
    private static final int TOTAL = (int) Math.max(LEAST, Math.min(MOST, Runtime.getRuntime().maxMemory() / MEGABYTE / SHARE));
    private static final Semaphore FREE = new Semaphore(TOTAL, true);

    private DecodingMemory() {
    }

    /** Something to be done while the memory is reserved. */
    interface Work<T, E extends Exception> {

        T run() throws E;
    }

    /** Whether so much could ever be had. */
    static boolean allows(long bytes) {
        return bytes <= (long) TOTAL * MEGABYTE;
    }

    /** Waits until so many bytes are free. */
    static <T, E extends Exception> T with(long bytes, Work<T, E> work) throws E {
        int megabytes = (int) Math.min(TOTAL, bytes / MEGABYTE + 1);
        FREE.acquireUninterruptibly(megabytes);
        try {
            return work.run();
        } finally {
            FREE.release(megabytes);
        }
    }
}
