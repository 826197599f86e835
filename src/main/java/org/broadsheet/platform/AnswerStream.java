package org.broadsheet.platform;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jboss.logging.Logger;

/**
 * An answer as it arrives, read like a stream by the thread that waits for it. The server may send no more than one window ahead of the reader,
 * whichever version of HTTP it speaks.
 */
final class AnswerStream extends InputStream implements AsyncResponseConsumer<Void>, FutureCallback<Void> {

    private static final Logger LOG = Logger.getLogger(AnswerStream.class);
    private static final int MOST_INTERIM = 8;
    private static final int MOST_SETTLING = 500;
    private final CompletableFuture<HttpResponse> head = new CompletableFuture<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final Inflow body;
    private final Duration silence;
    private volatile FutureCallback<Void> settling;
    private volatile boolean whole;
    private int interim;

    /**
     * @param silence   longest wait for the next byte of the body
     * @param mostBytes of the body as transferred
     */
    AnswerStream(Duration silence, long mostBytes) {
        this.silence = silence;
        this.body = new Inflow(mostBytes);
    }

    /**
     * Waits for the head of the answer.
     *
     * @param longest connecting included
     * @throws Exception what the exchange failed with
     */
    HttpResponse head(Duration longest) throws Exception {
        try {
            return head.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("silence");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    boolean hasBegun() {
        return head.isDone() && !head.isCompletedExceptionally();
    }

    /** Waits, after the last byte, until the connection is free for another exchange; not for long, and not for what is not whole. */
    void settle() throws InterruptedException {
        if (whole) {
            try {
                over.get(MOST_SETTLING, TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException unsettled) {
                LOG.debug("An exchange did not settle; its connection is closed", unsettled);
            }
        }
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) throws HttpException {
        if (++interim > MOST_INTERIM) {
            throw new ProtocolException("more than " + MOST_INTERIM + " interim answers");
        }
    }

    @Override
    public void consumeResponse(HttpResponse response, EntityDetails entity, HttpContext context, FutureCallback<Void> callback) {
        settling = callback;
        if (entity == null) {
            whole = true;
            body.end();
        }
        head.complete(response);
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        body.widening(channel);
    }

    @Override
    public void consume(ByteBuffer bytes) throws IOException {
        try {
            body.put(bytes);
        } catch (IOException tooMuch) {
            failed(tooMuch);
            throw tooMuch;
        }
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
        whole = true;
        body.end();
    }

    @Override
    public void completed(Void nothing) {
        over.complete(null);
    }

    @Override
    public void failed(Exception cause) {
        if (!whole) { // what comes after the last byte spoils the connection, not the answer
            body.fail(cause);
        }
        over.complete(null);
        head.completeExceptionally(cause);
    }

    @Override
    public void cancelled() {
        failed(new IOException("the exchange was broken off"));
    }

    /**
     * After the last byte this is the client's last word: the connection is in the pool again. Who told the exchange to be complete at the last byte would be
     * heard before that, so that the next fetch finds no connection, or the cancelling of this one takes it away.
     */
    @Override
    public void releaseResources() {
        if (whole) {
            settling.completed(null);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        return body.take(to, offset, length, silence);
    }
}
