package org.broadsheet.testsupport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;

/** A little hub on loopback (WebSub): it makes sure of who asks before it answers, if it is told to, and signs what it pushes. */
public final class Hub implements AutoCloseable {

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 202;
    private volatile long lease = 3600;
    private volatile boolean verifies = true;

    public Hub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hub";
    }

    /** What it was asked, field by field, in order. */
    public List<Map<String, String>> asked() {
        return asked;
    }

    public Hub granting(long seconds) {
        lease = seconds;
        return this;
    }

    /** From now on it answers with this status and makes sure of nobody. */
    public Hub answering(int code) {
        status = code;
        verifies = false;
        return this;
    }

    /** From now on it serves. */
    public Hub recovered() {
        status = 202;
        verifies = true;
        return this;
    }

    /** Pushes with a signature of this method. */
    public HttpResponse<String> push(String body, String type, String method) throws IOException, InterruptedException {
        return push(body, type, Map.of("X-Hub-Signature", method + "=" + signature(body, method)));
    }

    /** Pushes with these header fields. */
    public HttpResponse<String> push(String body, String type, Map<String, String> headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(here(asked.getLast().get("hub.callback"), "")).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Asks the callback of the latest request. */
    public HttpResponse<String> call(Map<String, String> query) throws IOException, InterruptedException {
        return call(asked.getLast().get("hub.callback"), query);
    }

    public HttpResponse<String> call(String callback, Map<String, String> query) throws IOException, InterruptedException {
        var text = new StringBuilder("?");
        query.forEach((name, value) -> text.append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)).append('&'));
        return client.send(HttpRequest.newBuilder(here(callback, text.toString())).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String signature(String body, String method) {
        try {
            var algorithm = "Hmac" + method.toUpperCase(java.util.Locale.ROOT);
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(asked.getLast().get("hub.secret").getBytes(StandardCharsets.UTF_8), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The service doesn't know its port in tests. */
    private static URI here(String callback, String query) {
        return URI.create("http://localhost:" + RestAssured.port + URI.create(callback).getPath() + query);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var form = new LinkedHashMap<String, String>();
        for (var field : new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII).split("&")) {
            var parts = field.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        asked.add(form);
        var answer = status;
        if (verifies) {
            try {
                var response = call(form.get("hub.callback"), Map.of("hub.mode", form.get("hub.mode"), "hub.topic", form.get("hub.topic"), "hub.challenge", "c4§",
                        "hub.lease_seconds", String.valueOf(lease)));
                answer = response.statusCode() == 200 && response.body().equals("c4§") ? 202 : 400;
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }
}
