package org.broadsheet.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** What the demo's two web servers share: GET and HEAD only, an entity tag on everything, problems as answers. */
final class Http {

    private Http() {
    }

    /** Makes the answer to a GET. */
    interface Page {
        Answer answer(HttpExchange exchange) throws IOException;
    }

    /** @param headers beside content type and entity tag */
    record Answer(int status, String contentType, byte[] body, Map<String, String> headers) {

        Answer(int status, String contentType, byte[] body) {
            this(status, contentType, body, Map.of());
        }

        static Answer html(String page) {
            return new Answer(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
        }

        static Answer notFound(String what) {
            return new Answer(404, "text/plain; charset=utf-8", ("There is no " + what + "\n").getBytes(StandardCharsets.UTF_8));
        }

        Answer with(String header, String value) {
            return new Answer(status, contentType, body, Map.of(header, value));
        }
    }

    static HttpHandler handler(Page page) {
        return exchange -> {
            try (exchange) {
                switch (exchange.getRequestMethod()) {
                    case "GET", "HEAD" -> send(exchange, answer(exchange, page));
                    default -> exchange.sendResponseHeaders(405, -1);
                }
            }
        };
    }

    private static Answer answer(HttpExchange exchange, Page page) {
        try {
            return page.answer(exchange);
        } catch (IOException | RuntimeException problem) {
            System.err.println("demo: " + exchange.getRequestURI() + ": " + problem);
            return new Answer(500, "text/plain; charset=utf-8", (problem + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        var tag = "\"" + digest(answer.body) + "\"";
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.contentType);
        headers.set("ETag", tag);
        headers.set("X-Content-Type-Options", "nosniff");
        answer.headers.forEach(headers::set);
        if (answer.status == 200 && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
        } else if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", String.valueOf(answer.body.length));
            exchange.sendResponseHeaders(answer.status, -1);
        } else {
            exchange.sendResponseHeaders(answer.status, answer.body.length == 0 ? -1 : answer.body.length);
            exchange.getResponseBody().write(answer.body);
        }
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every JDK has SHA-256
        }
    }
}
