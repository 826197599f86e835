package org.broadsheet.delivery;

import java.util.Optional;
import java.util.regex.Pattern;

import org.broadsheet.delivery.Outcome.Deferred;
import org.broadsheet.delivery.Outcome.NotSent;
import org.broadsheet.delivery.Outcome.Permanence;
import org.broadsheet.delivery.Outcome.Refused;
import org.broadsheet.delivery.Outcome.RelayTrouble;
import org.broadsheet.delivery.Outcome.Sent;
import org.broadsheet.delivery.Outcome.Unknown;
import org.broadsheet.delivery.Outcome.Unsendable;

/** Whose fault a reply is: the reader's, the mail's or the relay's own (G4, G5). Empty means: go on. */
final class SmtpVerdict {

    static final String TOO_LARGE = "message-too-large";

    /**
     * Postfix puts its verdict on client, HELO and sender off until RCPT, so a relay that does not serve us at all refuses each reader.
     * Taken for their fault, a whole list would be gone in a minute.
     */
    private static final Pattern ABOUT_US = Pattern.compile(
            "relay access denied|relaying (is )?denied|not permitted to relay|unable to relay|sender (address )?rejected"
                    + "|client host (rejected|blocked)|helo command rejected|authentication (is )?required|must authenticate",
            Pattern.CASE_INSENSITIVE);

    private SmtpVerdict() {
    }

    static Optional<Outcome> onMail(SmtpReply reply) {
        if (reply.isPositive()) {
            return Optional.empty();
        }
        return Optional.of(reply.isClosing() ? notSent("MAIL", reply) : isTooLarge(reply) || reply.code() == 552 ? new Unsendable(TOO_LARGE) : trouble("MAIL", reply));
    }

    static Optional<Outcome> onRecipient(SmtpReply reply) {
        if (reply.isPositive()) {
            return Optional.empty();
        }
        if (reply.isClosing()) {
            return Optional.of(notSent("RCPT", reply));
        }
        if (isAboutUs(reply)) {
            return Optional.of(trouble("RCPT", reply));
        }
        boolean forGood = reply.isPermanent() && reply.code() != 552; // RFC 5321 section 4.5.3.1.10
        return Optional.of(forGood ? new Refused(reply) : new Deferred(reply));
    }

    /** A relay that takes a reader and then not the mail may mean either; the reader is asked again, and not for ever. */
    static Optional<Outcome> onData(SmtpReply reply) {
        if (reply.code() == 354) {
            return Optional.empty();
        }
        return Optional.of(reply.isClosing() ? notSent("DATA", reply) : new Deferred(reply));
    }

    static Outcome onDot(SmtpReply reply) {
        if (reply.isPositive()) {
            return new Sent(reply);
        }
        if (reply.isClosing()) {
            return notSent("final dot", reply);
        }
        if (isTooLarge(reply)) {
            return new Unsendable(TOO_LARGE);
        }
        return reply.isPermanent() ? new Refused(reply) : reply.isTransient() ? new Deferred(reply) : new Unknown("final dot: " + reply);
    }

    static RelayTrouble trouble(String step, SmtpReply reply) {
        return new RelayTrouble(step + ": " + reply, reply.isPermanent() ? Permanence.PERMANENT : Permanence.TRANSIENT);
    }

    private static NotSent notSent(String step, SmtpReply reply) {
        return new NotSent(step + ": " + reply);
    }

    /** 5.3.4, message too big for system (RFC 3463 section 3.4). */
    private static boolean isTooLarge(SmtpReply reply) {
        return reply.isPermanent() && reply.enhanced().equals("5.3.4");
    }

    private static boolean isAboutUs(SmtpReply reply) {
        return reply.code() == 503 || reply.code() == 530 || reply.code() == 535 || reply.enhanced().equals("5.1.7") || reply.enhanced().equals("5.1.8")
                || ABOUT_US.matcher(reply.text()).find();
    }
}
