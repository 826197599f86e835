package org.broadsheet.delivery;

/** The port through which editions leave. Safe for use by many threads. */
public interface MailTransport extends AutoCloseable {

    /**
     * Connects and logs in.
     *
     * @throws RelayTroubleException if the relay cannot be used; never anything about a reader
     */
    MailConnection open() throws RelayTroubleException;

    /** Ends what the transport itself keeps; connections are closed by whoever opened them. */
    @Override
    void close();
}
