package org.broadsheet.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletionException;

import javax.net.ssl.SSLException;

import io.vertx.ext.mail.SMTPException;

import org.broadsheet.delivery.Outcome.Deferred;
import org.broadsheet.delivery.Outcome.Permanence;
import org.broadsheet.delivery.Outcome.RelayTrouble;
import org.broadsheet.delivery.Outcome.Sent;
import org.broadsheet.delivery.Outcome.Unknown;
import org.broadsheet.delivery.Outcome.Unsendable;

/** What the failures of Vert.x' mail client mean. It names the step in the text of its exceptions, and nowhere else. */
final class MailerVerdict {

    private MailerVerdict() {
    }

    /** It keeps no reply of a mail that was taken. */
    static Outcome accepted() {
        return new Sent(new SmtpReply(0, "", "accepted"));
    }

    static Outcome of(RuntimeException thrown) {
        Throwable failure = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return failure instanceof SMTPException answered ? ofReply(answered) : ofText(failure);
    }

    private static Outcome ofReply(SMTPException failure) {
        String step = String.valueOf(failure.getMessage());
        SmtpReply reply;
        try {
            reply = parsed(failure);
        } catch (IOException garbage) {
            return step.startsWith("sending data") ? new Unknown("final dot: " + garbage.getMessage())
                    : new Deferred(new SmtpReply(0, "", String.valueOf(garbage.getMessage())));
        }
        if (step.startsWith("sending data")) {
            return SmtpVerdict.onDot(reply);
        }
        Optional<Outcome> verdict = step.startsWith("sender address") ? SmtpVerdict.onMail(reply)
                : step.startsWith("recipient address") ? SmtpVerdict.onRecipient(reply)
                : step.startsWith("DATA command") ? SmtpVerdict.onData(reply)
                : Optional.empty();
        return verdict.orElseGet(() -> SmtpVerdict.trouble(step.startsWith("AUTH") ? "AUTH" : "handshake", reply));
    }

    /** Its own parser takes anything for 500. */
    private static SmtpReply parsed(SMTPException failure) throws IOException {
        String lines = String.join("\r\n", failure.getReplyMessages()) + "\r\n";
        return new SmtpReplies(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8))).read();
    }

    private static Outcome ofText(Throwable failure) {
        String words = new SmtpReply(0, "", String.valueOf(failure.getMessage())).text();
        if (failure instanceof ConnectException || failure instanceof UnknownHostException) {
            return new RelayTrouble("connect: " + words, Permanence.TRANSIENT);
        }
        if (failure instanceof SSLException || words.startsWith("login is required") || words.startsWith("STARTTLS required")) {
            return new RelayTrouble(words, Permanence.PERMANENT);
        }
        if (words.startsWith("message exceeds allowed size")) {
            return new Unsendable(SmtpVerdict.TOO_LARGE);
        }
        if (words.matches("Sent \\d+ commands, but got \\d+ responses.*")) {
            return new Deferred(new SmtpReply(0, "", words)); // seen before the mail itself
        }
        return new Unknown("mailer: " + words);
    }
}
