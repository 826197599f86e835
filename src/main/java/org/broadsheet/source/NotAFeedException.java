package org.broadsheet.source;

/** The document is no feed; the message says what it is instead. */
public final class NotAFeedException extends Exception {

    private static final long serialVersionUID = 1;

    NotAFeedException(String message) {
        super(message);
    }
}
