package org.broadsheet.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A thousand publishers in one process: each feed at a loopback address of its own, so that limits for each host do not hold the reader up. Every
 * answer has an ETag; who shows it again gets 304, until the farm publishes one more item in each feed.
 */
final class FeedFarm implements AutoCloseable {

    private final Process process;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private FeedFarm(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param kilobytes of each feed */
    static FeedFarm start(int kilobytes) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-Xmx512m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), FeedFarm.class.getName(), String.valueOf(kilobytes))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader said = process.inputReader();
        return new FeedFarm(process, Integer.parseInt(said.readLine().strip()));
    }

    /** The address of a feed. */
    String url(int number) {
        return "http://127.1." + number / 200 + "." + (1 + number % 200) + ":" + port + "/feed/" + number;
    }

    /** One more item in each feed. */
    void publish() throws IOException, InterruptedException {
        http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/publish")).build(), HttpResponse.BodyHandlers.discarding());
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws IOException {
        var size = Integer.parseInt(arguments[0]) * 1000;
        var edition = new AtomicInteger();
        var feeds = new ConcurrentHashMap<String, byte[]>();
        var server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 1000);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/publish", exchange -> {
            edition.incrementAndGet();
            feeds.clear();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.createContext("/feed/", exchange -> answer(exchange, edition.get(), feeds, size));
        server.start();
        System.out.println(server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange, int edition, ConcurrentHashMap<String, byte[]> feeds, int size) throws IOException {
        var number = exchange.getRequestURI().getPath().substring("/feed/".length());
        var tag = "\"" + number + "-" + edition + "\"";
        exchange.getResponseHeaders().add("ETag", tag);
        exchange.getResponseHeaders().add("Content-Type", "application/rss+xml; charset=utf-8");
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            var body = feeds.computeIfAbsent(number, unknown -> feed(Integer.parseInt(number), edition, size));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    /** The newest items; with each edition one comes and one goes. */
    static byte[] feed(int number, int edition, int size) {
        var text = new StringBuilder(size + 4000).append("<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'"
                + " xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>Feed ").append(number).append("</title><link>https://feeds.example/")
                .append(number).append("</link><description>What happens at place ").append(number).append("</description>");
        for (var item = edition; text.length() < size; item++) {
            text.append(item(number, item));
        }
        return text.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String item(int number, int item) {
        var random = new Random(number * 100_003L + item);
        var address = "https://feeds.example/" + number + "/" + item;
        return "<item><title>" + words(random, 8) + "</title><link>" + address + "</link><guid>" + address + "</guid><dc:creator>Jo Doe</dc:creator>"
                + "<pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate><category>ports</category><description>" + words(random, 30) + "</description><content:encoded><![CDATA[<p>"
                + sentences(random, 25) + "</p><p>" + sentences(random, 10) + "</p>]]></content:encoded></item>\n";
    }

    private static String sentences(Random random, int count) {
        var text = new StringBuilder();
        for (var sentence = 0; sentence < count; sentence++) {
            var words = words(random, 9 + random.nextInt(6));
            text.append(Character.toUpperCase(words.charAt(0))).append(words, 1, words.length()).append(". ");
        }
        return text.toString();
    }

    private static String words(Random random, int count) {
        var text = new StringBuilder();
        for (var word = 0; word < count; word++) {
            for (var letter = 2 + random.nextInt(8); letter > 0; letter--) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(' ');
        }
        return text.toString().strip();
    }
}
