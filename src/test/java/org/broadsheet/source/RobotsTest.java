package org.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.broadsheet.platform.AddressPolicy;
import org.broadsheet.platform.FetchLimits;
import org.broadsheet.platform.FetchRequest;
import org.broadsheet.platform.GuardedHttp;
import org.broadsheet.testsupport.Press;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a robots.txt lets us read (RFC 9309). */
class RobotsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final FetchLimits LIMITS = new FetchLimits(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(3), 2_000_000, 5_000_000, 100, 5, 2, Duration.ofSeconds(1), Duration.ZERO);

    private Press press;
    private GuardedHttp http;
    private final HandClock clock = new HandClock(NOW);
    private Robots robots;

    @BeforeEach
    void open() throws IOException {
        press = new Press();
        http = new GuardedHttp(AddressPolicy.allowing(List.of("127.0.0.1")), host -> List.of(InetAddress.ofLiteral("127.0.0.1")), LIMITS, "Broadsheet/test", clock);
        robots = new Robots(http, clock);
    }

    @AfterEach
    void close() throws IOException {
        http.close();
        press.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "User-agent: *\\nDisallow: / | /a | false", "User-agent: *\\nDisallow: | /a | true", "User-agent: *\\nDisallow: /a | /b | true", "Disallow: / | /a | true",
            "User-agent: broadsheet\\nDisallow: /a\\nUser-agent: *\\nDisallow: / | /b | true", "User-agent: BroadSheet/2.1 (x)\\nDisallow: / | /a | false",
            "User-agent: broadsheetbot\\nDisallow: / | /a | true", "User-agent: other\\nUser-agent: Broadsheet\\nDisallow: / | /a | false",
            "User-agent: broadsheet\\nDisallow: /a\\n\\nUser-agent: x\\nDisallow: /\\n\\nuser-agent: broadsheet\\nDisallow: /b | /b | false",
            "User-agent: *\\nDisallow: /a\\nAllow: /a/b | /a/b/c | true", "User-agent: *\\nAllow: /a/b\\nDisallow: /a | /a/c | false", "User-agent: *\\nAllow: /page\\nDisallow: /page | /page | true",
            "User-agent: *\\nDisallow: /*.php$ | /x/y.php | false", "User-agent: *\\nDisallow: /*.php$ | /x/y.php?z | true", "User-agent: *\\nDisallow: /*.php | /x/y.php5?z | false",
            "User-agent: *\\nDisallow: /a*b*c | /axxbyyczz | false", "User-agent: *\\nDisallow: /a*b*c | /axxbyy | true", "User-agent: *\\nDisallow: *secret | /very/secret | false",
            "User-agent: *\\nDisallow: /*?s= | /?s=x | false", "User-agent: *\\nDisallow: /A | /a | true", "User-agent: *\\nDisallow: /caf%C3%A9 | /café | false", "User-agent: *\\nDisallow: /café | /caf%c3%a9 | false",
            "User-agent: *\\nDisallow: /%7Ejo/ | /~jo/x | false", "User-agent: *\\nDisallow: /a%2Fb | /a/b | true", "User-agent: * # all\\nDisallow: /a # no\\n | /a | false",
            "USER-AGENT:*\\nDISALLOW:/a | /a | false", "User-agent: *\\nSitemap: /s.xml\\nDisallow: /a | /a | false", "User-agent: *\\nCrawl-delay: 1\\nUser-agent: broadsheet\\nDisallow: /a | /a | false",
            "User-agent: *\\nDisallow: / | /robots.txt | true", "User-agent: *\\nDisallow: /$ | / | false", "User-agent: *\\nDisallow: /$ | /x | true", "User-agent: *\\nDisallow: a | /a | true"})
    void groupsAndRulesAreReadAsTheStandardSays(String file, String path, boolean allowed) {
        press.publish("/robots.txt", "text/plain", file.replace("\\n", "\n"));
        assertThat(allowed(press.url(path)).allowed()).isEqualTo(allowed);
    }

    @Test
    void aRefusalNamesTheRule() {
        press.publish("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private # not for you\n");
        assertThat(allowed(press.url("/private/x")).words()).isEqualTo("The robots.txt of 127.0.0.1 asks us not to read this page (Disallow: /private)");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410})
    void aFileThatIsNotThereForbidsNothing(int status) {
        press.fail("/robots.txt", status);
        assertThat(allowed(press.url("/a")).allowed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429})
    void aServerInTroubleIsLeftAloneForNow(int status) {
        press.fail("/robots.txt", status);
        assertThat(allowed(press.url("/a")).words()).startsWith("The robots.txt of 127.0.0.1 cannot be read, so its pages are left alone for now");
        press.publish("/robots.txt", "text/plain", "");
        clock.forward(Duration.ofMinutes(11));
        assertThat(allowed(press.url("/a")).allowed()).isTrue();
    }

    @Test
    void inTroubleWhatWasSaidBeforeHolds() {
        press.publish("/robots.txt", "text/plain", "User-agent: *\nDisallow: /a");
        assertThat(allowed(press.url("/b")).allowed()).isTrue();
        press.fail("/robots.txt", 500);
        clock.forward(Duration.ofHours(25));
        assertThat(allowed(press.url("/b")).allowed()).isTrue();
        assertThat(allowed(press.url("/a")).allowed()).isFalse();
    }

    @Test
    void aServerThatCannotBeReachedIsLeftAlone() {
        press.close();
        assertThat(allowed(press.url("/a")).allowed()).isFalse();
    }

    @Test
    void redirectsAreFollowedAndEndlessOnesForbidNothing() {
        press.redirect("/robots.txt", 301, "/r").publish("/r", "text/plain", "User-agent: *\nDisallow: /a");
        assertThat(allowed(press.url("/a")).allowed()).isFalse();
        press.redirect("/robots.txt", 302, "/robots.txt");
        clock.forward(Duration.ofHours(25));
        assertThat(allowed(press.url("/a")).allowed()).isTrue();
    }

    @Test
    void whatWasSaidIsKeptAsLongAsItMayBe() {
        press.publish("/robots.txt", "text/plain", "", Map.of("Cache-Control", "max-age=3600"));
        allowed(press.url("/a"));
        clock.forward(Duration.ofMinutes(59));
        allowed(press.url("/b"));
        assertThat(press.asked("/robots.txt")).hasSize(1);
        clock.forward(Duration.ofMinutes(2));
        allowed(press.url("/b"));
        assertThat(press.asked("/robots.txt")).hasSize(2);
    }

    @Test
    void nothingIsKeptLongerThanADay() {
        press.publish("/robots.txt", "text/plain", "", Map.of("Cache-Control", "max-age=9999999"));
        allowed(press.url("/a"));
        clock.forward(Duration.ofHours(25));
        allowed(press.url("/a"));
        assertThat(press.asked("/robots.txt")).hasSize(2);
    }

    @Test
    void ofALongFileTheFirstHalfMegabyteCounts() {
        press.publish("/robots.txt", "text/plain", "User-agent: *\nDisallow: /a\n" + "# nothing to see here\n".repeat(25_000) + "\nDisallow: /b\n");
        assertThat(allowed(press.url("/a")).allowed()).isFalse();
        assertThat(allowed(press.url("/b")).allowed()).isTrue();
    }

    @Test
    void aHostilePatternCostsLittle() {
        press.publish("/robots.txt", "text/plain", "User-agent: *\n" + ("Disallow: /" + "*a".repeat(900) + "b\n").repeat(250));
        assertThat(CpuTime.of(() -> assertThat(allowed(press.url("/" + "a".repeat(1_900))).allowed()).isTrue())).isLessThan(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @CsvSource({"2,PT2S", "0.5,PT0.5S", "86400,PT10S", "soon,PT0S"})
    void theWishedPauseIsHeededUpToTenSeconds(String delay, Duration pause) {
        press.publish("/robots.txt", "text/plain", "User-agent: *\nCrawl-delay: " + delay);
        assertThat(allowed(press.url("/a")).pause()).isEqualTo(pause);
    }

    @Test
    void onePageOfAHostComesAfterTheOther() throws InterruptedException {
        press.publish("/robots.txt", "text/plain", "User-agent: *\nCrawl-delay: 0.4");
        robots.turn(FetchRequest.of(press.url("/a")));
        var began = System.nanoTime();
        robots.turn(FetchRequest.of(press.url("/b")));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(300));
    }

    @Test
    void sitemapsAreNamedForEverybody() {
        press.publish("/robots.txt", "text/plain", "Sitemap: https://a.example/1.xml\nUser-agent: x\nDisallow: /\nsitemap:/2.xml\n");
        assertThat(robots.sitemaps(FetchRequest.of(press.url("/")))).containsExactly("https://a.example/1.xml", press.url("/2.xml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp://a.example/", "nonsense", "http://user@a.example/"})
    void whatIsNoAddressMayNotBeRead(String url) {
        assertThat(allowed(url).allowed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"HarbourDesk/1.0 (+https://a.example) | true", "Mozilla/5.0 (compatible; HarbourDesk/1.0; +https://a.example) | true", "Mozilla/5.0 (X11; Linux) | false", "Harbour | false"})
    void anotherNameIsAddressedByItAndIsNoWayAroundWhatIsAskedOfOurs(String name, boolean allowed) {
        press.publish("/robots.txt", "text/plain", "User-agent: broadsheet\nDisallow: /a\nUser-agent: harbourdesk\nDisallow: /b\nUser-agent: *\nDisallow:");
        assertThat(allowed(press.url("/a")).allowed()).isFalse();
        var page = FetchRequest.of(press.url("/a")).with("user-agent", name);
        assertThat(robots.allowed(page).allowed()).isEqualTo(allowed);
        assertThat(robots.allowed(page).allowed()).isEqualTo(allowed);
        assertThat(press.asked("/robots.txt")).as("each name asks once").hasSize(2).last().satisfies(asked -> assertThat(asked.header("User-agent")).isEqualTo(name));
    }

    private Robots.Verdict allowed(String url) {
        return robots.allowed(FetchRequest.of(url));
    }

    @Test
    void theRestOfTheFileIsNeverMoreThanItsBytes() {
        assertThat(RobotsRules.parse("\u0000\uFFFF: \n:::\nUser-agent\n".getBytes(StandardCharsets.UTF_8), Optional.empty()).rules()).isEmpty();
    }
}
