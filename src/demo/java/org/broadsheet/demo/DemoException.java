package org.broadsheet.demo;

/** Why the demo cannot go on, in a sentence for the person who started it. */
final class DemoException extends Exception {

    private static final long serialVersionUID = 1L;

    DemoException(String message) {
        super(message);
    }

    DemoException(String message, Throwable cause) {
        super(message, cause);
    }
}
