package org.broadsheet.mail;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.jboss.logging.Logger;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.virtual.threads.VirtualThreads;

import java.util.concurrent.ExecutorService;

/**
 * Sends one-off mails through Quarkus Mailer. They wait in the database, so that none is lost while the relay is down, and are tried at once
 * when their transaction has committed.
 */
@ApplicationScoped
public class OneOffMails {

    private static final Logger LOG = Logger.getLogger(OneOffMails.class);
    private static final int BATCH = 20;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);

    /** Some were added. */
    record Added() {
    }

    private final OneOffMailQueue queue;
    private final Mailer mailer;
    private final RelayConfig relay;
    private final Clock clock;
    private final Event<Added> added;
    private final ExecutorService threads;

    OneOffMails(OneOffMailQueue queue, Mailer mailer, RelayConfig relay, Clock clock, Event<Added> added, @VirtualThreads ExecutorService threads) {
        this.queue = queue;
        this.mailer = mailer;
        this.relay = relay;
        this.clock = clock;
        this.added = added;
        this.threads = threads;
    }

    /** Adds a mail in the caller's transaction. */
    public void add(OneOffMail mail) {
        try {
            queue.add(mail);
        } catch (SQLException problem) {
            throw new IllegalStateException("A mail could not be stored", problem);
        }
        added.fire(new Added());
    }

    /**
     * Sends a mail now, past the queue; for test sends, whose sender waits for the answer. What fails is tried once more, since the mailer's client now
     * and then waits in vain for a connection that was just closed.
     */
    public void sendNow(OneOffMail mail) {
        var message = OneOffMessage.of(mail, clock);
        try {
            mailer.send(message);
        } catch (RuntimeException first) {
            LOG.debugf(first, "A %s mail is tried once more", mail.purpose());
            mailer.send(message);
        }
    }

    /** What the operator should know: mails wait because of this. */
    public Optional<String> waiting() {
        try {
            return queue.waiting();
        } catch (SQLException problem) {
            return Optional.of("The queue of one-off mails cannot be read: " + problem.getMessage());
        }
    }

    void soon(@Observes(during = TransactionPhase.AFTER_SUCCESS) Added event) {
        threads.execute(this::sendDue);
    }

    /** Sends all that are due. */
    @Scheduled(every = "10s", identity = "one-off-mails", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void sendDue() {
        if (!relay.configured()) {
            return; // they wait; the dashboard says why
        }
        try {
            for (var claimed = queue.claim(BATCH); !claimed.isEmpty(); claimed = queue.claim(BATCH)) {
                for (var one : claimed) {
                    send(one);
                }
            }
        } catch (SQLException problem) {
            LOG.error("One-off mails wait: the database does not answer", problem);
        }
    }

    private void send(OneOffMailQueue.Claimed claimed) throws SQLException {
        if (claimed.mail().expiresAt().isBefore(clock.instant())) {
            LOG.warnf("A %s mail was given up after %d attempts: it is no longer worth sending", claimed.mail().purpose(), claimed.attempts() - 1);
            queue.giveUp(claimed.id());
            return;
        }
        Mail message;
        try {
            message = OneOffMessage.of(claimed.mail(), clock);
        } catch (IllegalArgumentException unsendable) {
            LOG.warnf("A %s mail was given up: %s", claimed.mail().purpose(), unsendable.getMessage());
            queue.giveUp(claimed.id());
            return;
        }
        try {
            mailer.send(message);
            queue.sent(claimed.id());
        } catch (RuntimeException problem) {
            var words = Optional.ofNullable(problem.getMessage()).orElse(problem.toString());
            LOG.warnf("A %s mail could not be sent and is tried again: %s", claimed.mail().purpose(), words.lines().findFirst().orElse(""));
            queue.again(claimed.id(), pause(claimed.attempts()), words);
        }
    }

    private static Duration pause(int attempts) {
        var doubled = Duration.ofSeconds(5).multipliedBy(1L << Math.min(attempts - 1, 11));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
