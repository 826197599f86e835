package org.broadsheet.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

import org.broadsheet.delivery.Outcome.NotSent;
import org.broadsheet.delivery.Outcome.RelayTrouble;
import org.broadsheet.delivery.Outcome.Unknown;
import org.broadsheet.delivery.Outcome.Unsendable;
import org.jboss.logging.Logger;

/**
 * A session with the relay after its handshake. With PIPELINING a copy costs two round trips: MAIL, RCPT and DATA together, then the mail
 * with its dot (RFC 2920, G8).
 */
final class SmtpConnection implements MailConnection {

    private static final Logger LOG = Logger.getLogger(SmtpConnection.class);
    private static final String WITHDRAWN = "withdrawn";

    private final SmtpLine line;
    private final SmtpCapabilities capabilities;
    private final SmtpTimeouts timeouts;
    private final ReuseLimits limits;
    private final long openedNanos = System.nanoTime();
    private int messages;
    private boolean broken;
    private boolean unwelcome;
    private boolean resetNeeded;

    SmtpConnection(SmtpLine line, SmtpCapabilities capabilities, SmtpTimeouts timeouts, ReuseLimits limits) {
        this.line = line;
        this.capabilities = capabilities;
        this.timeouts = timeouts;
        this.limits = limits;
    }

    @Override
    public boolean reusable() {
        return !broken && !unwelcome && messages < limits.messages() && System.nanoTime() - openedNanos < limits.age().toNanos();
    }

    @Override
    public Outcome send(Copy copy, DotWatch watch) {
        if (broken) {
            return new NotSent("the connection is closed");
        }
        Optional<Outcome> unsendable = unsendable(copy);
        if (unsendable.isPresent()) {
            return unsendable.get();
        }
        Attempt attempt = new Attempt(copy, watch);
        try {
            Outcome outcome = attempt.run();
            line.idle();
            unwelcome |= outcome instanceof RelayTrouble;
            return outcome;
        } catch (IOException failure) {
            drop();
            return attempt.failed(line.explain(failure));
        } catch (RuntimeException ofTheWatch) {
            drop();
            throw ofTheWatch;
        }
    }

    @Override
    public void close() {
        if (!broken) {
            try {
                line.write("QUIT");
                line.ask("QUIT", timeouts.quit());
            } catch (IOException gone) {
                LOG.debugf("The relay did not answer QUIT: %s", line.explain(gone));
            }
        }
        drop();
    }

    private void drop() {
        broken = true;
        line.close();
    }

    private Optional<Outcome> unsendable(Copy copy) {
        if (copy.needsSmtpUtf8() && !capabilities.smtpUtf8()) {
            return Optional.of(new Unsendable("smtputf8-unsupported"));
        }
        long limit = capabilities.maxSize();
        if (copy.message().sizeAtMost() > limit && ExactSize.of(copy.message()) > limit) {
            return Optional.of(new Unsendable(SmtpVerdict.TOO_LARGE));
        }
        return Optional.empty();
    }

    /** One copy on its way. */
    private final class Attempt {

        private final Copy copy;
        private final DotWatch watch;
        private boolean dotMayBeOut;
        private Optional<Outcome> verdict = Optional.empty();

        Attempt(Copy copy, DotWatch watch) {
            this.copy = copy;
            this.watch = watch;
        }

        Outcome run() throws IOException {
            if (!watch.mayStillSend()) {
                return new NotSent(WITHDRAWN);
            }
            messages++;
            if (capabilities.pipelining()) {
                envelopeAtOnce();
            } else {
                envelopeStepByStep();
            }
            return verdict.isPresent() ? verdict.get() : content();
        }

        Outcome failed(String reason) {
            return dotMayBeOut ? new Unknown(reason) : verdict.orElseGet(() -> new NotSent(reason));
        }

        private void envelopeAtOnce() throws IOException {
            boolean reset = resetNeeded;
            if (reset) {
                line.add("RSET");
            }
            line.add(mail());
            line.add(recipient());
            line.write("DATA");
            if (reset) {
                line.ask("RSET", timeouts.command());
            }
            resetNeeded = true;
            note(SmtpVerdict.onMail(line.ask("MAIL", timeouts.command())));
            note(SmtpVerdict.onRecipient(line.ask("RCPT", timeouts.command())));
            SmtpReply toData = line.ask("DATA", timeouts.data());
            note(SmtpVerdict.onData(toData));
            if (verdict.isPresent() && toData.code() == 354) {
                loneDot();
            }
        }

        private void envelopeStepByStep() throws IOException {
            if (resetNeeded) {
                line.write("RSET");
                line.ask("RSET", timeouts.command());
            }
            resetNeeded = true;
            line.write(mail());
            note(SmtpVerdict.onMail(line.ask("MAIL", timeouts.command())));
            if (verdict.isEmpty()) {
                line.write(recipient());
                note(SmtpVerdict.onRecipient(line.ask("RCPT", timeouts.command())));
            }
            if (verdict.isEmpty()) {
                line.write("DATA");
                note(SmtpVerdict.onData(line.ask("DATA", timeouts.data())));
            }
        }

        private Outcome content() throws IOException {
            line.step("mail", timeouts.block());
            OutputStream data = line.beginData();
            copy.message().writeTo(data);
            if (!watch.mayStillSend()) {
                drop();
                return new NotSent(WITHDRAWN);
            }
            watch.aboutToSendDot();
            dotMayBeOut = true;
            line.endData();
            SmtpReply reply = line.ask("final dot", timeouts.dot());
            resetNeeded = false;
            Outcome outcome = SmtpVerdict.onDot(reply);
            if (reply.isClosing() || outcome instanceof Unknown) {
                drop();
            }
            return outcome;
        }

        /** The first objection counts; what follows from it says nothing. A relay that goes (421) answers nothing more. */
        private void note(Optional<Outcome> objection) throws IOException {
            if (verdict.isEmpty()) {
                verdict = objection;
            }
            if (line.lastReply().isClosing()) {
                throw new SmtpProtocolException("the relay goes");
            }
        }

        /** The relay wants a mail for nobody (RFC 2920 section 3.1). */
        private void loneDot() throws IOException {
            line.beginData();
            line.endData();
            line.ask("lone dot", timeouts.dot());
            resetNeeded = false;
        }

        private String mail() {
            return "MAIL FROM:<" + copy.sender().text() + '>' + (capabilities.size() ? " SIZE=" + copy.message().sizeAtMost() : "")
                    + (copy.needsSmtpUtf8() ? " BODY=8BITMIME SMTPUTF8" : "");
        }

        private String recipient() {
            return "RCPT TO:<" + copy.recipient().text() + '>';
        }
    }
}
