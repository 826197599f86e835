package org.broadsheet.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that lie, drip, explode, redirect inside, or never end. */
class HostileServersTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final FetchLimits SMALL = new FetchLimits(Duration.ofSeconds(1), Duration.ofMillis(400), Duration.ofMillis(1200), 200_000, 3_000_000, 100,
            5, 2, Duration.ofSeconds(5), Duration.ZERO);
    private static final AddressPolicy LOOPBACK = AddressPolicy.allowing(List.of("127.0.0.1/32"));
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @Test
    void notModifiedWithoutHavingAskedIsAFailure() throws IOException {
        try (RawServer server = RawServer.saying("HTTP/1.1 304 Not Modified\r\n\r\n")) {
            assertThat(failed(server.url("/")).code()).isEqualTo("http-304");
        }
    }

    @Test
    void aStoredValidatorCannotWriteAHeader() throws IOException {
        try (RawServer server = RawServer.saying(OK + "Content-Length: 0\r\n\r\n")) {
            fetch(FetchRequest.of(server.url("/")).unlessUnchanged(Optional.of("x\r\nX-Evil: 1"), Optional.of("y\nX-Evil: 2")), SMALL, LOOPBACK);
            assertThat(server.requests.getFirst()).doesNotContain("Evil").doesNotContain("If-");
        }
    }

    @Test
    void redirectsAreFollowedAndThePermanentOnesReported() throws IOException {
        try (RawServer server = new RawServer((head, out) -> out.write(bytes(switch (path(head)) {
            case "/a" -> "HTTP/1.1 301 Moved\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n";
            case "/b" -> "HTTP/1.1 308 Moved\r\nLocation: c d\r\nContent-Length: 0\r\n\r\n";
            case "/c%20d" -> "HTTP/1.1 302 Found\r\nLocation: /e\r\nContent-Length: 0\r\n\r\n";
            case "/e" -> "HTTP/1.1 301 Moved\r\nLocation: /f\r\nContent-Length: 0\r\n\r\n";
            default -> OK + "Content-Length: 2\r\n\r\nok";
        })))) {
            FetchOutcome.Fetched fetched = (FetchOutcome.Fetched) fetch(server.url("/a"));
            assertThat(fetched.finalUrl()).isEqualTo(server.url("/f"));
            assertThat(fetched.permanentlyMovedTo()).contains(server.url("/c%20d"));
            assertThat(((FetchOutcome.Fetched) fetch(server.url("/c%20d"))).permanentlyMovedTo()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.2/", "http://10.0.0.1/", "http://[::1]/", "http://169.254.169.254/latest/meta-data/", "file:///etc/passwd", "gopher://127.0.0.1/",
        "http://2130706433/", "http://u:p@127.0.0.1/", "http://private.example/"})
    void aRedirectToAPrivateAddressIsRefused(String target) throws IOException {
        try (RawServer server = RawServer.saying("HTTP/1.1 302 Found\r\nLocation: " + target + "\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(fetch(server.url("/"))).isInstanceOf(FetchOutcome.Refused.class);
        }
    }

    @Test
    void byDefaultLoopbackIsNotReachedAtAll() throws IOException {
        try (RawServer server = RawServer.saying(OK + "Content-Length: 0\r\n\r\n")) {
            FetchOutcome outcome = fetch(FetchRequest.of(server.url("/")), SMALL, AddressPolicy.publicInternet());
            assertThat(outcome).isInstanceOfSatisfying(FetchOutcome.Refused.class, r -> assertThat(r.reason()).contains("not on the public internet"));
            assertThat(server.requests).isEmpty();
        }
    }

    @Test
    void aNameThatChangesItsAddressAfterTheCheckReachesNothingPrivate() throws Exception {
        try (RawServer open = RawServer.saying(OK + "Content-Length: 4\r\n\r\nopen")) {
            Queue<String> answers = new ArrayDeque<>(List.of("127.0.0.1", "127.0.0.2", "127.0.0.1"));
            AtomicInteger asked = new AtomicInteger();
            NameResolver rebinding = host -> {
                asked.incrementAndGet();
                return List.of(InetAddress.ofLiteral(answers.remove()));
            };
            try (GuardedHttp http = new GuardedHttp(LOOPBACK, rebinding, SMALL, "Broadsheet/test", NOON)) {
                String url = "http://rebind.example:" + open.port() + "/";
                assertThat(http.fetch(FetchRequest.of(url))).isInstanceOf(FetchOutcome.Fetched.class);
                assertThat(asked).hasValue(1);
                assertThat(http.fetch(FetchRequest.of(url))).isInstanceOf(FetchOutcome.Refused.class);
                assertThat(http.fetch(FetchRequest.of(url))).isInstanceOf(FetchOutcome.Fetched.class);
                assertThat(asked).hasValue(3);
            }
            assertThat(open.requests.getFirst()).contains("Host: rebind.example:");
        }
    }

    @Test
    void anEmptyCompressedDocumentIsEmpty() throws IOException {
        try (RawServer server = RawServer.saying(OK + "Content-Encoding: gzip\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(((FetchOutcome.Fetched) fetch(server.url("/"))).body()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"2500000, too-large", "40000000, too-large"})
    void aCompressionBombDoesNotExplode(int size, String code) throws IOException {
        byte[] bomb = gzipped(new byte[size]);
        try (RawServer server = new RawServer((head, out) -> answer(out, "Content-Encoding: gzip", bomb))) {
            assertThat(failed(server.url("/")).code()).isEqualTo(code);
        }
    }

    @Test
    void anEndlessBodyIsCutOff() throws IOException {
        try (RawServer server = new RawServer((head, out) -> {
            out.write(bytes(OK + "Transfer-Encoding: chunked\r\n\r\n"));
            for (int i = 0; i < 1_000_000; i++) {
                out.write(bytes("1000\r\n" + "x".repeat(4096) + "\r\n"));
            }
        })) {
            long began = System.nanoTime();
            assertThat(failed(server.url("/")).code()).isEqualTo("too-large");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
        }
    }

    @Test
    void aServerThatDripsIsLeftInTime() throws IOException {
        try (RawServer server = new RawServer((head, out) -> {
            out.write(bytes(OK + "Content-Length: 100000\r\n\r\n"));
            for (int i = 0; i < 100; i++) {
                out.write('x');
                out.flush();
                Thread.sleep(100);
            }
        })) {
            assertLeftInTime(server.url("/"));
        }
    }

    @Test
    void aServerThatDripsItsHeadIsLeftInTime() throws IOException {
        try (RawServer server = new RawServer((head, out) -> {
            out.write(bytes(OK));
            for (int i = 0; i < 100; i++) {
                out.write(bytes("X-" + i + ": y\r\n"));
                out.flush();
                Thread.sleep(100);
            }
        })) {
            assertLeftInTime(server.url("/"));
        }
    }

    @Test
    void aSilentServerIsLeftInTime() throws IOException {
        try (RawServer server = new RawServer((head, out) -> Thread.sleep(10_000))) {
            assertLeftInTime(server.url("/"));
        }
    }

    @Test
    void aNameServerThatDoesNotAnswerIsLeftInTime() throws Exception {
        NameResolver stuck = host -> {
            try {
                Thread.sleep(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        };
        try (GuardedHttp http = new GuardedHttp(LOOPBACK, stuck, SMALL, "Broadsheet/test", NOON)) {
            assertThat(http.fetch(FetchRequest.of("http://stuck.example/")))
                    .isInstanceOfSatisfying(FetchOutcome.Failed.class, f -> assertThat(f.code()).isEqualTo("timeout"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "HTTP/1.1 abc\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n", "\u0000\u0001\u0002\r\n\r\n"})
    void aBrokenAnswerIsAFailureAndNeverAnException(String answer) throws IOException {
        try (RawServer server = RawServer.saying(answer)) {
            assertThat(failed(server.url("/")).reason()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "not an address", "http://", "javascript:alert(1)", "http://[::1", "http://metadata.google.internal/", "http://127.0.0.2/"})
    void aBadAddressIsRefusedInWords(String url) {
        assertThat(fetch(url)).isInstanceOfSatisfying(FetchOutcome.Refused.class, r -> assertThat(r.reason()).isNotBlank());
    }

    /** Heads that do not end or say two things; each must end in an outcome, in time. */
    private enum Head {
        INTERIM_WITHOUT_END, MANY_LARGE_FIELDS, FIELDS_WITHOUT_END, ONE_ENDLESS_FIELD, CHUNK_EXTENSION_WITHOUT_END, TRAILERS_WITHOUT_END, EMPTY_LINES_WITHOUT_END,
        ENDLESS_STATUS_LINE, HUGE_CHUNK, NEGATIVE_CHUNK, HUGE_LENGTH
    }

    @ParameterizedTest
    @EnumSource(Head.class)
    void aHeadThatDoesNotEndIsLeft(Head head) throws IOException {
        try (RawServer server = new RawServer((request, out) -> write(head, out))) {
            long began = System.nanoTime();
            FetchOutcome.Failed failed = failed(server.url("/"));
            System.out.printf("%s: %s, %s%n", head, failed.code(), failed.reason());
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
        }
    }

    private static void write(Head head, OutputStream out) throws IOException, InterruptedException {
        switch (head) {
            case INTERIM_WITHOUT_END -> forever(out, "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
            case MANY_LARGE_FIELDS -> {
                out.write(bytes(OK));
                for (int i = 0; i < 200; i++) {
                    out.write(bytes("X-" + i + ": " + "y".repeat(16_000) + "\r\n"));
                }
                out.write(bytes("Content-Length: 0\r\n\r\n"));
            }
            case FIELDS_WITHOUT_END -> {
                out.write(bytes(OK));
                forever(out, "X: y\r\n");
            }
            case ONE_ENDLESS_FIELD -> {
                out.write(bytes(OK + "X: "));
                forever(out, "y".repeat(1000));
            }
            case CHUNK_EXTENSION_WITHOUT_END -> {
                out.write(bytes(OK + "Transfer-Encoding: chunked\r\n\r\n5;"));
                forever(out, "extension=\"long\";");
            }
            case TRAILERS_WITHOUT_END -> {
                out.write(bytes(OK + "Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n"));
                forever(out, "X: y\r\n");
            }
            case EMPTY_LINES_WITHOUT_END -> forever(out, "\r\n");
            case ENDLESS_STATUS_LINE -> {
                out.write(bytes("HTTP/1.1 200 "));
                forever(out, "O".repeat(1000));
            }
            case HUGE_CHUNK -> out.write(bytes(OK + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nx"));
            case NEGATIVE_CHUNK -> out.write(bytes(OK + "Transfer-Encoding: chunked\r\n\r\n-5\r\nx"));
            case HUGE_LENGTH -> out.write(bytes(OK + "Content-Length: 99999999999999999999\r\n\r\nx"));
        }
    }

    private static void forever(OutputStream out, String text) throws IOException, InterruptedException {
        byte[] part = bytes(text);
        for (int i = 0; i < 1_000_000; i++) {
            out.write(part);
            if (i % 1000 == 999) {
                Thread.sleep(5); // the machine has other work
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 2\r\nContent-Length: 200\r\n\r\nok", "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
        "Content-Length: 2\r\nno colon here\r\n\r\nok", "Content-Length: 2\r\nX: a\r\n b\r\n\r\nok", "Content-Length: 2\r\nX: \u0000\u0001\r\n\r\nok", "Content-Length: 2\n\nok", "\r\nok",
        "Content-Length : 2\r\n\r\nok", ": 2\r\n\r\nok", "Transfer-Encoding: gzip\r\n\r\nok", "Content-Encoding: gzip\r\nContent-Encoding: br\r\n\r\nok", "Upgrade: h2c\r\nConnection: Upgrade\r\nContent-Length: 2\r\n\r\nok"})
    void anAnswerThatCanBeReadInTwoWaysIsReadInOneOrNot(String rest) throws IOException {
        try (RawServer server = RawServer.saying(OK + rest)) {
            switch (fetch(server.url("/"))) {
                case FetchOutcome.Fetched fetched -> assertThat(fetched.body()).asString().isEqualTo("ok");
                case FetchOutcome.Failed failed -> assertThat(failed.reason()).isNotBlank();
                case FetchOutcome other -> throw new AssertionError(other.toString());
            }
        }
    }

    @Test
    void whatAServerSaysUnaskedIsTakenForNoAnswer() throws Exception {
        try (RawServer server = new RawServer((head, out) -> {
            out.write(bytes(OK + "Content-Length: 2\r\n\r\nok" + OK + "Content-Length: 4\r\n\r\nevil"));
            out.flush();
            Thread.sleep(1500);
        }); GuardedHttp http = client(SMALL, LOOPBACK)) {
            for (int i = 0; i < 3; i++) {
                assertThat(http.fetch(FetchRequest.of(server.url("/" + i)))).isInstanceOfSatisfying(FetchOutcome.Fetched.class, fetched -> assertThat(fetched.body()).asString().isEqualTo("ok"));
            }
        }
    }

    @Test
    void fieldsCannotBeSplitByWhatWeSend() throws IOException {
        try (RawServer server = RawServer.saying(OK + "Content-Length: 0\r\n\r\n")) {
            fetch(FetchRequest.of(server.url("/x%0d%0aX-Evil:%201?\u2028")).with("X-Good", "1").with("X-Bad", "1\r\nX-Evil: 1").with("Bad\r\nX-Evil", "1").with("Host", "evil.example")
                    .with("Content-Length", "5"), SMALL, LOOPBACK);
            assertThat(server.requests).allSatisfy(head -> assertThat(head).doesNotContain("\nX-Evil", "evil.example", "Content-Length"));
            assertThat(fetch(FetchRequest.of(server.url("/")).with("X-Good", "1"), SMALL, LOOPBACK)).isInstanceOf(FetchOutcome.Fetched.class);
            assertThat(server.requests.getLast()).contains("X-Good: 1\r\n");
        }
    }

    private static void assertLeftInTime(String url) {
        long began = System.nanoTime();
        assertThat(failed(url).code()).isEqualTo("timeout");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6)); // the server would go on for ten
    }

    private static FetchOutcome.Failed failed(String url) {
        FetchOutcome outcome = fetch(url);
        assertThat(outcome).isInstanceOf(FetchOutcome.Failed.class);
        return (FetchOutcome.Failed) outcome;
    }

    private static FetchOutcome fetch(String url) {
        return fetch(FetchRequest.of(url), SMALL, LOOPBACK);
    }

    private static FetchOutcome fetch(FetchRequest request, FetchLimits limits, AddressPolicy policy) {
        try (GuardedHttp http = client(limits, policy)) {
            return http.fetch(request);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static GuardedHttp client(FetchLimits limits, AddressPolicy policy) {
        NameResolver names = host -> switch (host) {
            case "private.example" -> List.of(InetAddress.ofLiteral("192.168.1.1"));
            case "metadata.google.internal" -> List.of(InetAddress.ofLiteral("127.0.0.1"));
            default -> throw new java.net.UnknownHostException(host);
        };
        return new GuardedHttp(policy, names, limits, "Broadsheet/test (+https://example.org)", NOON);
    }

    private static String path(String head) {
        return Arrays.asList(head.split(" ")).get(1);
    }

    private static void answer(OutputStream out, String header, byte[] body) throws IOException {
        out.write(bytes(OK + header + "\r\nContent-Length: " + body.length + "\r\n\r\n"));
        out.write(body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] gzipped(byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(data);
        }
        return out.toByteArray();
    }
}
