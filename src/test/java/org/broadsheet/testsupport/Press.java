package org.broadsheet.testsupport;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import javax.imageio.ImageIO;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A web server on loopback that publishes what a test gives it, with ETags. */
public final class Press implements AutoCloseable {

    private record Document(String type, byte[] bytes, int status) {
    }

    private final HttpServer server;
    private final Map<String, Document> documents = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();

    public Press() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public int requests() {
        return requests.get();
    }

    public Press publish(String path, String type, String text) {
        documents.put(path, new Document(type, text.getBytes(StandardCharsets.UTF_8), 200));
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
        requests.incrementAndGet();
        var document = documents.getOrDefault(exchange.getRequestURI().getPath(), new Document("text/plain", new byte[0], 404));
        var etag = "\"" + java.util.Arrays.hashCode(document.bytes()) + "\"";
        var unchanged = document.status() == 200 && etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
        exchange.getResponseHeaders().set("Content-Type", document.type());
        exchange.getResponseHeaders().set("ETag", etag);
        if (unchanged) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            exchange.sendResponseHeaders(document.status(), document.bytes().length == 0 ? -1 : document.bytes().length);
            exchange.getResponseBody().write(document.bytes());
        }
        exchange.close();
    }
}
