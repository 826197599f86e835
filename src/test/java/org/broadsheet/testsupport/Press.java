package org.broadsheet.testsupport;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.imageio.ImageIO;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A web server on loopback that publishes what a test gives it, with ETags. */
public final class Press implements AutoCloseable {

    /** @param headers of its answer; with an empty ETag it has none */
    private record Document(String type, byte[] bytes, int status, Map<String, String> headers) {

        Document(String type, byte[] bytes, int status) {
            this(type, bytes, status, Map.of());
        }
    }

    /** A request as it came. */
    public record Asked(String path, Map<String, List<String>> headers) {

        /** "" if it had none. */
        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    private final HttpServer server;
    private final Map<String, Document> documents = new ConcurrentHashMap<>();
    private volatile Document elsewhere = new Document("text/plain", new byte[0], 404);
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public Press() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public int requests() {
        return asked.size();
    }

    /** All requests for this path. */
    public List<Asked> asked(String path) {
        return asked.stream().filter(request -> request.path().equals(path)).toList();
    }

    /** Publishes bytes as they are. */
    public Press publish(String path, String type, byte[] bytes) {
        documents.put(path, new Document(type, bytes, 200));
        return this;
    }

    /** Publishes with header fields of its own. */
    public Press publish(String path, String type, String text, Map<String, String> headers) {
        return publish(path, type, text.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Publishes bytes as they are, with header fields of its own. */
    public Press publish(String path, String type, byte[] bytes, Map<String, String> headers) {
        documents.put(path, new Document(type, bytes, 200, headers));
        return this;
    }

    /** Answers with this status and a Location. */
    public Press redirect(String path, int status, String to) {
        documents.put(path, new Document("text/plain", new byte[0], status, Map.of("Location", to)));
        return this;
    }

    /** Fails, with header fields of its own. */
    public Press fail(String path, int status, Map<String, String> headers) {
        documents.put(path, new Document("text/plain", new byte[0], status, headers));
        return this;
    }

    public Press publish(String path, String type, String text) {
        documents.put(path, new Document(type, text.getBytes(StandardCharsets.UTF_8), 200));
        return this;
    }

    /** Answers so wherever nothing else is published. */
    public Press everywhere(String type, String text) {
        elsewhere = new Document(type, text.getBytes(StandardCharsets.UTF_8), 200);
        return this;
    }

    public Press fail(String path, int status) {
        documents.put(path, new Document("text/plain", new byte[0], status));
        return this;
    }

    /** A photograph of sorts. */
    public Press picture(String path, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        documents.put(path, new Document("image/jpeg", bytes.toByteArray(), 200));
        return this;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(new Asked(exchange.getRequestURI().getPath(), Map.copyOf(exchange.getRequestHeaders())));
        var document = documents.getOrDefault(exchange.getRequestURI().getPath(), elsewhere);
        var etag = "\"" + java.util.Arrays.hashCode(document.bytes()) + "\"";
        var unchanged = document.status() == 200 && etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
        exchange.getResponseHeaders().set("Content-Type", document.type());
        exchange.getResponseHeaders().set("ETag", etag);
        document.headers().forEach((name, value) -> exchange.getResponseHeaders().put(name, value.isEmpty() ? List.of() : List.of(value)));
        if (unchanged) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            exchange.sendResponseHeaders(document.status(), document.bytes().length == 0 ? -1 : document.bytes().length);
            exchange.getResponseBody().write(document.bytes());
        }
        exchange.close();
    }
}
