package org.broadsheet.platform;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.apache.hc.core5.http.nio.CapacityChannel;

/**
 * Bytes on their way from the event loop to the thread that reads them. The server may send what was read and no more, so that one window is held at
 * most; the library's own buffer for this grows with every server that is faster than its reader.
 */
final class Inflow {

    /** What a server may send before anything was read, in both versions of HTTP; the library's default. */
    static final int WINDOW = 65_535;
    /** In HTTP/1.1 the library reads on past the window while the socket has more; from here on its loop waits a moment for the reader. */
    private static final int MUCH_UNREAD = 8 * WINDOW;
    private static final int MOST_UNREAD = 32 * WINDOW;
    private static final long MOMENT = 5_000_000;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition drained = lock.newCondition();
    private final long mostBytes;
    private long received;
    private final ArrayDeque<ByteBuffer> parts = new ArrayDeque<>();
    private int unread;
    private int owed;
    private boolean ended;
    private Optional<Exception> failure = Optional.empty();
    private Optional<CapacityChannel> window = Optional.empty();

    /** @param mostBytes that may be received in all */
    Inflow(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** @throws IOException if the server sends more than it may, at once or in all */
    void put(ByteBuffer bytes) throws IOException {
        lock.lock();
        try {
            received += bytes.remaining();
            if (received > mostBytes) {
                throw new LimitedBody.TooLargeException("the transfer is larger than " + mostBytes + " bytes");
            }
            if (unread > MUCH_UNREAD) {
                drained.awaitNanos(MOMENT);
            }
            if (unread > MOST_UNREAD) {
                throw new IOException("the server sends more than it was allowed to");
            }
            ByteBuffer part = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
            unread += part.remaining();
            parts.add(part);
            changed.signalAll();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void fail(Exception cause) {
        lock.lock();
        try {
            failure = failure.or(() -> Optional.of(cause));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Where the server learns that it may send more. */
    void widening(CapacityChannel channel) throws IOException {
        lock.lock();
        try {
            window = Optional.of(channel);
            widen(1);
        } finally {
            lock.unlock();
        }
    }

    /** @return -1 at the end */
    int take(byte[] to, int offset, int length, Duration silence) throws IOException {
        lock.lock();
        try {
            await(silence.toNanos());
            if (failure.isPresent()) {
                throw failure.get() instanceof IOException cause ? cause : new IOException(failure.get().getMessage(), failure.get());
            }
            return parts.isEmpty() ? -1 : taken(to, offset, length);
        } finally {
            lock.unlock();
        }
    }

    private int taken(byte[] to, int offset, int length) throws IOException {
        ByteBuffer part = parts.getFirst();
        int n = Math.min(length, part.remaining());
        part.get(to, offset, n);
        if (!part.hasRemaining()) {
            parts.removeFirst();
        }
        unread -= n;
        owed += n;
        drained.signalAll();
        widen(WINDOW / 2);
        return n;
    }

    private void widen(int atLeast) throws IOException {
        if (owed >= atLeast && window.isPresent() && !ended) {
            window.get().update(owed);
            owed = 0;
        }
    }

    private void await(long nanos) throws IOException {
        long left = nanos;
        while (parts.isEmpty() && !ended && failure.isEmpty()) {
            if (left <= 0) {
                throw new SocketTimeoutException("silence");
            }
            try {
                left = changed.awaitNanos(left);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
        }
    }
}
