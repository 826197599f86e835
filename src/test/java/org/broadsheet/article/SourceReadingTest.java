package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.broadsheet.testsupport.Api;
import org.broadsheet.testsupport.MovableClock;
import org.broadsheet.testsupport.Press;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** How a source is read: politely, by its operator's rules, and with its state in words. */
@QuarkusTest
class SourceReadingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");

    private Press press;
    private String slug;

    @BeforeEach
    void open() throws IOException {
        press = new Press();
        slug = Api.created();
        MovableClock.set(NOW);
    }

    @AfterEach
    void close() {
        MovableClock.reset();
        press.close();
    }

    @Test
    void rulesKeepAndDrop() {
        press.publish("/feed", "text/xml", feed("", item("Rail: a", "rail"), item("Rail: sponsored", "rail"), item("Football", "sport")));
        var source = Api.source(slug, Map.of("url", press.url("/feed"), "rules", List.of(
                Map.of("action", "KEEP", "field", "CATEGORY", "matches", "^rail$"), Map.of("action", "DROP", "field", "TITLE", "matches", "SPONSORED"))));
        Api.refresh(source).body("new", is(1)).body("problems.code", contains("dropped")).body("problems[0].message", is("2 entries are left out by the rules of this source"));
        Api.articles(slug).body("items.title", contains("Rail: a"));
    }

    @Test
    void howeverManySourcesAreBeingReadOnRequestPagesAnswer() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor(); var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var sources = IntStream.range(0, 24).mapToObj(number -> Api.source(slug, Map.of("url", "http://127.0.0.1:" + silent.getLocalPort() + "/" + number))).toList();
            sources.forEach(source -> threads.submit(() -> Api.operator().post("/api/v1/sources/" + source + "/refresh")));
            silent.accept().close();
            for (var page = 0; page < 10; page++) {
                var answer = threads.submit(() -> Api.operator().get("/" + slug).statusCode());
                assertThat(answer.get(4, TimeUnit.SECONDS)).isEqualTo(200);
                Thread.sleep(100); // all of them are on their way by the end
            }
        }
    }

    @Test
    void aRuleThatCannotBeReadIsRefusedByItsPlace() {
        Api.operator().body(Map.of("url", press.url("/feed"), "rules", List.of(Map.of("action", "DROP", "field", "TITLE", "matches", "(?=x)"))))
                .post("/api/v1/publications/" + slug + "/sources").then().statusCode(400).body("errors[0].field", is("rules[0].matches"));
        Api.operator().body(Map.of("url", press.url("/feed"), "rules", List.of(Map.of("action", "EAT", "field", "TITLE", "matches", "x"))))
                .post("/api/v1/publications/" + slug + "/sources").then().statusCode(400);
    }

    @Test
    void credentialsAreSentAndNeverShown() {
        press.publish("/feed", "text/xml", feed("", item("a", "")));
        var source = Api.source(slug, Map.of("url", press.url("/feed"), "access", Map.of("user", "desk", "password", "pässword", "headers", Map.of("X-Key", "k3y"))));
        Api.refresh(source).body("status", is("OK"));
        assertThat(press.asked("/feed").getFirst().header("Authorization")).isEqualTo("Basic ZGVzazpww6Rzc3dvcmQ=");
        assertThat(press.asked("/feed").getFirst().header("X-key")).isEqualTo("k3y");
        var shown = Api.operator().get("/api/v1/sources/" + source).then().body("access.user", is("desk")).body("access.headers", contains("X-Key")).extract().asString();
        assertThat(shown).doesNotContain("k3y").doesNotContain("pässword");

        Api.operator().body("{\"priority\": 3}").patch("/api/v1/sources/" + source).then().statusCode(200).body("priority", is(3)).body("access.user", is("desk"));
        Api.operator().body("{\"access\": null}").patch("/api/v1/sources/" + source).then().statusCode(200).body("access", nullValue());
    }

    @Test
    void aNameOfItsOwnAndACookieAreSentForASource() throws IOException {
        var cookie = "session=" + "s".repeat(3000);
        press.publish("/feed", "text/xml", feed("", "<item><title>a</title><link>" + press.url("/a") + "</link><enclosure type='image/jpeg' url='" + press.url("/a.jpg") + "'/></item>"))
                .publish("/a", "text/html", "<p>Short</p>").picture("/a.jpg", 1200, 800);
        var source = Api.source(slug, Map.of("url", press.url("/feed"), "access", Map.of("headers", Map.of("User-Agent", "HarbourDesk/1.0", "Cookie", cookie), "protocol", "HTTP_1_1")));
        Api.refresh(source).body("status", is("OK"));
        for (var path : List.of("/feed", "/a", "/a.jpg")) {
            assertThat(press.asked(path).getFirst().header("User-agent")).isEqualTo("HarbourDesk/1.0");
            assertThat(press.asked(path).getFirst().header("Cookie")).isEqualTo(cookie);
        }
        assertThat(press.asked("/robots.txt").getFirst().header("User-agent")).isEqualTo("HarbourDesk/1.0");
        assertThat(press.asked("/robots.txt").getFirst().header("Cookie")).isEmpty();
        Api.operator().get("/api/v1/sources/" + source).then().body("access.headers", contains("Cookie", "User-Agent")).body("access.protocol", is("HTTP_1_1"));
    }

    @Test
    void aHeaderThatWouldBreakTheRequestIsRefused() {
        for (var headers : List.of(Map.of("Host", "x"), Map.of("X y", "x"), Map.of("X-A", "a\r\nX-B: b"), Map.of("User-Agent", " "), Map.of("Cookie", "c".repeat(4097)))) {
            Api.operator().body(Map.of("url", press.url("/feed"), "access", Map.of("headers", headers))).post("/api/v1/publications/" + slug + "/sources").then()
                    .statusCode(400).body("errors[0].field", is("access.headers"));
        }
    }

    @Test
    void withoutTheRightToPicturesNoneIsFetched() throws IOException {
        press.picture("/a.jpg", 1200, 800).publish("/feed", "text/xml", feed("", "<item><title>a</title><link>https://example.org/a</link><enclosure type='image/jpeg' url='"
                + press.url("/a.jpg") + "'/></item>"));
        var source = Api.source(slug, Map.of("url", press.url("/feed"), "rights", Map.of("pictures", "NONE")));
        Api.refresh(source).body("new", is(1));
        Api.articles(slug).body("items[0].picture", nullValue());
        assertThat(press.asked("/a.jpg")).isEmpty();
        Api.operator().get("/api/v1/sources/" + source).then().body("rights.text", is("LINK")).body("rights.pictures", is("NONE"));
    }

    @Test
    void whenTheRightToPicturesIsWithdrawnNoneIsShownAnyMore() throws IOException {
        press.picture("/a.jpg", 1200, 800).publish("/feed", "text/xml", feed("", "<item><title>a</title><link>https://example.org/a</link><enclosure type='image/jpeg' url='"
                + press.url("/a.jpg") + "'/></item>"));
        var source = Api.source(slug, Map.of("url", press.url("/feed")));
        Api.refresh(source);
        Api.articles(slug).body("items[0].picture.width", is(1200));
        Api.operator().body("{\"rights\": {\"pictures\": \"NONE\"}}").patch("/api/v1/sources/" + source).then().statusCode(200);
        Api.articles(slug).body("items[0].picture", nullValue());
        Api.refresh(source);
        Api.articles(slug).body("items[0].picture", nullValue());
    }

    @Test
    void aStorysPageShowsAsMuchTextAsTheSourceAllows() {
        var paragraphs = "&lt;p&gt;The harbour asks ships to slow down at sea.&lt;/p&gt;" + "&lt;p&gt;It pays for the hours lost, and the berths stay in order.&lt;/p&gt;".repeat(4);
        press.publish("/feed", "text/xml", feed("", "<item><title>Ships slow down</title><link>https://example.org/ships</link><description>" + paragraphs + "</description></item>"));
        var source = Api.source(slug, Map.of("url", press.url("/feed")));
        Api.refresh(source);
        String story = Api.articles(slug).extract().path("items[0].story");
        var page = "/" + slug + "/stories/" + story;
        Api.operator().accept("text/html").get(page).then().statusCode(200).body(not(containsString("class=\"body\"")));
        Api.operator().body("{\"rights\": {\"text\": \"FULL\"}}").patch("/api/v1/sources/" + source).then().statusCode(200);
        Api.operator().accept("text/html").get(page).then().statusCode(200).body(containsString("<p>The harbour asks ships to slow down at sea.</p>"));
    }

    @Test
    void aDocumentThatIsTheSameByteForByteIsNotWorkedThroughAgain() {
        press.publish("/feed", "text/xml", feed("", item("a", "")), Map.of("ETag", ""));
        var source = Api.source(slug, Map.of("url", press.url("/feed")));
        Api.refresh(source).body("new", is(1));
        Api.refresh(source).body("status", is("OK")).body("new", is(0)).body("unchanged", is(1));
    }

    @Test
    void aSourceIsReadAboutAsOftenAsItPublishes() {
        var hourly = new StringBuilder();
        for (var hour = 0; hour < 6; hour++) {
            hourly.append(dated("n" + hour, NOW.minus(Duration.ofHours(2L * hour))));
        }
        press.publish("/busy", "text/xml", feed("", hourly.toString())).publish("/silent", "text/xml", feed("", dated("old", NOW.minus(Duration.ofDays(90)))));
        assertThat(pause(Api.source(slug, Map.of("url", press.url("/busy"))))).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(66));
        assertThat(pause(Api.source(slug, Map.of("url", press.url("/silent"))))).isBetween(Duration.ofHours(6), Duration.ofMinutes(396));
    }

    @Test
    void ttlAndHoursOfRestAndWhatTheServerSaysAreHeeded() {
        press.publish("/ttl", "text/xml", feed("<ttl>180</ttl>", dated("a", NOW), dated("b", NOW.minusSeconds(600)), dated("c", NOW.minusSeconds(1200))))
                .publish("/rest", "text/xml", feed("<skipHours><hour>6</hour><hour>7</hour></skipHours>", dated("a", NOW), dated("b", NOW.minusSeconds(600)), dated("c", NOW.minusSeconds(1200))))
                .publish("/fresh", "text/xml", feed("", dated("a", NOW), dated("b", NOW.minusSeconds(600)), dated("c", NOW.minusSeconds(1200))), Map.of("Cache-Control", "max-age=7200"));
        assertThat(pause(Api.source(slug, Map.of("url", press.url("/ttl"))))).isBetween(Duration.ofHours(3), Duration.ofMinutes(198));
        assertThat(pause(Api.source(slug, Map.of("url", press.url("/rest"))))).isEqualTo(Duration.ofHours(2));
        assertThat(pause(Api.source(slug, Map.of("url", press.url("/fresh"))))).isBetween(Duration.ofHours(2), Duration.ofMinutes(132));
    }

    @Test
    void theBackOffGrowsAndIsSeen() {
        press.fail("/feed", 500);
        var source = Api.source(slug, Map.of("url", press.url("/feed")));
        var pauses = new java.util.ArrayList<Duration>();
        for (var round = 0; round < 4; round++) {
            pauses.add(pause(source));
        }
        assertThat(pauses).containsExactly(Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(20), Duration.ofMinutes(40));
        Api.operator().get("/api/v1/sources/" + source).then().body("failures", is(4)).body("lastProblem", containsString("answered 500"));
    }

    @Test
    void aServerThatAsksForPatienceGetsIt() {
        press.fail("/later", 429, Map.of("Retry-After", "7200")).fail("/often", 429).fail("/gone", 410);
        assertThat(pause(Api.source(slug, Map.of("url", press.url("/later"))))).isEqualTo(Duration.ofHours(2));
        assertThat(pause(Api.source(slug, Map.of("url", press.url("/often"))))).isEqualTo(Duration.ofHours(1));
        assertThat(pause(Api.source(slug, Map.of("url", press.url("/gone"))))).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void anAddressIsRewrittenOnlyWhenItsMoveHasProvedStable() {
        press.publish("/new", "text/xml", feed("", item("a", ""))).redirect("/old", 301, "/new");
        var source = Api.source(slug, Map.of("url", press.url("/old")));
        for (var day = 0; day < 4; day++) {
            MovableClock.set(NOW.plus(Duration.ofDays(day)));
            Api.refresh(source).body("problems", hasSize(0));
            Api.operator().get("/api/v1/sources/" + source).then().body("url", is(press.url("/old"))).body("movedTo", is(press.url("/new")));
        }
        MovableClock.set(NOW.plus(Duration.ofDays(3)).plus(Duration.ofMinutes(1))); // the first reading may have taken its time
        Api.refresh(source).body("status", is("NOT_MODIFIED"));
        Api.operator().get("/api/v1/sources/" + source).then().body("url", is(press.url("/new"))).body("movedTo", nullValue());
    }

    @Test
    void aRedirectThatEndsIsForgotten() {
        press.publish("/new", "text/xml", feed("", item("a", ""))).redirect("/old", 301, "/new");
        var source = Api.source(slug, Map.of("url", press.url("/old")));
        Api.refresh(source);
        press.publish("/old", "text/xml", feed("", item("b", "")));
        Api.refresh(source);
        Api.operator().get("/api/v1/sources/" + source).then().body("movedTo", nullValue());
    }

    @Test
    void anEntryThatLacksAlmostEverythingHarmsNothing() {
        press.publish("/feed", "text/xml", feed("", "<item/>", "<item><title>only a title</title></item>", "<item><link>https://example.org/only-a-link</link></item>",
                item("whole", "")));
        Api.refresh(Api.source(slug, Map.of("url", press.url("/feed")))).body("status", is("OK")).body("problems.code", hasItem("no-address"));
        Api.articles(slug).body("items.title", hasItem("whole"));
    }

    @Test
    void anEntryOfWhichNoMoreThanANameOrADateIsKnownIsKeptAllTheSame() {
        press.publish("/feed", "text/xml", feed("", "<item/>", "<item><guid isPermaLink='false'>known-later</guid></item>", "<item><author>Ann Author</author></item>"));
        var source = Api.source(slug, Map.of("url", press.url("/feed"), "pages", "NEVER"));
        Api.refresh(source).body("new", is(2)).body("problems.code", hasItem("no-address"));
        Api.articles(slug).body("items.guid", hasItem("known-later")).body("items.author", hasItem("Ann Author"));
        press.publish("/feed", "text/xml", feed("", "<item><guid isPermaLink='false'>known-later</guid><title>Here it is</title></item>"));
        Api.refresh(source).body("new", is(0)).body("updated", is(1));
    }

    @Test
    void articlesAreListedByTheDatesThatTheyBear() {
        press.publish("/feed", "text/xml", feed("", dated("second", NOW.minusSeconds(7200)), dated("third", NOW.minusSeconds(9000)), dated("first", NOW.minusSeconds(60))));
        Api.refresh(Api.source(slug, Map.of("url", press.url("/feed"))));
        Api.articles(slug).body("items.title", contains("first", "second", "third"));
        var page = Api.operator().get("/api/v1/publications/" + slug + "/articles?limit=1").then().body("items.title", contains("first"));
        Api.operator().get("/api/v1/publications/" + slug + "/articles?limit=2&after=" + page.extract().path("next")).then().body("items.title", contains("second", "third"));
    }

    @Test
    void relativeLinksInABodyAreResolvedWhereTheFeedSaysSo() {
        press.publish("/feed", "text/xml", "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://base.example/deep/'><title>t</title><entry><id>1</id><title>a</title>"
                + "<link href='https://example.org/a'/><content type='html'>&lt;p&gt;See &lt;a href='more'>more&lt;/a>.&lt;/p&gt;</content></entry></feed>");
        Api.refresh(Api.source(slug, Map.of("url", press.url("/feed"))));
        Api.articles(slug).body("items[0].bodyHtml", containsString("https://base.example/deep/more")).body("items[0].bodyHtml", not(containsString("example.org/more")));
    }

    private Duration pause(String source) {
        Api.refresh(source);
        return Duration.between(NOW, Instant.parse(Api.operator().get("/api/v1/sources/" + source).then().extract().path("nextTry"))).truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
    }

    private static String feed(String head, String... items) {
        return "<rss version='2.0'><channel><title>T</title>" + head + String.join("", items) + "</channel></rss>";
    }

    private static String item(String title, String category) {
        return "<item><title>" + title + "</title><link>https://example.org/" + title.replaceAll("\\W", "") + "</link><category>" + category
                + "</category><description>" + "Something has happened, and somebody has written about it at some length. ".repeat(6) + "</description></item>";
    }

    private static String dated(String title, Instant at) {
        return item(title, "x").replace("</item>", "<pubDate>" + at + "</pubDate></item>");
    }
}
