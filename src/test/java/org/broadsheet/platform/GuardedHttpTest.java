package org.broadsheet.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Against a real server on loopback, which is the one allowed network. */
class GuardedHttpTest {

    private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");
    private static final FetchLimits LIMITS = new FetchLimits(Duration.ofSeconds(2), Duration.ofMillis(700), Duration.ofMillis(1500), 300_000, 5_000_000,
            100, 3, 2, Duration.ofMillis(300), Duration.ZERO);

    private final AtomicInteger denied = new AtomicInteger();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private GuardedHttp http;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/secret", exchange -> {
            denied.incrementAndGet();
            answer(exchange, 200, "secret");
        });
        server.start();
        http = guarded(host -> List.of(InetAddress.ofLiteral("127.0.0.1")));
    }

    @AfterEach
    void stop() throws IOException {
        http.close();
        server.stop(0);
    }

    private static GuardedHttp guarded(NameResolver resolver) {
        return new GuardedHttp(AddressPolicy.allowing(List.of("127.0.0.1")), resolver, LIMITS, "Broadsheet/test", Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void aDocumentComesWithWhatItsServerSaysOfIt() {
        server.createContext("/feed", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("User-Agent") + "|" + exchange.getRequestHeaders().getFirst("Accept"));
            exchange.getResponseHeaders().add("Content-Type", "Application/RSS+XML; Charset=\"ISO-8859-1\"");
            exchange.getResponseHeaders().add("ETag", "\"v1\"");
            exchange.getResponseHeaders().add("Last-Modified", "Sun, 01 Mar 2026 10:00:00 GMT");
            exchange.getResponseHeaders().add("Cache-Control", "public, max-age=600");
            answer(exchange, 200, "<rss/>");
        });
        var fetched = fetched(http.fetch(FetchRequest.of(url("/feed")).accepting(FetchRequest.FEED)));
        assertThat(new String(fetched.body(), StandardCharsets.UTF_8)).isEqualTo("<rss/>");
        assertThat(fetched.contentTypeWithCharset()).isEqualTo("application/rss+xml; charset=iso-8859-1");
        assertThat(fetched.etag()).contains("\"v1\"");
        assertThat(fetched.lastModified()).contains("Sun, 01 Mar 2026 10:00:00 GMT");
        assertThat(fetched.maxAge()).contains(Duration.ofMinutes(10));
        assertThat(fetched.permanentlyMovedTo()).isEmpty();
        assertThat(asked).containsExactly("Broadsheet/test|" + FetchRequest.FEED);
    }

    @Test
    void anUnchangedDocumentIsNotTransferredAgain() {
        server.createContext("/feed", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("If-None-Match") + "|" + exchange.getRequestHeaders().getFirst("If-Modified-Since"));
            exchange.getResponseHeaders().add("ETag", "\"v1\"");
            exchange.sendResponseHeaders(304, -1);
            exchange.close();
        });
        var outcome = http.fetch(FetchRequest.of(url("/feed")).unlessUnchanged(Optional.of("\"v1\""), Optional.of("Sun, 01 Mar 2026 10:00:00 GMT")));
        assertThat(outcome).isInstanceOfSatisfying(FetchOutcome.NotModified.class, same -> assertThat(same.etag()).contains("\"v1\""));
        assertThat(asked).containsExactly("\"v1\"|Sun, 01 Mar 2026 10:00:00 GMT");
    }

    @Test
    void aPermanentMoveIsReportedAndATemporaryOneIsNot() {
        redirect("/old", 301, "/newer");
        redirect("/newer", 308, "/new?x=1");
        redirect("/away", 302, "/old");
        server.createContext("/new", exchange -> answer(exchange, 200, "here"));
        var moved = fetched(http.fetch(FetchRequest.of(url("/old"))));
        assertThat(moved.finalUrl()).isEqualTo(url("/new?x=1"));
        assertThat(moved.permanentlyMovedTo()).contains(url("/new?x=1"));
        assertThat(fetched(http.fetch(FetchRequest.of(url("/away")))).permanentlyMovedTo()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.2:%d/secret", "http://[::1]:%d/secret", "http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/",
            "http://metadata.google.internal/", "file:///etc/passwd", "gopher://127.0.0.1:%d/secret", "http://2130706434:%d/secret",
            "http://user:word@127.0.0.1:%d/secret", "//127.0.0.2:%d/secret"})
    void aRedirectToADeniedAddressIsRefused(String to) {
        redirect("/start", 302, to.replace("%d", "" + server.getAddress().getPort()));
        assertThat(http.fetch(FetchRequest.of(url("/start")))).isInstanceOf(FetchOutcome.Refused.class);
        assertThat(denied).hasValue(0);
    }

    @Test
    void aNameThatPointsInsideIsRefused() throws IOException {
        try (var other = guarded(host -> List.of(InetAddress.ofLiteral("10.0.0.5")))) {
            assertThat(other.fetch(FetchRequest.of("http://inside.example/"))).isInstanceOfSatisfying(FetchOutcome.Refused.class,
                    refused -> assertThat(refused.reason()).contains("10.0.0.5", "public internet"));
        }
    }

    @Test
    void anAddressInBracketsIsCheckedAsItStandsAndNeverLookedUp() {
        assertThat(http.fetch(FetchRequest.of("http://[::1]:" + port() + "/secret"))).isInstanceOf(FetchOutcome.Refused.class);
        assertThat(http.fetch(FetchRequest.of("http://[::ffff:127.0.0.1]:" + port() + "/secret"))).isInstanceOf(FetchOutcome.Fetched.class);
        assertThat(denied).hasValue(1);
    }

    @Test
    void oneDeniedAddressAmongGoodOnesIsEnough() throws IOException {
        try (var other = guarded(host -> List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("127.0.0.2")))) {
            assertThat(other.fetch(FetchRequest.of("http://mixed.example:" + port() + "/secret"))).isInstanceOf(FetchOutcome.Refused.class);
            assertThat(denied).hasValue(0);
        }
    }

    @Test
    void aNameThatChangesItsAddressBetweenCheckAndConnectionGainsNothing() throws IOException {
        var lookUps = new AtomicInteger();
        server.createContext("/open", exchange -> {
            asked.add(exchange.getLocalAddress().getAddress().getHostAddress());
            exchange.getResponseHeaders().add("Connection", "close");
            answer(exchange, 200, "open");
        });
        NameResolver rebinding = host -> List.of(InetAddress.ofLiteral(lookUps.getAndIncrement() % 2 == 0 ? "127.0.0.1" : "10.0.0.1"));
        try (var other = guarded(rebinding)) {
            var address = "http://rebind.example:" + port() + "/open";
            assertThat(other.fetch(FetchRequest.of(address))).isInstanceOf(FetchOutcome.Fetched.class);
            assertThat(lookUps).as("the address that was checked is the one that was used").hasValue(1);
            assertThat(other.fetch(FetchRequest.of(address))).isInstanceOf(FetchOutcome.Refused.class);
            assertThat(asked).containsExactly("127.0.0.1");
        }
    }

    @Test
    void redirectsComeToAnEnd() {
        redirect("/round", 302, "/round");
        assertFailed(http.fetch(FetchRequest.of(url("/round"))), "redirects", "more than 3 times");
    }

    @Test
    void credentialsDoNotFollowARedirectToAnotherOrigin() throws IOException {
        var other = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/here", exchange -> {
            asked.add("here " + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + other.getAddress().getPort() + "/there");
            answer(exchange, 302, "");
        });
        other.createContext("/there", exchange -> {
            asked.add("there " + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getResponseHeaders().add("Link", "<https://hub.example/>; rel=hub");
            answer(exchange, 200, "x");
        });
        other.start();
        try {
            var fetched = fetched(http.fetch(FetchRequest.of(url("/here")).with("Authorization", "Bearer s3cret")));
            assertThat(asked).containsExactly("here Bearer s3cret", "there null");
            assertThat(fetched.links()).containsExactly("<https://hub.example/>; rel=hub");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void aCookieStaysWithItsOwnServerAndANameGoesAllTheWay() throws IOException {
        var other = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/here", exchange -> {
            asked.add("here " + exchange.getRequestHeaders().getFirst("Cookie").length() + " " + exchange.getRequestHeaders().get("User-Agent"));
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + other.getAddress().getPort() + "/there");
            answer(exchange, 302, "");
        });
        other.createContext("/there", exchange -> {
            asked.add("there " + exchange.getRequestHeaders().getFirst("Cookie") + " " + exchange.getRequestHeaders().get("User-Agent"));
            answer(exchange, 200, "x");
        });
        other.start();
        try {
            http.fetch(FetchRequest.of(url("/here")).with("Cookie", "session=" + "s".repeat(4000)).with("user-agent", "HarbourDesk/1.0"));
            assertThat(asked).containsExactly("here 4008 [HarbourDesk/1.0]", "there null [HarbourDesk/1.0]");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void aPostSaysItsWordsOnceAndFollowsNoRedirect() {
        server.createContext("/hub", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().add("Location", url("/secret"));
            answer(exchange, 307, "");
        });
        var words = "hub.mode=subscribe".getBytes(StandardCharsets.UTF_8);
        var outcome = http.fetch(FetchRequest.of(url("/hub")).posting("application/x-www-form-urlencoded", words));
        assertThat(asked).containsExactly("POST hub.mode=subscribe");
        assertThat(outcome).isInstanceOfSatisfying(FetchOutcome.Failed.class, failed -> assertThat(failed.status()).isEqualTo(307));
        assertThat(denied).hasValue(0);
    }

    @Test
    void aRedirectToNowhereIsTold() {
        server.createContext("/nowhere", exchange -> answer(exchange, 302, ""));
        assertFailed(http.fetch(FetchRequest.of(url("/nowhere"))), "protocol", "no Location");
    }

    @ParameterizedTest
    @CsvSource({"gzip, gzip", "x-gzip, gzip", "deflate, zlib", "identity, none", "'', none"})
    void compressedDocumentsAreInflated(String encoding, String method) {
        serve("/packed", encoding, packed(method, "hello ".repeat(100).getBytes(StandardCharsets.UTF_8)));
        assertThat(new String(fetched(http.fetch(FetchRequest.of(url("/packed")))).body(), StandardCharsets.UTF_8)).isEqualTo("hello ".repeat(100));
    }

    @ParameterizedTest
    @CsvSource({"gzip, gzip", "deflate, zlib"})
    void aBombIsStoppedEarly(String encoding, String method) {
        serve("/bomb", encoding, packed(method, new byte[60_000_000]));
        assertFailed(http.fetch(FetchRequest.of(url("/bomb"))), "too-large", "");
    }

    @Test
    void anEncodingNobodyAskedForIsTold() {
        serve("/packed", "zstd", new byte[] {1, 2, 3});
        assertFailed(http.fetch(FetchRequest.of(url("/packed"))), "encoding", "zstd");
    }

    @Test
    void brokenCompressionIsAFailureAndNoDocument() {
        serve("/packed", "gzip", "not gzip at all".getBytes(StandardCharsets.UTF_8));
        assertThat(http.fetch(FetchRequest.of(url("/packed")))).isInstanceOf(FetchOutcome.Failed.class);
    }

    @Test
    void aBodyWithoutEndIsCutOff() {
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                for (var part = 0; part < 2_000; part++) {
                    out.write(new byte[65_536]);
                }
            }
        });
        assertFailed(http.fetch(FetchRequest.of(url("/endless"))), "too-large", "300000");
    }

    @Test
    void theRequestMayAskForLess() {
        serve("/long", "", new byte[20_000]);
        assertFailed(http.fetch(FetchRequest.of(url("/long")).atMost(10_000)), "too-large", "10000");
    }

    @Test
    void aSilentServerIsLeft() {
        server.createContext("/silent", exchange -> pause(Duration.ofSeconds(10)));
        var begun = System.nanoTime();
        assertFailed(http.fetch(FetchRequest.of(url("/silent"))), "timeout", "");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void aServerThatDripsIsLeftAtTheDeadline() {
        server.createContext("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                for (var drop = 0; drop < 40; drop++) {
                    out.write('.');
                    out.flush();
                    pause(Duration.ofMillis(200));
                }
            }
        });
        var begun = System.nanoTime();
        assertFailed(http.fetch(FetchRequest.of(url("/drip"))), "timeout", "longer than");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aBodyThatBreaksOffIsNoDocument() {
        server.createContext("/short", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            exchange.close();
        });
        assertThat(http.fetch(FetchRequest.of(url("/short")))).isInstanceOf(FetchOutcome.Failed.class);
    }

    @ParameterizedTest
    @CsvSource({"401, it refuses us", "403, it refuses us", "404, nothing at this address", "410, gone for good", "429, too often", "500, trouble of its own",
            "503, trouble of its own", "418, does not answer with a document"})
    void anErrorIsToldInWords(int status, String words) {
        server.createContext("/error", exchange -> answer(exchange, status, "sorry"));
        var failed = assertFailed(http.fetch(FetchRequest.of(url("/error"))), "http-" + status, words);
        assertThat(failed.status()).isEqualTo(status);
        assertThat(failed.retryAfter()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"120, PT2M", "'Mon, 02 Mar 2026 06:05:00 GMT', PT5M", "99999999, P7D", "'Mon, 02 Mar 2026 05:00:00 GMT', ''", "later, ''", "-5, ''"})
    void aServerMaySayWhenToComeBack(String header, String wait) {
        server.createContext("/busy", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", header);
            answer(exchange, 503, "");
        });
        var failed = assertFailed(http.fetch(FetchRequest.of(url("/busy"))), "http-503", "");
        assertThat(failed.retryAfter()).isEqualTo(wait.isEmpty() ? Optional.empty() : Optional.of(Duration.parse(wait)));
    }

    @Test
    void aPortWhereNobodyListensIsTold() throws IOException {
        int free;
        try (var socket = new java.net.ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            free = socket.getLocalPort();
        }
        assertFailed(http.fetch(FetchRequest.of("http://127.0.0.1:" + free + "/")), "connect", "127.0.0.1");
    }

    @Test
    void aNameThatDoesNotExistIsTold() throws IOException {
        try (var other = guarded(host -> {
            throw new java.net.UnknownHostException(host);
        })) {
            assertFailed(other.fetch(FetchRequest.of("http://nobody.example/")), "dns", "nobody.example");
        }
    }

    @Test
    void aServerThatSpeaksNoTlsIsTold() {
        assertThat(http.fetch(FetchRequest.of("https://127.0.0.1:" + port() + "/"))).isInstanceOf(FetchOutcome.Failed.class);
    }

    @Test
    void nobodyIsAskedMoreThanTwiceAtATime() throws Exception {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        server.createContext("/slow", exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            pause(Duration.ofMillis(60));
            now.decrementAndGet();
            answer(exchange, 200, "x");
        });
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var fetch = 0; fetch < 8; fetch++) {
                all.submit(() -> http.fetch(FetchRequest.of(url("/slow"))));
            }
        }
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void cookiesAreNotKept() {
        server.createContext("/cookie", exchange -> {
            asked.add("" + exchange.getRequestHeaders().getFirst("Cookie"));
            exchange.getResponseHeaders().add("Set-Cookie", "id=1; Path=/");
            answer(exchange, 200, "x");
        });
        http.fetch(FetchRequest.of(url("/cookie")));
        http.fetch(FetchRequest.of(url("/cookie")));
        assertThat(asked).containsExactly("null", "null");
    }

    private void redirect(String path, int status, String to) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Location", to);
            answer(exchange, status, "");
        });
    }

    private void serve(String path, String encoding, byte[] body) {
        server.createContext(path, exchange -> {
            if (!encoding.isEmpty()) {
                exchange.getResponseHeaders().add("Content-Encoding", encoding);
            }
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static byte[] packed(String method, byte[] body) {
        var out = new ByteArrayOutputStream();
        try (var packing = switch (method) {
            case "gzip" -> new GZIPOutputStream(out);
            case "zlib" -> new DeflaterOutputStream(out);
            default -> out;
        }) {
            packing.write(body);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static FetchOutcome.Fetched fetched(FetchOutcome outcome) {
        return assertThat(outcome).asInstanceOf(InstanceOfAssertFactories.type(FetchOutcome.Fetched.class)).actual();
    }

    private static FetchOutcome.Failed assertFailed(FetchOutcome outcome, String code, String words) {
        var failed = assertThat(outcome).asInstanceOf(InstanceOfAssertFactories.type(FetchOutcome.Failed.class)).actual();
        assertThat(failed.code()).as(failed.reason()).isEqualTo(code);
        assertThat(failed.reason()).isNotBlank().contains(words);
        return failed;
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }
}
