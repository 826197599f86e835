package org.broadsheet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.broadsheet.platform.EmbeddedPostgres;
import org.broadsheet.testsupport.Api;
import org.broadsheet.testsupport.Service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The packaged service with its own PostgreSQL, as an operator starts it, and what can be seen of both from outside. */
final class RunningService implements AutoCloseable {

    private static final String JAR = "target/quarkus-app/quarkus-run.jar";

    private final Path folder;
    private final Map<String, String> settings;
    private Service service;

    RunningService(Map<String, String> settings) throws IOException {
        System.setProperty("service.jar", Path.of(JAR).toAbsolutePath().toString());
        this.folder = Files.createTempDirectory("broadsheet-bench");
        this.settings = new HashMap<>(settings);
        this.settings.put("BROADSHEET_FETCH_ALLOWED_NETWORKS", "127.0.0.0/8");
    }

    Path folder() {
        return folder;
    }

    void start(Map<String, String> more) throws IOException {
        var all = new HashMap<>(settings);
        all.putAll(more);
        service = new Service(folder, all); // kept before it is ready, so that it is stopped if that takes too long
        service.start();
    }

    void stop() throws InterruptedException {
        service.close();
    }

    void publication() throws IOException, InterruptedException {
        publication("paper");
    }

    void publication(String slug) throws IOException, InterruptedException {
        service.post("/api/v1/publications", "application/json", new ObjectMapper().writeValueAsString(Api.publication(slug)));
    }

    void addSources(int count, FeedFarm farm) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var all = java.util.stream.IntStream.range(0, count).mapToObj(number -> threads.submit(() -> add("paper", farm.url(number)))).toList();
            for (var one : all) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A source could not be added", failed.getCause());
        }
    }

    /** Adds a feed whose pages are not read; its id. */
    long add(String publication, String url) throws IOException, InterruptedException {
        return service.post("/api/v1/publications/" + publication + "/sources", "application/json", "{\"url\":\"" + url + "\",\"kind\":\"FEED\",\"pages\":\"NEVER\"}").get("id").asLong();
    }

    /** Reads a source on request, as an operator does; the status. */
    String refresh(long source) throws IOException, InterruptedException {
        return read(source).get("status").asText();
    }

    /** Reads a source on request; the report. */
    JsonNode read(long source) throws IOException, InterruptedException {
        return service.post("/api/v1/sources/" + source + "/refresh", "application/json", "");
    }

    JsonNode source(long id) throws IOException, InterruptedException {
        return service.get("/api/v1/sources/" + id);
    }

    Connection database() throws IOException, SQLException {
        var postgres = EmbeddedPostgres.startIn(folder.resolve("data/postgres")); // the one that runs is taken over
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    ProcessHandle handle() {
        return ProcessHandle.current().children().filter(child -> child.info().commandLine().orElse("").contains(JAR)).findFirst()
                .orElseThrow(() -> new IllegalStateException("The service does not run"));
    }

    private Stream<ProcessHandle> postgres() throws IOException {
        var postmaster = Long.parseLong(Files.readAllLines(folder.resolve("data/postgres/cluster/postmaster.pid")).getFirst());
        return ProcessHandle.of(postmaster).stream().flatMap(one -> Stream.concat(Stream.of(one), one.descendants()));
    }

    /** Of its living processes. */
    Duration postgresCpu() throws IOException {
        return postgres().map(RunningService::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() throws InterruptedException, IOException {
        if (service != null) {
            service.close();
        }
        if (Files.exists(folder.resolve("data/postgres/cluster/postmaster.pid"))) {
            EmbeddedPostgres.startIn(folder.resolve("data/postgres")).stop();
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
