package org.broadsheet.platform;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;

/**
 * Reads a body within its budgets: bytes on the wire, bytes inflated, the ratio of the two, and the memory of the whole service (F4). What comes over
 * the wire is kept first, so that no connection waits for memory; an inflated document that is large is measured before it is kept, so that there is
 * one copy of it and of the right size. Inflating twice costs less than copying: 50 MB take a tenth of a second.
 */
final class LimitedBody {

    private static final int RATIO_FROM = 1 << 20;
    /** Inflating is work for the processor, and Brotli takes up to 16 MiB for its window. */
    private static final Semaphore INFLATING = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final FetchLimits limits;
    private final long maxBytes;
    private final BodyMemory.Share memory;

    /** @param maxBytes of the inflated body; the limits apply besides */
    LimitedBody(FetchLimits limits, long maxBytes, BodyMemory.Share memory) {
        this.limits = limits;
        this.maxBytes = Math.min(maxBytes, limits.inflatedBytes());
        this.memory = memory;
    }

    /**
     * @param length as announced by the server, which may lie
     * @throws TooLargeException    when a budget is spent
     * @throws InterruptedException when the time of the fetch is over
     */
    byte[] read(InputStream wire, ContentCoding coding, OptionalLong length) throws IOException, InterruptedException {
        if (coding == ContentCoding.NONE) {
            byte[] body = transferred(wire, Math.min(limits.wireBytes(), maxBytes), reserve(length)).drained();
            memory.keepOnly(body.length);
            return body;
        }
        Chunks compressed = transferred(wire, limits.wireBytes(), limits.wireBytes() + maxBytes);
        Measured measured = measured(compressed, coding);
        if (measured.kept().size() == measured.size()) {
            memory.keepOnly(measured.size());
            return measured.kept().drained();
        }
        if (memory.isEmpty()) {
            memory.need(measured.size());
        }
        byte[] body = exactly((int) measured.size(), compressed, coding);
        memory.keepOnly(body.length);
        return body;
    }

    /** Twice, since pieces are put together in the end. */
    private long reserve(OptionalLong length) {
        long most = Math.min(limits.wireBytes(), maxBytes);
        return 2 * Math.min(most, length.orElse(most));
    }

    private Chunks transferred(InputStream wire, long most, long need) throws IOException, InterruptedException {
        Chunks all = new Chunks();
        byte[] buffer = new byte[16_384];
        for (int n = wire.read(buffer); n >= 0; n = wire.read(buffer)) {
            if (all.size() + n > most) {
                throw new TooLargeException(most < limits.wireBytes() ? "the document is larger than " + most + " bytes"
                        : "the transfer is larger than " + most + " bytes");
            }
            if (all.size() + n > BodyMemory.FREE && memory.isEmpty()) {
                memory.need(need);
            }
            all.write(buffer, n);
        }
        return all;
    }

    /** @param kept all of it, or the beginning if it is large */
    private record Measured(Chunks kept, long size) {
    }

    private Measured measured(Chunks compressed, ContentCoding coding) throws IOException, InterruptedException {
        INFLATING.acquire();
        try (InputStream in = coding.inflating(compressed.stream())) {
            Chunks kept = new Chunks();
            long size = 0;
            byte[] buffer = new byte[16_384];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                check(size, compressed.size());
                if (size <= BodyMemory.FREE) {
                    kept.write(buffer, n);
                }
            }
            return new Measured(kept, size);
        } finally {
            INFLATING.release();
        }
    }

    private void check(long size, long transferred) throws IOException, InterruptedException {
        if (size > maxBytes) {
            throw new TooLargeException("the document is larger than " + maxBytes + " bytes");
        }
        if (size > RATIO_FROM && size / limits.ratio() > transferred) {
            throw new TooLargeException("the document is compressed more than " + limits.ratio() + " times");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException();
        }
    }

    private static byte[] exactly(int size, Chunks compressed, ContentCoding coding) throws IOException, InterruptedException {
        INFLATING.acquire();
        try (InputStream in = coding.inflating(compressed.stream())) {
            byte[] body = new byte[size];
            if (in.readNBytes(body, 0, size) < size) {
                throw new IOException("the compressed document was shorter the second time");
            }
            return body;
        } finally {
            INFLATING.release();
        }
    }

    /** A budget is spent. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        TooLargeException(String reason) {
            super(reason);
        }
    }
}
