package org.broadsheet.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.broadsheet.testsupport.LargeFeed;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The packaged service with 256 MB of heap before sources as large as the limits allow (10 MB on the wire, 50 MB inflated, 85,000 items) and a little
 * larger: what is stored, what is refused, live heap beside that of a small source, and how long a small one waits behind large ones. {@code limits} or
 * {@code waiting}: the one part alone.
 */
public final class BoundsBench {

    private static final int LARGE_AT_ONCE = 4;
    private static final int SMALL_READINGS = 5;

    private final RunningService service;
    private final HttpServer web;
    private final Map<String, byte[]> documents = new ConcurrentHashMap<>();
    private int edition = 1;

    private BoundsBench(RunningService service, HttpServer web) {
        this.service = service;
        this.web = web;
    }

    public static void main(String[] arguments) throws Exception {
        var web = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 100);
        web.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        try (var service = new RunningService(Map.of("BROADSHEET_FETCH_EVERY", "off", "QUARKUS_LOG_CATEGORY__ORG_BROADSHEET__LEVEL", "WARN"))) {
            service.start(Map.of());
            service.publication();
            var bench = new BoundsBench(service, web);
            web.createContext("/", bench::answer);
            web.start();
            if (arguments.length == 0 || arguments[0].equals("limits")) {
                bench.limits();
            }
            if (arguments.length == 0 || arguments[0].equals("waiting")) {
                bench.waiting();
            }
        } finally {
            web.stop(0);
        }
    }

    private void limits() throws Exception {
        documents.put("/inflated", new LargeFeed("beyond.example", 85_000, 50_000_001, 200).gzipped());
        documents.put("/wire", new LargeFeed("beyond.example", 85_000, 50_000_000, 1_000).gzipped());
        documents.put("/bomb", new LargeFeed("beyond.example", 100, 40_000_000, 200).gzipped());
        small(edition++);
        System.out.printf("heap of 256 MB; a large source: %,d bytes on the wire, 50,000,000 inflated, 85,000 items; a small one: %,d bytes%n", large(3).length,
                documents.get("/small").length);
        service.read(source("paper", 1, "/small")); // what every service loads once
        small(edition++);
        timed("a small source (baseline)", List.of(source("paper", 2, "/small")));
        timed("a large source", List.of(largeSource(3)));
        watched("the like, looked at", List.of(largeSource(4)));
        watched(LARGE_AT_ONCE + " of them at once, looked at", IntStream.range(10, 10 + LARGE_AT_ONCE).mapToObj(this::largeSource).toList());
        for (var beyond : List.of("/inflated", "/wire", "/bomb")) {
            timed("beyond the limits: " + beyond.substring(1), List.of(source("paper", 5, beyond)));
        }
    }

    /** A small source on request, alone and while two large ones are read; of the same publication, and of another. */
    private void waiting() throws Exception {
        service.publication("leaflet");
        for (var publication : List.of("paper", "leaflet")) {
            var small = source(publication, 6, "/small");
            var first = publication.equals("paper") ? 20 : 30;
            var large = IntStream.range(first, first + 2).mapToObj(this::largeSource).toList();
            System.out.printf("  a small source with something new, on request, %s%n", publication.equals("paper") ? "of the same publication" : "of another publication");
            System.out.printf("    alone:                 %s%n", smallReadings(small, () -> false));
            var busy = new AtomicBoolean(true);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var readings = large.stream().map(source -> threads.submit(() -> service.read(source))).toList();
                var over = threads.submit(() -> {
                    try {
                        for (var reading : readings) {
                            reading.get();
                        }
                    } finally {
                        busy.set(false);
                    }
                    return null;
                });
                System.out.printf("    behind two large ones: %s%n", smallReadings(small, busy::get));
                over.get();
            }
        }
    }

    private String smallReadings(long source, BooleanSupplier going) throws IOException, InterruptedException {
        var times = new ArrayList<Long>();
        while (times.size() < SMALL_READINGS || going.getAsBoolean()) {
            small(edition++);
            var began = System.nanoTime();
            service.read(source);
            times.add((System.nanoTime() - began) / 1_000_000);
            Thread.sleep(100);
        }
        var sorted = times.stream().sorted().toList();
        return "median %,d ms, longest %,d ms of %d".formatted(sorted.get(sorted.size() / 2), sorted.getLast(), sorted.size());
    }

    private void timed(String name, List<Long> sources) throws Exception {
        var began = System.nanoTime();
        var cpu = RunningService.cpu(service.handle());
        var report = read(sources);
        System.out.printf("  %-32s %6.1f s, %5.1f s of the service's processor; live heap after it %5.1f MB; %s%n", name, (System.nanoTime() - began) / 1e9,
                RunningService.cpu(service.handle()).minus(cpu).toMillis() / 1e3, LiveHeap.of(service.handle()) / 1e6, said(report));
        var health = service.source(sources.getFirst()).path("lastProblem");
        if (!health.isNull()) {
            System.out.printf("      health line: %s%n", health.asText());
        }
    }

    private void watched(String name, List<Long> sources) throws Exception {
        try (var watch = LiveHeap.watching(service.handle())) {
            var report = read(sources);
            System.out.printf("  %-32s live heap at most %5.1f MB in %d looks; %s%n", name, watch.most() / 1e6, watch.looks(), said(report));
        }
    }

    /** All at once; the report of the first. */
    private JsonNode read(List<Long> sources) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reports = sources.stream().map(source -> threads.submit(() -> service.read(source))).toList();
            var first = reports.getFirst().get();
            for (var report : reports) {
                if (!report.get().equals(first)) {
                    throw new IllegalStateException("One is read otherwise than another: " + report.get());
                }
            }
            return first;
        }
    }

    private static String said(JsonNode report) {
        var problem = report.path("problems").path(0).path("message").asText();
        return report.path("status").asText() + ", " + report.path("new").asInt() + " new" + (problem.isEmpty() ? "" : ": " + problem);
    }

    private long largeSource(int number) {
        large(number);
        return source("paper", number, "/large" + number);
    }

    private byte[] large(int number) {
        return documents.computeIfAbsent("/large" + number, path -> LargeFeed.allowed("large" + number + ".example").gzipped());
    }

    private void small(int edition) {
        documents.put("/small", FeedFarm.feed(1, edition, 100_000));
    }

    private long source(String publication, int host, String path) {
        try {
            return service.add(publication, "http://127.0.2." + host + ":" + web.getAddress().getPort() + path);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException("A source could not be added", failed);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var document = documents.get(exchange.getRequestURI().getPath());
        exchange.getResponseHeaders().add("Content-Type", "application/rss+xml; charset=utf-8");
        if (document[0] == 0x1F) {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        }
        exchange.sendResponseHeaders(200, document.length);
        exchange.getResponseBody().write(document);
        exchange.close();
    }
}
