package org.broadsheet.delivery;

/**
 * What became of one copy that was handed to a relay. Only {@link Refused} and {@link Deferred} say something about the reader;
 * only {@link Unknown} leaves open whether the copy has gone (G1, G5).
 */
public sealed interface Outcome {

    /** The relay took responsibility. */
    record Sent(SmtpReply reply) implements Outcome {
    }

    /** The relay refused this reader or this mail for good: 5xx to RCPT or to the dot. */
    record Refused(SmtpReply reply) implements Outcome {
    }

    /** The relay asked to try later: 4xx to RCPT or to the dot, 552 to RCPT, anything but 354 to DATA (G4). */
    record Deferred(SmtpReply reply) implements Outcome {
    }

    /** Provably not sent, through no fault of the reader's: queue it again at once. */
    record NotSent(String reason) implements Outcome {
    }

    /** The final dot may have reached the relay, and no complete reply came back (RFC 1047). Not to be sent again soon. */
    record Unknown(String reason) implements Outcome {
    }

    /** This copy cannot go over this relay at all, through no fault of the reader's: {@code smtputf8-unsupported}, {@code message-too-large}. */
    record Unsendable(String reason) implements Outcome {
    }

    /**
     * The relay does not serve us: an incident of the whole relay. The copy was not sent; queue it again without counting an attempt.
     *
     * @param reason in words for the operator, with the relay's reply if there was one
     */
    record RelayTrouble(String reason, Permanence permanence) implements Outcome {
    }

    /** Whether waiting helps. */
    enum Permanence {
        /** It may pass: pause and try again. */
        TRANSIENT,
        /** It lasts until the operator or the relay's owner acts: bad credentials, an untrusted certificate, a blocked sender. */
        PERMANENT
    }
}
