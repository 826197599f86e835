package org.broadsheet.delivery;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

import org.jboss.logging.Logger;

/**
 * When the step that a connection is in has to be over. {@link Deadlines} then closes its socket, which ends reading, writing and
 * handshakes alike; a read time-out would let a relay that sends a byte now and then hold a connection for ever, and writes have none.
 */
final class Deadline {

    private static final Logger LOG = Logger.getLogger(Deadline.class);
    private static final long NONE = 0;

    private final Socket socket;
    private final long blockNanos;
    private volatile long at = NONE;
    private volatile boolean missed;
    private String step = "";

    Deadline(Socket socket, Duration block) {
        this.socket = socket;
        this.blockNanos = block.toNanos();
    }

    /** Begins a step. */
    void arm(String name, Duration time) {
        step = name;
        at = from(time.toNanos());
    }

    /** Begins a write within the present step. */
    void armBlock() {
        at = from(blockNanos);
    }

    /** Nothing is waited for. */
    void disarm() {
        at = NONE;
    }

    /** Closes the socket if the step is overdue. */
    void check(long now) {
        long until = at;
        if (until != NONE && now - until >= 0) {
            missed = true;
            closeSocket();
        }
    }

    /** The failure in words, and as a time-out if it was one. */
    String explain(IOException failure) {
        if (missed || failure instanceof SocketTimeoutException) {
            return step + ": timed out";
        }
        String why = failure instanceof InterruptedIOException ? "interrupted" : String.valueOf(failure.getMessage());
        return step + ": " + new SmtpReply(0, "", why).text();
    }

    void closeSocket() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            LOG.debugf(alreadyGone, "Closing a connection to the relay");
        }
    }

    private static long from(long nanos) {
        long until = System.nanoTime() + nanos;
        return until == NONE ? 1 : until;
    }
}
