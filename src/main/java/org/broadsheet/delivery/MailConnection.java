package org.broadsheet.delivery;

/** One way to the relay, for one thread at a time. */
public interface MailConnection extends AutoCloseable {

    /**
     * Hands one copy to the relay and waits for its answer. Whatever goes wrong is an outcome; nothing is thrown for it.
     *
     * @throws RuntimeException only if {@code watch} throws it; the connection is then closed, and the copy was not sent
     */
    Outcome send(Copy copy, DotWatch watch);

    /** Whether another copy may be sent; false once the relay has closed, a step failed, or the limit of reuse is reached (G13). */
    boolean reusable();

    /** Says QUIT if that is still possible. Never throws. */
    @Override
    void close();
}
