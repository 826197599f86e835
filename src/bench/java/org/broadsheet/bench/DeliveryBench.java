package org.broadsheet.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

import org.broadsheet.mail.RefusedValueException;

/**
 * How fast copies go to an SMTP sink, against Postfix' own load tool in alternating rounds on the same sink. Loopback only, less than a
 * minute.
 */
public final class DeliveryBench {

    private static final int CONNECTIONS = 10;
    private static final int BYTES = 20_000;
    private static final int ROUNDS = 5;
    private static final double ROUND_SECONDS = 2.5;
    private static final long BUDGET_NANOS = 48_000_000_000L;

    private DeliveryBench() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException, RefusedValueException {
        PostfixTools postfix = PostfixTools.find();
        long start = System.nanoTime();
        BenchEdition edition = new BenchEdition(BYTES);
        int size = edition.copy(1).message().toBytes().length;
        try (PostfixTools.Sink sink = postfix.startSink()) {
            TransportRate ours = new TransportRate(edition, sink.port(), CONNECTIONS);
            int messages = (int) (warmUp(ours) * ROUND_SECONDS);
            System.out.printf(Locale.ROOT, "%d messages of %d bytes a round, %d connections, %d processors%n", messages, size, CONNECTIONS,
                    Runtime.getRuntime().availableProcessors());
            List<Double> baseline = new ArrayList<>();
            List<Double> measured = new ArrayList<>();
            for (int round = 0; round < ROUNDS && System.nanoTime() - start < BUDGET_NANOS; round++) {
                baseline.add(postfix.source(sink, messages, size, CONNECTIONS));
                measured.add(ours.measure(messages));
                System.out.printf(Locale.ROOT, "  round %d: smtp-source %6.0f/s, transport %6.0f/s%n", round + 1, baseline.getLast(), measured.getLast());
            }
            System.out.printf(Locale.ROOT, "median: smtp-source %.0f/s, transport %.0f/s, ratio %.2f%n", median(baseline), median(measured),
                    median(measured) / median(baseline));
        }
    }

    private static double warmUp(TransportRate ours) throws InterruptedException, ExecutionException {
        ours.measure(3000);
        return ours.measure(6000);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
