package org.broadsheet.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.support.classic.SharedInputBuffer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;

/**
 * An answer as it arrives, read like a stream by the thread that waits for it. The server may send no more than one window ahead of the reader,
 * whichever version of HTTP it speaks.
 */
final class AnswerStream extends InputStream implements AsyncResponseConsumer<Void>, FutureCallback<Void> {

    private static final int WINDOW = 65_536;
    /** More than one window, since a server may have been under way with the next frame. */
    private static final int MOST_UNREAD = 4 * WINDOW;
    private static final int MOST_INTERIM = 8;
    private final CompletableFuture<HttpResponse> head = new CompletableFuture<>();
    private final SharedInputBuffer buffer = new SharedInputBuffer(WINDOW);
    private final Timeout silence;
    private volatile FutureCallback<Void> ended;
    private volatile Exception failure;
    private int interim;

    /** @param silence longest wait for the next byte of the body */
    AnswerStream(Timeout silence) {
        this.silence = silence;
    }

    /**
     * Waits for the head of the answer.
     *
     * @throws Exception what the exchange failed with
     */
    HttpResponse head() throws Exception {
        try {
            return head.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    boolean hasBegun() {
        return head.isDone() && !head.isCompletedExceptionally();
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) throws HttpException {
        if (++interim > MOST_INTERIM) {
            throw new ProtocolException("more than " + MOST_INTERIM + " interim answers");
        }
    }

    @Override
    public void consumeResponse(HttpResponse response, EntityDetails entity, HttpContext context, FutureCallback<Void> callback) {
        if (entity == null) {
            callback.completed(null);
            buffer.markEndStream();
        } else {
            ended = callback;
        }
        head.complete(response);
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        buffer.updateCapacity(channel);
    }

    @Override
    public void consume(ByteBuffer bytes) throws IOException {
        if (buffer.length() > MOST_UNREAD) {
            IOException tooMuch = new IOException("the server sends more than it was allowed to");
            failed(tooMuch);
            throw tooMuch;
        }
        buffer.fill(bytes);
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
        ended.completed(null); // first, lest the reader break off an exchange that is over
        buffer.markEndStream();
    }

    @Override
    public void completed(Void nothing) {
        // told already by the end of the stream
    }

    @Override
    public void failed(Exception cause) {
        failure = cause;
        buffer.abort();
        head.completeExceptionally(cause);
    }

    @Override
    public void cancelled() {
        failed(new IOException("the exchange was broken off"));
    }

    @Override
    public void releaseResources() {
        // nothing but memory
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int n = buffer.read(to, offset, length, silence);
        if (n < 0 && !buffer.isEndStream()) {
            throw failure instanceof IOException cause ? cause : new IOException("the answer breaks off", failure);
        }
        return n;
    }
}
