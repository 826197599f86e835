package org.broadsheet.delivery;

/** An edition whose mail is larger than this service is set up to send, pictures left aside (A37). No reader could get it. */
final class MessageTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MessageTooLargeException(long size, long limit) {
        super("The mail would have %d bytes, and broadsheet.delivery.max-message-size is %d".formatted(size, limit));
    }
}
