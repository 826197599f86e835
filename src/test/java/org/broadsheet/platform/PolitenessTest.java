package org.broadsheet.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What servers say about coming back, and that we mind it. */
class PolitenessTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final FetchLimits LIMITS = new FetchLimits(Duration.ofSeconds(1), Duration.ofMillis(900), Duration.ofMillis(2500), 200_000, 3_000_000, 100,
            5, 2, Duration.ofSeconds(5), Duration.ofMillis(60));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "Cache-Control: max-age=600|PT10M", "Cache-Control: public, MAX-AGE = \"600\"|PT10M", "Cache-Control: s-maxage=600|", "Cache-Control: s-maxage=60, max-age=600|PT10M",
        "Cache-Control: max-age=600, no-cache|", "Cache-Control: no-store, max-age=600|", "Cache-Control: no-cache=\"Set-Cookie\", max-age=5|", "Cache-Control: private, max-age=0|PT0S",
        "Cache-Control: max-age=600;Age: 200|PT6M40S", "Cache-Control: max-age=600;Age: 900|PT0S", "Cache-Control: max-age=600;Age: soon|PT10M", "Cache-Control: max-age=99999999999999999999|PT8784H",
        "Cache-Control: max-age=-1|", "Cache-Control: max-age=|", "Cache-Control: x-max-age=600|", "Cache-Control: public;Cache-Control: max-age=30|PT30S", "|",
        "Expires: Tue, 24 Nov 2026 12:30:00 GMT|PT30M", "Expires: Tue, 24 Nov 2026 12:30:00 GMT;Date: Tue, 24 Nov 2026 12:20:00 GMT|PT10M",
        "Expires: Tue, 24 Nov 2026 11:30:00 GMT|PT0S", "Expires: 0|PT0S", "Expires: -1|PT0S", "Expires: Tuesday, 24-Nov-26 13:00:00 GMT|PT1H", "Expires: Tue Nov 24 13:00:00 2026|PT1H",
        "Cache-Control: max-age=60;Expires: Tue, 24 Nov 2026 12:30:00 GMT|PT1M", "Cache-Control: no-cache;Expires: Tue, 24 Nov 2026 12:30:00 GMT|"})
    void freshnessIsWhatTheAnswerSays(String fields, String expected) throws IOException {
        var head = fields == null ? "" : fields.replace(";", "\r\n") + "\r\n";
        var wanted = Optional.ofNullable(expected).map(Duration::parse);
        try (var server = new RawServer((request, out) -> out.write(((request.contains("If-None-Match") ? "HTTP/1.1 304 Not Modified\r\n" + head
                : "HTTP/1.1 200 OK\r\n" + head + "Content-Length: 0\r\n") + "\r\n").getBytes(StandardCharsets.ISO_8859_1))); var http = client()) {
            var request = FetchRequest.of(server.url("/"));
            assertThat(((FetchOutcome.Fetched) http.fetch(request)).maxAge()).isEqualTo(wanted);
            assertThat(((FetchOutcome.NotModified) http.fetch(request.unlessUnchanged(Optional.of("W/\"1\""), Optional.empty()))).maxAge()).isEqualTo(wanted);
        }
    }

    @Test
    void aWaitThatIsAskedForOnTheWayIsNotForgotten() throws IOException {
        try (var server = new RawServer((head, out) -> out.write((head.startsWith("GET /a")
                ? "HTTP/1.1 301 Moved\r\nLocation: /b\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n" : "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")
                .getBytes(StandardCharsets.ISO_8859_1))); var http = client()) {
            assertThat(((FetchOutcome.Fetched) http.fetch(FetchRequest.of(server.url("/a")))).retryAfter()).contains(Duration.ofMinutes(2));
            assertThat(((FetchOutcome.Fetched) http.fetch(FetchRequest.of(server.url("/b")))).retryAfter()).isEmpty();
        }
    }

    @Test
    void aServerThatFindsUsTooManyAtSeveralAddressesIsLeftAloneForAsLongAsItAsks() throws IOException {
        try (var server = RawServer.saying("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 2\r\nContent-Length: 0\r\n\r\n");
                var other = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"); var http = client()) {
            for (var path : List.of("/a", "/a", "/b", "/c")) { // the same address twice says nothing of others
                assertThat(((FetchOutcome.Failed) http.fetch(FetchRequest.of(server.url(path)))).retryAfter()).contains(Duration.ofSeconds(2));
            }
            for (var time = 0; time < 3; time++) {
                assertThat(http.fetch(FetchRequest.of(server.url("/another")))).isInstanceOfSatisfying(FetchOutcome.Failed.class, failed -> {
                    assertThat(failed.code()).isEqualTo("busy");
                    assertThat(failed.reason()).contains("left alone");
                    assertThat(failed.retryAfter().orElseThrow()).isLessThanOrEqualTo(Duration.ofSeconds(2));
                });
            }
            assertThat(server.requests).hasSize(4);
            assertThat(http.fetch(FetchRequest.of(other.url("/")))).isInstanceOf(FetchOutcome.Fetched.class);
        }
    }

    @Test
    void betweenTwoFetchesFromOneHostThereIsAMoment() throws IOException {
        try (var server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"); var http = client()) {
            var begun = System.nanoTime();
            for (var time = 0; time < 6; time++) {
                http.fetch(FetchRequest.of(server.url("/" + time)));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(5 * 60));
        }
    }

    @Test
    void noHostEverWaitsForAnother() throws Exception {
        var slots = new HostSlots(LIMITS);
        var inside = new CountDownLatch(3000);
        var refused = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < 3000; number++) {
                var host = "host" + number % 1500 + ".example";
                threads.submit(() -> slots.with(host, () -> {
                    inside.countDown();
                    try {
                        inside.await(); // only if all are inside together, each host twice, does this end in time
                    } catch (InterruptedException stop) {
                        refused.incrementAndGet();
                    }
                    return Hop.refused("done");
                }));
            }
        }
        assertThat(inside.getCount()).isZero();
        assertThat(refused).hasValue(0);
    }

    @Test
    void hostsAreForgotten() throws Exception {
        var slots = new HostSlots(LIMITS);
        for (var number = 0; number < 2000; number++) {
            slots.with("host" + number + ".example", () -> Hop.refused("done"));
        }
        Thread.sleep(LIMITS.pause());
        for (var number = 0; number < 256; number++) {
            slots.with("last.example", () -> Hop.refused("done"));
            if (number == 0) {
                slots.refused("last.example", "/", Duration.ZERO);
            }
        }
        assertThat(slots.known()).isLessThan(300);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"403|cf-mitigated: challenge|Cloudflare", "503|Server: cloudflare;CF-RAY: 1;Content-Type: text/html|Cloudflare", "403|Server: cloudflare;CF-RAY: 1;Content-Type: text/html|Cloudflare",
        "405|x-amzn-waf-action: captcha|AWS WAF", "403|x-datadome: protected|DataDome"})
    void whoWantsToSeeAPersonIsNamed(int status, String fields, String guard) throws IOException {
        try (var server = RawServer.saying("HTTP/1.1 " + status + " No\r\n" + fields.replace(";", "\r\n") + "\r\nContent-Length: 0\r\n\r\n"); var http = client()) {
            assertThat(((FetchOutcome.Failed) http.fetch(FetchRequest.of(server.url("/")))).reason()).contains(guard + " stands before it and wants to see a person in a browser");
        }
    }

    @Test
    void theServerLearnsWhoAsksAndWhy() throws IOException {
        try (var server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"); var http = client()) {
            http.fetch(FetchRequest.of(server.url("/")));
            assertThat(server.requests.getFirst()).contains("User-Agent: Broadsheet/test (newsletter digest; +https://news.example)\r\n", "Accept-Encoding: gzip, deflate, br\r\n");
        }
    }

    @Test
    void aStopIsNotMistakenForAFaultOfTheServer() throws Exception {
        try (var server = new RawServer((head, out) -> Thread.sleep(3000)); var http = client()) {
            var outcome = new java.util.concurrent.CompletableFuture<FetchOutcome>();
            var reader = Thread.ofVirtual().start(() -> outcome.complete(http.fetch(FetchRequest.of(server.url("/")))));
            Thread.sleep(300);
            reader.interrupt();
            assertThat(outcome.get()).isInstanceOfSatisfying(FetchOutcome.Failed.class, failed -> assertThat(failed.code()).isEqualTo("interrupted"));
        }
    }

    private static GuardedHttp client() {
        return new GuardedHttp(AddressPolicy.allowing(List.of("127.0.0.1")), host -> List.of(InetAddress.ofLiteral("127.0.0.1")), LIMITS,
                "Broadsheet/test (newsletter digest; +https://news.example)", NOON);
    }
}
