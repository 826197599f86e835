package org.broadsheet.delivery;

import java.io.IOException;

/** The relay said something that SMTP does not know here; the connection is of no more use (G12). */
final class SmtpProtocolException extends IOException {

    SmtpProtocolException(String message) {
        super(message);
    }
}
