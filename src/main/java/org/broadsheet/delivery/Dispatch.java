package org.broadsheet.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;

import org.broadsheet.platform.DataFolder;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;

/** Runs the couriers of this node, from recovery of what a killed process left to an orderly stop. */
@Singleton
public class Dispatch {

    private static final Logger LOG = Logger.getLogger(Dispatch.class);

    /** The ledger has something to send. */
    record Work() {
    }

    /** What an interrupted courier has for entering what it knows. */
    private static final Duration TO_SETTLE = Duration.ofSeconds(2);

    private final BatchQueue queue;
    private final Ledger ledger;
    private final DataFolder node;
    private final DeliveryConfig config;
    private final MailTransport transport;
    private final RelayGate gate;
    private final EditionPress press;
    private final CopyCounter counter;
    private final Event<Work> work;
    private final List<Thread> couriers = new ArrayList<>();
    private volatile boolean stopping;

    Dispatch(BatchQueue queue, Ledger ledger, DataFolder node, DeliveryConfig config, MailTransport transport, RelayGate gate, EditionPress press,
            CopyCounter counter, Event<Work> work) {
        this.queue = queue;
        this.ledger = ledger;
        this.node = node;
        this.config = config;
        this.transport = transport;
        this.gate = gate;
        this.press = press;
        this.counter = counter;
        this.work = work;
    }

    /** There may be something to send once the caller's transaction has committed. */
    void wakeAfterCommit() {
        work.fire(new Work());
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Work event) {
        queue.wake();
    }

    void start(@Observes StartupEvent start) throws IOException, SQLException {
        var journals = Files.createDirectories(node.path().resolve("journal"));
        recover(journals);
        for (var number = 0; number < config.connections(); number++) {
            var file = journals.resolve("courier-" + number);
            couriers.add(Thread.ofVirtual().name("courier-" + number).start(() -> run(file)));
        }
    }

    /** SIGTERM: no new copies; those in flight are finished and recorded. */
    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopping = true;
        queue.wake();
        var until = System.nanoTime() + config.shutdownTimeout().toNanos();
        for (var courier : couriers) {
            var left = until - System.nanoTime();
            if (left > 0) {
                courier.join(Duration.ofNanos(left));
            }
            if (courier.isAlive()) {
                LOG.warnf("%s is still waiting for the relay; its copy is in the journal", courier.getName());
                courier.interrupt();
                courier.join(TO_SETTLE);
            }
        }
        transport.close();
    }

    /** Looks for copies of nodes that vanished, and for those whose time is over. */
    @Scheduled(every = "10s", identity = "ledger-sweep", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void sweep() throws SQLException {
        var orphans = ledger.takeOver(config.unknownRetryAfter());
        if (orphans > 0) {
            LOG.warnf("%d copies were with a node that vanished; whether they went is unknown", orphans);
        }
        ledger.withdrawCancelled();
        var expired = ledger.expire();
        if (expired > 0) {
            LOG.warnf("%d copies expired", expired);
        }
    }

    private void recover(Path journals) throws IOException, SQLException {
        var left = new HashMap<Long, List<Settlement>>();
        var files = new ArrayList<Path>();
        try (var found = Files.list(journals)) {
            for (var file : found.sorted().toList()) {
                files.add(file);
                Journal.read(file).ifPresent(journal -> journal.copies().forEach((subscription, settlement) -> left
                        .computeIfAbsent(journal.edition(), edition -> new ArrayList<>())
                        .add(settlement.orElseGet(() -> unknown(subscription)))));
            }
        }
        for (var edition : left.entrySet()) {
            ledger.settle(edition.getKey(), node.node(), edition.getValue());
        }
        var released = ledger.releaseOwn(node.node());
        for (var file : files) {
            Files.delete(file);
        }
        if (released > 0 || !left.isEmpty()) {
            LOG.infof("Taken up where the last run broke off: %d copies from the journal, %d queued again", left.values().stream().mapToInt(List::size).sum(),
                    released);
        }
    }

    private Settlement unknown(long subscription) {
        return Settlement.later(subscription, DeliveryState.unknown, "The service was killed after the final dot, before the relay's answer",
                config.unknownRetryAfter());
    }

    private void run(Path file) {
        try (var journal = Journal.open(file)) {
            var courier = new Courier(ledger, nodeId(), config, transport, gate, press, journal, counter, () -> stopping);
            while (!stopping) {
                work(courier);
            }
            courier.rest();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (IOException problem) {
            LOG.errorf(problem, "A connection to the relay is given up: its journal %s cannot be written", file);
        }
    }

    private void work(Courier courier) throws InterruptedException {
        if (!gate.open()) {
            courier.rest();
            Thread.sleep(500);
            return;
        }
        try {
            Optional<Batch> batch = queue.next(courier.batchSize());
            if (batch.isPresent()) {
                courier.deliver(batch.get());
            } else {
                courier.rest();
            }
        } catch (RuntimeException problem) {
            LOG.error("A batch broke off; what it had not come to is queued again", problem);
            Courier.afterLoss();
        }
    }

    private UUID nodeId() {
        return node.node();
    }
}
