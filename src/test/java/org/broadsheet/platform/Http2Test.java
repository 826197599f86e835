package org.broadsheet.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.platform.H2RawServer.field;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import javax.net.ssl.SSLContext;

import org.awaitility.Awaitility;
import org.broadsheet.testsupport.TestCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.KeyCertOptions;
import org.apache.hc.core5.http2.H2Error;

/** Over TLS: HTTP/2 where the server offers it, HTTP/1.1 where it does not, and the same budgets over both. */
class Http2Test {

    private static final FetchLimits SMALL = new FetchLimits(Duration.ofSeconds(2), Duration.ofMillis(900), Duration.ofMillis(2500), 300_000, 3_000_000, 100,
            5, 4, Duration.ofSeconds(5), Duration.ZERO);
    private static final AddressPolicy LOOPBACK = AddressPolicy.allowing(List.of("127.0.0.1/32"));
    private static Vertx vertx;
    private static TestCertificate certificate;

    private final List<HttpVersion> versions = new CopyOnWriteArrayList<>();
    private final List<String> authorities = new CopyOnWriteArrayList<>();
    private final java.util.Set<Object> connections = ConcurrentHashMap.newKeySet();
    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void certify() throws Exception {
        vertx = Vertx.vertx();
        certificate = TestCertificate.forNames("dns:localhost,dns:news.example,ip:127.0.0.1");
    }

    @AfterAll
    static void end() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() throws Exception {
        for (var one : open) {
            one.close();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theServerChoosesTheVersion(boolean offersH2) throws Exception {
        var server = server(offersH2, request -> request.response().putHeader("content-type", "text/plain").putHeader("etag", "\"1\"").end("hello"));
        var fetched = (FetchOutcome.Fetched) client(certificate.clientSide()).fetch(FetchRequest.of(url(server, "/x")));
        assertThat(new String(fetched.body(), StandardCharsets.UTF_8)).isEqualTo("hello");
        assertThat(fetched.etag()).contains("\"1\"");
        assertThat(versions).containsExactly(offersH2 ? HttpVersion.HTTP_2 : HttpVersion.HTTP_1_1);
        assertThat(authorities).containsExactly("localhost:" + server.actualPort());
    }

    @Test
    void whoWantsHttp1GetsItFromAServerThatOffersMore() throws Exception {
        var server = server(true, request -> request.response().end("x"));
        var http = client(certificate.clientSide());
        assertThat(http.fetch(FetchRequest.of(url(server, "/")).over(FetchRequest.Protocol.HTTP_1_1))).isInstanceOf(FetchOutcome.Fetched.class);
        assertThat(versions).containsExactly(HttpVersion.HTTP_1_1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLongBodyComesWholeAndABodyWithoutEndIsCutOff(boolean offersH2) throws Exception {
        var server = server(offersH2, request -> {
            if (request.path().equals("/long")) {
                request.response().end(Buffer.buffer(new byte[290_000]));
            } else {
                request.response().setChunked(true);
                drip(request, Buffer.buffer(new byte[16_384]));
            }
        });
        var http = client(certificate.clientSide());
        assertThat(((FetchOutcome.Fetched) http.fetch(FetchRequest.of(url(server, "/long")))).body()).hasSize(290_000);
        assertThat(failed(http.fetch(FetchRequest.of(url(server, "/endless")))).code()).isEqualTo("too-large");
        assertThat(new String(((FetchOutcome.Fetched) http.fetch(FetchRequest.of(url(server, "/long")).atMost(290_000))).body(), StandardCharsets.UTF_8)).hasSize(290_000);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasGivenUpIsBrokenOffAtTheServerToo(boolean offersH2) throws Exception {
        var closed = new AtomicInteger();
        var server = server(offersH2, request -> {
            request.connection().closeHandler(gone -> closed.incrementAndGet());
            request.response().exceptionHandler(gone -> closed.incrementAndGet());
            request.response().setChunked(true).write("x");
            vertx.setPeriodic(200, timer -> {
                if (!request.response().closed() && !request.response().ended()) {
                    request.response().write(".");
                } else {
                    vertx.cancelTimer(timer);
                }
            });
        });
        assertThat(failed(client(certificate.clientSide()).fetch(FetchRequest.of(url(server, "/")))).code()).isEqualTo("timeout");
        Awaitility.await().atMost(Duration.ofSeconds(3)).until(() -> closed.get() > 0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConnectionIsUsedAgainAndOnlyForTheAddressThatWasChecked(boolean offersH2) throws Exception {
        var server = server(offersH2, request -> request.response().end("x"));
        var resolved = new AtomicReference<>("127.0.0.1");
        var lookUps = new AtomicInteger();
        NameResolver rebinding = host -> {
            lookUps.incrementAndGet();
            return List.of(InetAddress.ofLiteral(resolved.get()));
        };
        var http = client(certificate.clientSide(), rebinding);
        var request = FetchRequest.of("https://news.example:" + server.actualPort() + "/");
        for (var time = 0; time < 50; time++) { // an exchange that settles too late is seen about once in thirty
            assertThat(http.fetch(request)).isInstanceOf(FetchOutcome.Fetched.class);
        }
        assertThat(connections).hasSize(1);
        assertThat(lookUps).as("each fetch is a check").hasValue(50);
        resolved.set("10.0.0.1");
        assertThat(http.fetch(request)).isInstanceOf(FetchOutcome.Refused.class);
        assertThat(versions).as("a name that moved inside does not ride on the old connection").hasSize(50);
    }

    @Test
    void aKeptConnectionThatTheServerClosedIsNoFailure() throws Exception {
        var server = server(true, request -> {
            request.response().end("x");
            vertx.setTimer(1, later -> request.connection().close());
        });
        var http = client(certificate.clientSide());
        for (var time = 0; time < 20; time++) {
            assertThat(http.fetch(FetchRequest.of(url(server, "/")))).isInstanceOf(FetchOutcome.Fetched.class);
        }
    }

    @Test
    void manyAtOnceAllComeHome() throws Exception {
        var server = server(true, request -> request.response().end(Buffer.buffer(new byte[100_000])));
        var http = client(certificate.clientSide());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = java.util.stream.IntStream.range(0, 60).mapToObj(number -> threads.submit(() -> http.fetch(FetchRequest.of(url(server, "/" + number))))).toList();
            for (var one : all) {
                assertThat(one.get()).isInstanceOfSatisfying(FetchOutcome.Fetched.class, fetched -> assertThat(fetched.body()).hasSize(100_000));
            }
        }
    }

    @Test
    void aPostAndItsHeadersGoOverHttp2() throws Exception {
        var said = new CopyOnWriteArrayList<String>();
        var server = server(true, request -> request.bodyHandler(body -> {
            said.add(request.method() + " " + body + " " + request.getHeader("content-type") + " " + request.getHeader("authorization") + " " + request.getHeader("if-none-match"));
            request.response().setStatusCode(202).end();
        }));
        var outcome = client(certificate.clientSide()).fetch(FetchRequest.of(url(server, "/hub")).with("Authorization", "Bearer x").with("Host", "evil.example")
                .with("Transfer-Encoding", "chunked").unlessUnchanged(Optional.of("W/\"7\""), Optional.empty()).posting("application/x-www-form-urlencoded", "a=b".getBytes(StandardCharsets.UTF_8)));
        assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
        assertThat(said).containsExactly("POST a=b application/x-www-form-urlencoded Bearer x W/\"7\"");
        assertThat(authorities).containsExactly("localhost:" + server.actualPort());
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotAccepted() throws Exception {
        var server = server(true, request -> request.response().end("x"));
        assertThat(failed(client(SSLContext.getDefault()).fetch(FetchRequest.of(url(server, "/")))).code()).isEqualTo("tls");
        assertThat(failed(client(certificate.clientSide(), host -> List.of(InetAddress.ofLiteral("127.0.0.1")))
                .fetch(FetchRequest.of("https://other.example:" + server.actualPort() + "/"))).code()).isEqualTo("tls");
        assertThat(versions).isEmpty();
    }

    /** What a server of ill will may write. */
    private enum Hostility {
        SILENCE, RESET, RESET_WITHOUT_END, CONTINUATION_WITHOUT_END, HUGE_FIELDS, PINGS_WITHOUT_END, SETTINGS_WITHOUT_END, PUSH, DATA_BEFORE_HEAD, DATA_BEYOND_THE_WINDOW,
        EMPTY_DATA_WITHOUT_END, INTERIM_WITHOUT_END, GOAWAY, GARBAGE, HEAD_THEN_SILENCE, BAD_COMPRESSION, NO_STATUS, WINDOW_OVERFLOW, HUGE_FRAME
    }

    @ParameterizedTest
    @EnumSource(Hostility.class)
    void ofHostileFramesNothingIsLeftAfterTheDeadlineButAnOutcome(Hostility hostility) throws Exception {
        try (var server = new H2RawServer(certificate.serverSide(), List.of("h2"), (stream, out) -> write(hostility, stream, out))) {
            var http = client(certificate.clientSide());
            var begun = System.nanoTime();
            var failed = failed(http.fetch(FetchRequest.of(server.url("/"))));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));
            assertThat(failed.reason()).isNotBlank();
            System.out.printf("%s: %s, %s%n", hostility, failed.code(), failed.reason());
            Awaitility.await().atMost(Duration.ofSeconds(3)).until(() -> !server.ends.isEmpty());
        }
        var well = server(true, request -> request.response().end("well"));
        assertThat(client(certificate.clientSide()).fetch(FetchRequest.of(url(well, "/")))).isInstanceOf(FetchOutcome.Fetched.class);
    }

    @Test
    void framesOfAnExtensionDoNoHarm() throws Exception {
        try (var server = new H2RawServer(certificate.serverSide(), List.of("h2", "http/1.1"), (stream, out) -> {
            out.frame(0x0a, 0, 0, new byte[] {0, 1, 'x', 'y'}); // ALTSVC, RFC 7838
            out.frame(H2RawServer.HEADERS, H2RawServer.END_HEADERS, stream, H2RawServer.OK);
            out.frame(H2RawServer.DATA, H2RawServer.END_STREAM, stream, "framed".getBytes(StandardCharsets.UTF_8));
        })) {
            var fetched = (FetchOutcome.Fetched) client(certificate.clientSide()).fetch(FetchRequest.of(server.url("/")));
            assertThat(new String(fetched.body(), StandardCharsets.UTF_8)).isIn("framed", "plain");
            System.out.println("after a frame of an extension: " + new String(fetched.body(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aServerThatWantsHttp1AfterAllIsSpokenToInHttp1() throws Exception {
        try (var server = new H2RawServer(certificate.serverSide(), List.of("h2", "http/1.1"),
                (stream, out) -> out.frame(H2RawServer.RST_STREAM, 0, stream, new byte[] {0, 0, 0, (byte) H2Error.HTTP_1_1_REQUIRED.getCode()}))) {
            var http = client(certificate.clientSide());
            for (var time = 0; time < 2; time++) {
                assertThat(http.fetch(FetchRequest.of(server.url("/")))).isInstanceOfSatisfying(FetchOutcome.Fetched.class,
                        fetched -> assertThat(fetched.body()).asString().isEqualTo("plain"));
            }
            assertThat(server.received.stream().filter(type -> type == H2RawServer.HEADERS)).as("asked in HTTP/2 once").hasSize(1);
        }
    }

    @Test
    void aStreamThatIsGivenUpIsResetOrItsConnectionClosed() throws Exception {
        try (var server = new H2RawServer(certificate.serverSide(), List.of("h2"), (stream, out) -> {
            out.frame(H2RawServer.HEADERS, H2RawServer.END_HEADERS, stream, H2RawServer.OK);
            for (var drop = 0; drop < 40; drop++) {
                out.frame(H2RawServer.DATA, 0, stream, new byte[1]);
                Thread.sleep(200);
            }
        })) {
            assertThat(failed(client(certificate.clientSide()).fetch(FetchRequest.of(server.url("/")))).code()).isEqualTo("timeout");
            Awaitility.await().atMost(Duration.ofSeconds(2)).until(() -> server.received.contains(H2RawServer.RST_STREAM) || !server.ends.isEmpty());
            System.out.println("given up: " + server.received + " " + server.ends);
        }
    }

    private static void write(Hostility hostility, int stream, H2RawServer.Frames out) throws IOException, InterruptedException {
        switch (hostility) {
            case SILENCE -> Thread.sleep(5000);
            case RESET -> out.frame(H2RawServer.RST_STREAM, 0, stream, new byte[] {0, 0, 0, (byte) H2Error.ENHANCE_YOUR_CALM.getCode()});
            case RESET_WITHOUT_END -> forever(number -> out.frame(H2RawServer.RST_STREAM, 0, stream, new byte[4]));
            case CONTINUATION_WITHOUT_END -> {
                out.frame(H2RawServer.HEADERS, 0, stream, H2RawServer.OK);
                forever(number -> out.frame(H2RawServer.CONTINUATION, 0, stream, field("x-" + number, "y".repeat(100))));
            }
            case HUGE_FIELDS -> {
                out.frame(H2RawServer.HEADERS, 0, stream, H2RawServer.OK);
                for (var number = 0; number < 12; number++) {
                    out.frame(H2RawServer.CONTINUATION, number == 11 ? H2RawServer.END_HEADERS : 0, stream, fields(100));
                }
                Thread.sleep(4000);
            }
            case PINGS_WITHOUT_END -> forever(number -> out.frame(H2RawServer.PING, 0, 0, new byte[8]));
            case SETTINGS_WITHOUT_END -> forever(number -> out.frame(H2RawServer.SETTINGS, 0, 0, new byte[0]));
            case PUSH -> {
                out.frame(H2RawServer.PUSH_PROMISE, H2RawServer.END_HEADERS, stream, new byte[] {0, 0, 0, 2, (byte) 0x82, (byte) 0x84, (byte) 0x87});
                Thread.sleep(4000);
            }
            case DATA_BEFORE_HEAD -> {
                out.frame(H2RawServer.DATA, H2RawServer.END_STREAM, stream, "early".getBytes(StandardCharsets.UTF_8));
                Thread.sleep(4000);
            }
            case DATA_BEYOND_THE_WINDOW -> {
                out.frame(H2RawServer.HEADERS, H2RawServer.END_HEADERS, stream, H2RawServer.OK);
                forever(number -> out.frame(H2RawServer.DATA, 0, stream, new byte[16_384]));
            }
            case EMPTY_DATA_WITHOUT_END -> {
                out.frame(H2RawServer.HEADERS, H2RawServer.END_HEADERS, stream, H2RawServer.OK);
                forever(number -> out.frame(H2RawServer.DATA, 0, stream, new byte[0]));
            }
            case INTERIM_WITHOUT_END -> forever(number -> out.frame(H2RawServer.HEADERS, H2RawServer.END_HEADERS, stream, field(":status", "103")));
            case GOAWAY -> out.frame(H2RawServer.GOAWAY, 0, 0, new byte[8]);
            case GARBAGE -> forever(number -> out.frame(0xee, 0xff, stream, new byte[1000]));
            case HEAD_THEN_SILENCE -> {
                out.frame(H2RawServer.HEADERS, H2RawServer.END_HEADERS, stream, H2RawServer.OK);
                Thread.sleep(5000);
            }
            case BAD_COMPRESSION -> out.frame(H2RawServer.HEADERS, H2RawServer.END_HEADERS, stream, new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 1});
            case NO_STATUS -> out.frame(H2RawServer.HEADERS, H2RawServer.END_HEADERS | H2RawServer.END_STREAM, stream, field("x", "y"));
            case WINDOW_OVERFLOW -> forever(number -> out.frame(8, 0, stream, new byte[] {0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff}));
            case HUGE_FRAME -> out.frame(H2RawServer.DATA, 0, stream, new byte[1 << 20]);
        }
    }

    private interface Step {

        void of(int number) throws IOException;
    }

    private static void forever(Step step) throws IOException, InterruptedException {
        for (var number = 0; number < 2_000_000; number++) {
            step.of(number);
            if (number % 1000 == 999) {
                Thread.sleep(5); // the machine has other work
            }
        }
    }

    private static byte[] fields(int count) {
        var bytes = new java.io.ByteArrayOutputStream();
        for (var number = 0; number < count; number++) {
            bytes.writeBytes(field("x-" + number, "y".repeat(110)));
        }
        return bytes.toByteArray();
    }

    private void drip(HttpServerRequest request, Buffer part) {
        if (request.response().closed()) {
            return;
        }
        request.response().write(part).onSuccess(written -> drip(request, part));
    }

    private HttpServer server(boolean offersH2, io.vertx.core.Handler<HttpServerRequest> answer) throws Exception {
        var keys = (javax.net.ssl.X509KeyManager) certificate.keyManagers().getKeyManagers()[0];
        var options = new HttpServerOptions().setSsl(true).setKeyCertOptions(KeyCertOptions.wrap(keys)).setUseAlpn(offersH2).setHost("127.0.0.1").setPort(0);
        var server = vertx.createHttpServer(options).requestHandler(request -> {
            versions.add(request.version());
            authorities.add(request.authority().toString());
            connections.add(request.connection());
            answer.handle(request);
        });
        server.listen().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        open.add(() -> server.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS));
        return server;
    }

    private GuardedHttp client(SSLContext trusted) {
        return client(trusted, host -> List.of(InetAddress.ofLiteral("127.0.0.1")));
    }

    private GuardedHttp client(SSLContext trusted, NameResolver resolver) {
        var http = new GuardedHttp(LOOPBACK, resolver, SMALL, "Broadsheet/test", Clock.systemUTC(), trusted);
        open.addFirst(http);
        return http;
    }

    private static String url(HttpServer server, String path) {
        return "https://localhost:" + server.actualPort() + path;
    }

    private static FetchOutcome.Failed failed(FetchOutcome outcome) {
        assertThat(outcome).isInstanceOf(FetchOutcome.Failed.class);
        return (FetchOutcome.Failed) outcome;
    }
}
