package org.broadsheet.mail.css;

/** One rule or declaration is invalid: it is left out and reported, the rest lives. Has no stack trace, since hostile sheets have many. */
final class InvalidCssException extends RuntimeException {

    InvalidCssException(String reason) {
        super(reason, null, false, false);
    }
}
