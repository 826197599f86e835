package org.broadsheet.mail;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

import io.quarkus.mailer.Mail;

/**
 * A one-off mail as Quarkus Mailer takes it. The mailer destroys emoji in subjects, turns names into comments and lets CR and LF of custom
 * headers through, so the headers that hold text are ours, checked and encoded; what the mailer is given besides is the bare envelope.
 */
final class OneOffMessage {

    private OneOffMessage() {
    }

    /** @throws IllegalArgumentException if an address or a text cannot stand in a mail */
    static Mail of(OneOffMail mail, Clock clock) {
        try {
            var from = Mailbox.of(mail.from().name(), mail.from().address());
            var to = Mailbox.of("", mail.to());
            var message = new Mail().setFrom(from.address().text()).addTo(to.address().text())
                    .setHtml(mail.html().replace("\r\n", "\n")).setText(mail.text().replace("\r\n", "\n"));
            add(message, HeaderField.mailbox("From", from));
            add(message, HeaderField.mailbox("To", to));
            add(message, HeaderField.unstructured("Subject", mail.subject()));
            add(message, HeaderField.structured("Message-ID", "<" + UUID.randomUUID() + "@" + from.address().domain() + ">"));
            add(message, HeaderField.date(clock.instant(), ZoneOffset.UTC));
            add(message, HeaderField.structured("Auto-Submitted", "auto-generated")); // RFC 3834, section 5 (A24)
            if (mail.replyTo().isPresent()) {
                add(message, HeaderField.mailbox("Reply-To", Mailbox.of("", mail.replyTo().get())));
            }
            return message;
        } catch (RefusedValueException refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        }
    }

    private static void add(Mail message, HeaderField field) {
        message.addHeader(field.name(), field.folded());
    }
}
