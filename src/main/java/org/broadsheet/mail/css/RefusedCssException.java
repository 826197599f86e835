package org.broadsheet.mail.css;

/** A sheet or document goes beyond a limit that no honest mail comes near; nothing was inlined. */
public final class RefusedCssException extends RuntimeException {

    RefusedCssException(String reason) {
        super("CSS is refused: " + reason);
    }
}
