package org.broadsheet.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.broadsheet.platform.AddressPolicy;
import org.broadsheet.platform.FetchLimits;
import org.broadsheet.platform.FetchOutcome;
import org.broadsheet.platform.FetchRequest;
import org.broadsheet.platform.GuardedHttp;
import org.broadsheet.source.FeedReader;
import org.broadsheet.source.NotAFeedException;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;

/**
 * A reading cycle over 1,000 local sources of 100 kB by the packaged service, first all new, then all unchanged, and what bounds it; beside it the bare
 * fetching of the same addresses, and the bare parsing. The pages of its articles are not read. Loopback only; some minutes, five at most for each cycle.
 */
public final class CycleBench {

    private static final int AT_ONCE = 32;
    private static final int KILOBYTES = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private CycleBench() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        Logger.getLogger("org.apache.hc").setLevel(Level.INFO); // as in the service; else each byte is logged
        var sources = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        try (var farm = FeedFarm.start(KILOBYTES)) {
            System.out.printf("%d sources of %d kB, %d processors, %d at once%n", sources, KILOBYTES, Runtime.getRuntime().availableProcessors(), AT_ONCE);
            baselines(farm, sources);
            cycles(farm, sources);
        }
    }

    private static void baselines(FeedFarm farm, int sources) throws InterruptedException {
        var jdk = HttpClient.newHttpClient();
        rate("warm-up", sources, number -> get(jdk, farm.url(number)));
        rate("bare loop, the JDK's client", sources, number -> get(jdk, farm.url(number)));
        try (var guarded = new GuardedHttp(AddressPolicy.allowing(List.of("127.0.0.0/8")), host -> List.of(InetAddress.ofLiteral(host)), FetchLimits.standard(),
                "Broadsheet/bench", Clock.systemUTC())) {
            rate("warm-up", sources, number -> guarded(guarded, farm.url(number)));
            rate("bare loop, the guarded client", sources, number -> guarded(guarded, farm.url(number)));
        } catch (IOException closing) {
            throw new java.io.UncheckedIOException(closing);
        }
        parsing(sources);
    }

    private static int get(HttpClient http, String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray()).body().length;
    }

    private static int guarded(GuardedHttp http, String url) {
        return switch (http.fetch(FetchRequest.of(url))) {
            case FetchOutcome.Fetched fetched -> fetched.body().length;
            case FetchOutcome other -> throw new IllegalStateException(other.toString());
        };
    }

    /** Gets a document. */
    private interface Getting {

        /** @return its size */
        int of(int number) throws IOException, InterruptedException;
    }

    private static void rate(String name, int sources, Getting getting) throws InterruptedException {
        var places = new Semaphore(AT_ONCE);
        var failed = new AtomicInteger();
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < sources; number++) {
                var one = number;
                places.acquire();
                threads.execute(() -> {
                    try {
                        getting.of(one);
                    } catch (IOException | InterruptedException | RuntimeException problem) {
                        failed.incrementAndGet();
                    } finally {
                        places.release();
                    }
                });
            }
        }
        if (!name.equals("warm-up")) {
            System.out.printf("  %-42s %8.0f sources/s%s%n", name, sources * 1e9 / (System.nanoTime() - began), failed.get() > 0 ? ", " + failed + " failed" : "");
        }
    }

    private static void parsing(int sources) {
        var feeds = IntStream.range(0, Math.min(100, sources)).mapToObj(number -> FeedFarm.feed(number, 0, KILOBYTES * 1000)).toList();
        var entries = 0;
        var began = System.nanoTime();
        for (var round = 0; round < 6; round++) {
            if (round == 3) { // the first three warm up
                began = System.nanoTime();
                entries = 0;
            }
            for (var feed : feeds) {
                try {
                    entries += FeedReader.read(feed, "application/rss+xml", "https://feeds.example/").entries().size();
                } catch (NotAFeedException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        }
        System.out.printf("  %-42s %8.0f sources/s (%d entries each)%n", "parsing alone, one thread", 3.0 * feeds.size() * 1e9 / (System.nanoTime() - began), entries / 3 / feeds.size());
    }

    private static void cycles(FeedFarm farm, int sources) throws IOException, InterruptedException, SQLException {
        try (var service = new RunningService(Map.of("QUARKUS_LOG_CATEGORY__ORG_BROADSHEET__LEVEL", "WARN"))) {
            service.start(Map.of("BROADSHEET_FETCH_EVERY", "off"));
            service.publication();
            service.addSources(sources, farm);
            service.stop();
            var recording = service.folder().resolve("cycle.jfr");
            service.start(Map.of("BROADSHEET_FETCH_EVERY", "1s", "JAVA_TOOL_OPTIONS", "-XX:StartFlightRecording:filename=" + recording + ",settings=profile,dumponexit=true"));
            try (var database = service.database()) {
                cycle("all new (200)", service, farm, database, sources);
                System.out.printf("    articles in the database: %d%n", number(database, "select count(*) from article"));
                update(database, "delete from source where last_success_at is null");
                update(database, "update source set last_success_at = null, next_try_at = now() where last_success_at is not null");
                cycle("all unchanged (304)", service, farm, database, number(database, "select count(*) from source"));
            }
            service.stop();
            print(recording);
        }
    }

    private static void print(Path recording) throws IOException {
        if (recording.toFile().length() > 0) {
            CpuShares.print(recording);
        }
    }

    private static void cycle(String name, RunningService service, FeedFarm farm, Connection database, long sources) throws IOException, InterruptedException, SQLException {
        var began = System.nanoTime();
        var read = 0L;
        while (read == 0 && System.nanoTime() - began < PATIENCE.toNanos()) {
            Thread.sleep(20);
            read = number(database, "select count(*) from source where last_success_at is not null");
        }
        var first = read;
        began = System.nanoTime();
        var before = new Cpu(service, farm, database);
        while (read < sources && System.nanoTime() - began < PATIENCE.toNanos()) {
            Thread.sleep(100);
            read = number(database, "select count(*) from source where last_success_at is not null");
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("  %-42s %8.0f sources/s%s%n", "the service, " + name, (read - first) / seconds, read < sources ? ", stopped after " + read : "");
        new Cpu(service, farm, database).print(before, seconds, read - first);
        var failed = number(database, "select count(*) from source where failures > 0");
        if (failed > 0) {
            System.out.printf("    %d sources failed: %s%n", failed, text(database, "select last_problem from source where failures > 0 limit 1"));
        }
    }

    private static long number(Connection database, String query) throws SQLException {
        try (var statement = database.createStatement(); var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String text(Connection database, String query) throws SQLException {
        try (var statement = database.createStatement(); var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private static void update(Connection database, String change) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.executeUpdate(change);
        }
    }

    /** Processor time used so far, and transactions. */
    private record Cpu(double service, double postgres, double farm, long commits, long rows) {

        Cpu(RunningService service, FeedFarm farm, Connection database) throws IOException, SQLException {
            this(RunningService.cpu(service.handle()).toNanos() / 1e9, service.postgresCpu().toNanos() / 1e9, RunningService.cpu(farm.handle()).toNanos() / 1e9,
                    number(database, "select xact_commit from pg_stat_database where datname = current_database()"),
                    number(database, "select sum(n_tup_ins + n_tup_upd) from pg_stat_user_tables"));
        }

        void print(Cpu before, double seconds, long sources) {
            var all = seconds * Runtime.getRuntime().availableProcessors();
            System.out.printf("    of the processors: service %.0f %%, PostgreSQL %.0f %%, the publishers %.0f %%; each source: %.1f ms of the service, %.1f ms of PostgreSQL,"
                    + " %.1f transactions, %.1f rows written%n", 100 * (service - before.service) / all, 100 * (postgres - before.postgres) / all, 100 * (farm - before.farm) / all,
                    1000 * (service - before.service) / sources, 1000 * (postgres - before.postgres) / sources, (double) (commits - before.commits) / sources,
                    (double) (rows - before.rows) / sources);
        }
    }
}
