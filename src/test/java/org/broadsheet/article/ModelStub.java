package org.broadsheet.article;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A server on loopback that speaks the chat completions of OpenAI and answers what a test tells it to. */
final class ModelStub implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What it was sent. */
    record Asked(String path, String authorization, String contentType, String body) {
    }

    /** The settings that lead to it. */
    record Settings(Optional<String> url, Optional<String> key, String name, Optional<List<String>> allowedNetworks, Duration timeout, int connections, int perDay,
            int cacheDays) implements SummaryConfig.Model {
    }

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String body = "";
    private volatile Map<String, String> headers = Map.of();
    private volatile Duration delay = Duration.ZERO;

    ModelStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    Settings settings() {
        return new Settings(Optional.of("http://127.0.0.1:" + server.getAddress().getPort() + "/v1"), Optional.of("k3y-of-the-test"), "small", Optional.of(List.of("127.0.0.0/8")),
                Duration.ofSeconds(2), 2, 100, 30);
    }

    /** From now on it says this. */
    ModelStub says(String content) {
        try {
            return sends(200, JSON.writeValueAsString(Map.of("choices", List.of(Map.of("index", 0, "message", Map.of("role", "assistant", "content", content))))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    ModelStub sends(int newStatus, String newBody) {
        status = newStatus;
        body = newBody;
        return this;
    }

    ModelStub with(String header, String value) {
        headers = Map.of(header, value);
        return this;
    }

    ModelStub after(Duration newDelay) {
        delay = newDelay;
        return this;
    }

    List<Asked> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(new Asked(exchange.getRequestURI().getPath(), exchange.getRequestHeaders().getFirst("Authorization"), exchange.getRequestHeaders().getFirst("Content-Type"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        try {
            Thread.sleep(delay);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
