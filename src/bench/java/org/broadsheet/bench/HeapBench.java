package org.broadsheet.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Live heap of the packaged service over 100 reading cycles of 50 sources, each with a new item every tenth cycle; prints the slope. */
public final class HeapBench {

    private static final int SOURCES = 50;
    private static final int CYCLES = 100;

    private HeapBench() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException, ExecutionException {
        try (var farm = FeedFarm.start(20); var service = new RunningService(Map.of("BROADSHEET_FETCH_EVERY", "off", "QUARKUS_LOG_CATEGORY__ORG_BROADSHEET__LEVEL", "WARN"))) {
            service.start(Map.of());
            service.publication();
            service.addSources(SOURCES, farm);
            var ids = sources(service);
            System.out.printf("%d cycles over %d sources, heap of 256 MB; live heap after a full collection%n", CYCLES, SOURCES);
            var points = new ArrayList<double[]>();
            for (var cycle = 1; cycle <= CYCLES; cycle++) {
                if (cycle % 10 == 5) {
                    farm.publish();
                }
                read(service, ids);
                if (cycle % 10 == 0) {
                    points.add(new double[] {cycle, LiveHeap.of(service.handle())});
                    System.out.printf("  cycle %3d  %7.2f MB%n", cycle, points.getLast()[1] / 1e6);
                }
            }
            var settled = points.subList(1, points.size()); // caches and pools fill in the first cycles
            System.out.printf("slope from cycle 20 on: %+.1f kB a cycle (%+.2f %% of the live heap in 100 cycles)%n", slope(settled) / 1000, 100 * 100 * slope(settled) / points.getLast()[1]);
        }
    }

    private static List<Long> sources(RunningService service) throws IOException, SQLException {
        try (var database = service.database(); var statement = database.createStatement(); var rows = statement.executeQuery("select id from source order by id")) {
            var ids = new ArrayList<Long>();
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
            return ids;
        }
    }

    private static void read(RunningService service, List<Long> ids) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var all = ids.stream().map(id -> threads.submit(() -> service.refresh(id))).toList();
            for (var one : all) {
                if (one.get().equals("FAILED")) {
                    throw new IllegalStateException("A source could not be read");
                }
            }
        }
    }

    /** Least squares, bytes a cycle. */
    private static double slope(List<double[]> points) {
        var x = points.stream().mapToDouble(point -> point[0]).average().orElseThrow();
        var y = points.stream().mapToDouble(point -> point[1]).average().orElseThrow();
        return points.stream().mapToDouble(point -> (point[0] - x) * (point[1] - y)).sum() / points.stream().mapToDouble(point -> (point[0] - x) * (point[0] - x)).sum();
    }
}
