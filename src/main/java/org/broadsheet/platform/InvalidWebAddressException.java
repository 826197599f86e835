package org.broadsheet.platform;

/** A text is no address on the web that we would visit; the message says why, in words for an operator. */
public class InvalidWebAddressException extends IllegalArgumentException {

    public InvalidWebAddressException(String reason) {
        super(reason);
    }
}
