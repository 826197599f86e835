package org.broadsheet.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.broadsheet.delivery.DotWatch;
import org.broadsheet.delivery.MailConnection;
import org.broadsheet.delivery.MailTransport;
import org.broadsheet.delivery.Outcome;
import org.broadsheet.delivery.RelaySettings;
import org.broadsheet.delivery.RelayTroubleException;
import org.broadsheet.delivery.SmtpTransport;
import org.broadsheet.mail.RefusedValueException;

/** How many copies a second our transport hands to a relay: no ledger, no database, but headers and bodies made for each reader. */
final class TransportRate {

    private static final DotWatch WILLING = new DotWatch() {
        @Override
        public boolean mayStillSend() {
            return true;
        }

        @Override
        public void aboutToSendDot() {
            // the ledger's journal would be written here
        }
    };

    private final BenchEdition edition;
    private final int port;
    private final int connections;

    TransportRate(BenchEdition edition, int port, int connections) {
        this.edition = edition;
        this.port = port;
        this.connections = connections;
    }

    /** Sends this many over all connections; messages per second. */
    double measure(int messages) throws InterruptedException, ExecutionException {
        RelaySettings relay = new RelaySettings("127.0.0.1", port, Optional.empty(), RelaySettings.Tls.NONE, RelaySettings.Trust.VERIFY, "bench.example.org");
        long start = System.nanoTime();
        try (MailTransport transport = new SmtpTransport(relay); ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> senders = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int from = (int) ((long) messages * i / connections);
                int to = (int) ((long) messages * (i + 1) / connections);
                senders.add(threads.submit(() -> send(transport, from, to)));
            }
            int sent = 0;
            for (Future<Integer> sender : senders) {
                sent += sender.get();
            }
            if (sent != messages) {
                throw new IllegalStateException("only " + sent + " of " + messages + " were sent");
            }
        }
        return messages * 1e9 / (System.nanoTime() - start);
    }

    private int send(MailTransport transport, int from, int to) throws RelayTroubleException, RefusedValueException {
        int sent = 0;
        int next = from;
        while (next < to) {
            try (MailConnection connection = transport.open()) {
                while (next < to && connection.reusable()) {
                    sent += connection.send(edition.copy(next++), WILLING) instanceof Outcome.Sent ? 1 : 0;
                }
            }
        }
        return sent;
    }
}
