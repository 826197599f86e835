package org.broadsheet.delivery;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

import org.jboss.logging.Logger;

/**
 * One connection's worth of sending: takes batches, makes each copy, asks once more whether its reader still wants it, hands it to the relay, notes
 * what became of it in the journal, and settles the batch in the ledger. Runs on a thread of its own.
 */
final class Courier {

    private static final Logger LOG = Logger.getLogger(Courier.class);
    /** Promise 5: knowledge of who left is at most this old when a copy is handed over. */
    private static final Duration FRESH = Duration.ofMillis(900);
    /** A relay may take ten minutes to answer the dot; a copy is not begun when the lease has less left than that and a little. */
    private static final Duration LONGEST_COPY = Duration.ofMinutes(11);
    private static final Duration AIM = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_LOSS = Duration.ofSeconds(2);
    private static final int TRIES_AT_ONCE = 3;
    private static final int SMALLEST_BATCH = 10;
    private static final int LARGEST_BATCH = 250;

    private final Ledger ledger;
    private final UUID node;
    private final DeliveryConfig config;
    private final MailTransport transport;
    private final RelayGate gate;
    private final EditionPress press;
    private final Journal journal;
    private final CopyCounter counter;
    private final BooleanSupplier stopping;

    private MailConnection connection;
    private int batchSize = SMALLEST_BATCH;

    Courier(Ledger ledger, UUID node, DeliveryConfig config, MailTransport transport, RelayGate gate, EditionPress press, Journal journal,
            CopyCounter counter, BooleanSupplier stopping) {
        this.ledger = ledger;
        this.node = node;
        this.config = config;
        this.transport = transport;
        this.gate = gate;
        this.press = press;
        this.journal = journal;
        this.counter = counter;
        this.stopping = stopping;
    }

    int batchSize() {
        return batchSize;
    }

    /** Delivers a batch; whatever happens, every copy of it is settled, or stays in the journal if the database is gone. */
    void deliver(Batch batch) throws InterruptedException {
        var begun = System.nanoTime();
        var settlements = new ArrayList<Settlement>(batch.claims().size());
        try {
            journal.begin(batch.edition());
            var round = new Round(batch);
            for (var claim : batch.claims()) {
                var settlement = round.settle(claim);
                settlements.add(settlement); // before it is journalled: a full disk must not make a copy that went look as if it had not
                journal.settled(settlement);
                counter.count(settlement.state());
            }
        } finally {
            release(batch, settlements);
            settleUninterrupted(batch, settlements);
        }
        adapt(System.nanoTime() - begun, batch.claims().size());
    }

    /** Ends the connection; there is nothing more to send for a while. */
    void rest() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    /** What was not come to is given back. */
    private static void release(Batch batch, List<Settlement> settlements) {
        for (var claim : batch.claims().subList(settlements.size(), batch.claims().size())) {
            settlements.add(Settlement.released(claim.subscriptionId(), "not come to"));
        }
    }

    private void adapt(long nanos, int copies) {
        if (copies == batchSize && nanos < AIM.toNanos() / 2) {
            batchSize = Math.min(LARGEST_BATCH, batchSize * 2);
        } else if (nanos > AIM.toNanos() * 2) {
            batchSize = Math.max(SMALLEST_BATCH, batchSize / 2);
        }
    }

    /** A stop that interrupts the wait for the relay must not keep what is known by then out of the ledger. */
    private void settleUninterrupted(Batch batch, List<Settlement> settlements) throws InterruptedException {
        var interrupted = Thread.interrupted();
        try {
            settle(batch, settlements);
            journal.end();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void settle(Batch batch, List<Settlement> settlements) throws InterruptedException {
        for (var wait = 100L;; wait = Math.min(wait * 2, 5_000)) {
            try {
                ledger.settle(batch.edition(), node, settlements);
                return;
            } catch (SQLException problem) {
                LOG.errorf("The outcome of %d copies cannot be recorded yet, sending stops until it can: %s", settlements.size(), problem.getMessage());
                if (stopping.getAsBoolean()) {
                    throw new IllegalStateException("Stopped with outcomes that are in the journal alone", problem);
                }
                Thread.sleep(wait);
            }
        }
    }

    /** One batch under way: what is known of its readers, and how long its lease lasts. */
    private final class Round {

        private final Batch batch;
        private final List<Long> readers;
        private Optional<Standing> standing = Optional.empty();
        private long standingAtNanos;
        private Optional<String> halted = Optional.empty();

        Round(Batch batch) {
            this.batch = batch;
            this.readers = batch.claims().stream().map(Claim::subscriptionId).toList();
        }

        Settlement settle(Claim claim) throws InterruptedException {
            if (halted.isPresent()) {
                return Settlement.released(claim.subscriptionId(), halted.get());
            }
            var watch = new Watch(claim);
            watch.refresh();
            if (standing.isEmpty() || halted.isPresent()) {
                return Settlement.released(claim.subscriptionId(), halted.orElse("nobody knows how the edition stands"));
            }
            watch.revision = standing.get().revision();
            Copy copy;
            try {
                copy = press.copy(batch.edition(), watch.revision, claim);
            } catch (Unprintable problem) {
                return Settlement.last(claim.subscriptionId(), problem.state(), problem.getMessage());
            } catch (RuntimeException problem) {
                return unrendered(claim, problem);
            }
            return settlement(claim, hand(copy, watch), watch);
        }

        /** A template that fails for one fails for all: the edition waits until somebody has mended it. */
        private Settlement unrendered(Claim claim, RuntimeException problem) {
            var reason = "It cannot be rendered: " + problem.getMessage();
            LOG.errorf(problem, "Edition %d is paused", batch.edition());
            halted = Optional.of(reason);
            try {
                ledger.pause(batch.edition(), reason);
            } catch (SQLException unreachable) {
                LOG.errorf("Edition %d could not even be paused: %s", batch.edition(), unreachable.getMessage());
            }
            return Settlement.released(claim.subscriptionId(), reason);
        }

        private Outcome hand(Copy copy, Watch watch) throws InterruptedException {
            if (!watch.mayStillSend()) {
                return new Outcome.NotSent("withdrawn");
            }
            try {
                if (connection == null || !connection.reusable()) {
                    rest();
                    connection = transport.open();
                }
            } catch (RelayTroubleException problem) {
                return problem.trouble();
            }
            var outcome = connection.send(copy, watch);
            if (!connection.reusable()) {
                rest();
            }
            return outcome;
        }

        private Settlement settlement(Claim claim, Outcome outcome, Watch watch) throws InterruptedException {
            var id = claim.subscriptionId();
            return switch (outcome) {
                case Outcome.Sent sent -> {
                    gate.works();
                    yield Settlement.last(id, DeliveryState.sent, sent.reply().toString());
                }
                case Outcome.Refused refused -> Settlement.last(id, DeliveryState.failed, refused.reply().toString());
                case Outcome.Deferred deferred -> Settlement.later(id, DeliveryState.deferred, deferred.reply().toString(), pause(claim));
                case Outcome.Unsendable unsendable -> Settlement.last(id, DeliveryState.failed, unsendable.reason());
                case Outcome.Unknown unknown -> unknown(claim, unknown.reason());
                case Outcome.NotSent notSent -> watch.objection.map(words -> Settlement.last(id, DeliveryState.suppressed, words))
                        .orElseGet(() -> notSent(claim, notSent.reason(), watch));
                case Outcome.RelayTrouble trouble -> {
                    gate.fails(trouble);
                    halted = Optional.of(trouble.reason());
                    yield Settlement.released(id, trouble.reason());
                }
            };
        }

        /** At once again; but a copy at which the connection breaks every time must not go round for ever. */
        private Settlement notSent(Claim claim, String reason, Watch watch) {
            if (halted.isPresent() || watch.stale()) {
                return Settlement.released(claim.subscriptionId(), reason);
            }
            return claim.attempts() <= TRIES_AT_ONCE ? Settlement.later(claim.subscriptionId(), DeliveryState.queued, reason, Duration.ZERO)
                    : Settlement.later(claim.subscriptionId(), DeliveryState.deferred, reason, pause(claim));
        }

        private Settlement unknown(Claim claim, String reason) {
            return claim.resent() == Claim.Resent.YES ? Settlement.last(claim.subscriptionId(), DeliveryState.unknown, reason)
                    : Settlement.later(claim.subscriptionId(), DeliveryState.unknown, reason, config.unknownRetryAfter());
        }

        private Duration pause(Claim claim) {
            var pauses = config.retryAfter();
            var pause = pauses.get(Math.min(claim.attempts(), pauses.size()) - 1);
            return pause.plusMillis(ThreadLocalRandom.current().nextLong(1 + pause.toMillis() / 10)); // so that they don't all come at once
        }

        /** The last questions before MAIL and before the dot. */
        private final class Watch implements DotWatch {

            private final Claim claim;
            private Optional<String> objection = Optional.empty();
            private boolean begun;
            /** Of the edition, as the copy was made. */
            private int revision;

            Watch(Claim claim) {
                this.claim = claim;
            }

            @Override
            public boolean mayStillSend() {
                if (!begun && stopping.getAsBoolean()) {
                    halted = Optional.of("the service stops");
                } else if (System.nanoTime() - batch.claimedAtNanos() > config.lease().minus(LONGEST_COPY).toNanos()) {
                    halted = Optional.of("the lease of this batch ran out");
                } else {
                    refresh();
                }
                begun = true;
                objection = standing.flatMap(known -> known.objection(claim.subscriptionId()));
                return halted.isEmpty() && objection.isEmpty() && !stale();
            }

            @Override
            public void aboutToSendDot() {
                journal.dot(claim.subscriptionId());
            }

            /** What was corrected or withdrawn since goes out in no copy that was made before. */
            private boolean stale() {
                return standing.isPresent() && standing.get().revision() != revision;
            }

            private void refresh() {
                var now = System.nanoTime();
                if (standing.isPresent() && now - standingAtNanos < FRESH.toNanos()) {
                    return;
                }
                try {
                    var known = ledger.standing(batch.edition(), readers);
                    standing.filter(before -> before.revision() != known.revision()).ifPresent(before -> press.forgetOthers(batch.edition(), known.revision()));
                    standing = Optional.of(known);
                    standingAtNanos = now;
                    if (!known.editionGoesOn()) {
                        halted = Optional.of("the edition is " + known.editionStatus());
                    }
                } catch (SQLException problem) {
                    halted = Optional.of("nobody knows who left: " + problem.getMessage());
                }
            }
        }
    }

    /** What went wrong may go wrong again at once; a pause keeps that from becoming a storm. */
    static void afterLoss() throws InterruptedException {
        Thread.sleep(PAUSE_AFTER_LOSS);
    }
}
