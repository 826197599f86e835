package org.broadsheet.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.broadsheet.testsupport.PageEngine;
import org.broadsheet.web.SecurityHeaders;
import org.broadsheet.web.Theme;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** The sample pages over HTTP, with the style sheets and the security policy that the service sends. */
final class PageServer implements AutoCloseable {

    private static final Path ASSETS = Path.of("src/main/resources/META-INF/resources");
    private static final Path PICTURES = Path.of("src/demo/resources/org/broadsheet/demo/pictures");
    private static final Theme THEME = new Theme("#7a1f2b", "#e7a3a5", "#7a1f2b", "#b24653");
    private static final String LOGO = """
            <svg xmlns="http://www.w3.org/2000/svg" width="320" height="64"><text x="160" y="48" text-anchor="middle" font-family="Georgia" font-size="46" fill="%s">Lattice<tspan fill="%s">/</tspan>Gauge</text></svg>""";

    private final PageEngine engine = new PageEngine();
    private final HttpServer server;

    PageServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url(String sample) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/sample/" + sample;
    }

    /** The page as it is sent. */
    String html(String name) {
        var sample = SamplePages.all().stream().filter(known -> known.name().equals(name)).findFirst().orElseThrow();
        return engine.render(sample.template(), sample.page()).strip();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = body(path);
        exchange.getResponseHeaders().set("Content-Security-Policy", SecurityHeaders.POLICY);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Content-Type", type(path));
        exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private byte[] body(String path) {
        try {
            if (path.startsWith("/sample/")) {
                return html(path.substring("/sample/".length())).getBytes(StandardCharsets.UTF_8);
            }
            if (path.endsWith("/theme.css")) {
                return engine.render("web/theme.css", THEME).getBytes(StandardCharsets.UTF_8);
            }
            if (path.endsWith(".svg") && path.contains("logo")) {
                return (path.contains("dark") ? LOGO.formatted("#ebe6de", "#e7a3a5") : LOGO.formatted("#1d1b19", "#7a1f2b")).getBytes(StandardCharsets.UTF_8);
            }
            var file = path.startsWith("/assets/") ? ASSETS.resolve(path.substring(1)) : PICTURES.resolve(path.substring(path.lastIndexOf('/') + 1));
            return Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String type(String path) {
        return path.endsWith(".css") ? "text/css" : path.endsWith(".svg") ? "image/svg+xml" : path.endsWith(".jpg") ? "image/jpeg" : path.endsWith(".png") ? "image/png"
                : "text/html;charset=UTF-8";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
