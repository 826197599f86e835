package org.broadsheet.delivery;

import java.time.Duration;
import java.util.List;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailMessage;
import io.vertx.mutiny.ext.mail.MailClient;

import org.broadsheet.delivery.Outcome.NotSent;
import org.broadsheet.delivery.Outcome.Unknown;
import org.broadsheet.delivery.Outcome.Unsendable;
import org.broadsheet.mail.HeaderField;
import org.broadsheet.mail.InlinePicture;
import org.broadsheet.mail.MimeMessage;

/**
 * Editions through Quarkus Mailer's own client, for relays and proxies that it is set up for. It pools connections itself, composes the body
 * anew, and does not tell a connection lost before the final dot from one lost after it: both are {@link Unknown} (ADR 0004).
 */
public final class QuarkusMailerTransport implements MailTransport {

    private static final Duration SETTLING = Duration.ofMillis(250);
    private static final List<String> ITS_OWN = List.of("MIME-Version", "Content-Type");

    private final MailClient client;
    private final Duration patience;

    /**
     * @param client   of Quarkus Mailer; stays its owner's to close
     * @param patience for one copy, from asking for a connection to the reply; at least the ten minutes of a final dot
     */
    public QuarkusMailerTransport(MailClient client, Duration patience) {
        this.client = client;
        this.patience = patience;
    }

    @Override
    public MailConnection open() {
        return new PooledConnection();
    }

    @Override
    public void close() {
        // the client belongs to Quarkus
    }

    private Outcome send(Copy copy, DotWatch watch) {
        if (copy.needsSmtpUtf8()) {
            return new Unsendable("smtputf8-unsupported");
        }
        MailMessage message = message(copy);
        if (!watch.mayStillSend()) {
            return new NotSent("withdrawn");
        }
        watch.aboutToSendDot();
        try {
            client.sendMail(message).await().atMost(patience);
            return MailerVerdict.accepted();
        } catch (TimeoutException silence) {
            return new Unknown("mailer: timed out");
        } catch (RuntimeException failure) {
            letThePoolSettle();
            return MailerVerdict.of(failure);
        }
    }

    /**
     * The client closes a connection after each failure, without waiting for it; a mail that asks its pool for a connection in that moment
     * may wait for ever (seen in 4.5.25, about one in ten).
     */
    private static void letThePoolSettle() {
        try {
            Thread.sleep(SETTLING);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything that its encoder would spoil goes in raw headers, which win; the addresses are for the envelope alone. */
    private static MailMessage message(Copy copy) {
        MimeMessage composed = copy.message();
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        for (HeaderField field : composed.headers().fields()) {
            if (ITS_OWN.stream().noneMatch(field.name()::equalsIgnoreCase)) {
                headers.add(field.name(), field.folded());
            }
        }
        return new MailMessage()
                .setFrom(copy.sender().text())
                .setBounceAddress(copy.sender().text())
                .setTo(copy.recipient().text())
                .setHeaders(headers)
                .setText(composed.text())
                .setHtml(composed.html()) // with line feeds alone: it would encode each CR as =0D
                .setInlineAttachment(composed.pictures().stream().map(QuarkusMailerTransport::attachment).toList());
    }

    private static MailAttachment attachment(InlinePicture picture) {
        return MailAttachment.create().setContentId("<" + picture.contentId() + ">").setContentType(picture.mediaType()).setDisposition("inline")
                .setData(Buffer.buffer(picture.octets()));
    }

    /** The pool hides connections, so there is nothing to open, reuse or close. */
    private final class PooledConnection implements MailConnection {

        @Override
        public Outcome send(Copy copy, DotWatch watch) {
            return QuarkusMailerTransport.this.send(copy, watch);
        }

        @Override
        public boolean reusable() {
            return true;
        }

        @Override
        public void close() {
            // the pool keeps its connections
        }
    }
}
