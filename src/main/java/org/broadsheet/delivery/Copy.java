package org.broadsheet.delivery;

import org.broadsheet.mail.AddrSpec;
import org.broadsheet.mail.MimeMessage;

/**
 * One reader's copy: an envelope and a mail.
 *
 * @param sender    of the envelope, to which bounces return (A27); stable over retries (G7)
 * @param recipient one, since each copy is personal (G15)
 */
public record Copy(AddrSpec sender, AddrSpec recipient, MimeMessage message) {

    boolean needsSmtpUtf8() {
        return sender.needsSmtpUtf8() || recipient.needsSmtpUtf8() || message.needsSmtpUtf8();
    }

    @Override
    public String toString() {
        return "Copy"; // never an address in a log
    }
}
