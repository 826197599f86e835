package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.broadsheet.source.HubTicker;
import org.broadsheet.testsupport.Api;
import org.broadsheet.testsupport.Hub;
import org.broadsheet.testsupport.MovableClock;
import org.broadsheet.testsupport.Press;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Hubs that tell of news (WebSub): asked, believed only when it is they, and not relied on when they fall silent. */
@QuarkusTest
class HubTest {

    private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");

    @Inject
    HubTicker ticker;

    private Press press;
    private Hub hub;
    private String slug;

    @BeforeEach
    void open() throws Exception {
        ticker.tick(); // what other tests left behind
        press = new Press();
        hub = new Hub();
        slug = Api.created();
        MovableClock.set(NOW);
    }

    @AfterEach
    void close() throws Exception {
        MovableClock.reset();
        hub.close();
        press.close();
    }

    @Test
    void whatAHubPushesIsTakenAndPollingBecomesRare() throws Exception {
        var source = subscribed();
        assertThat(hub.asked().getFirst()).containsEntry("hub.mode", "subscribe").containsEntry("hub.topic", press.url("/feed")).containsEntry("hub.lease_seconds", "864000");
        assertThat(hub.asked().getFirst().get("hub.callback")).matches("http://localhost:8081/websub/[A-Za-z0-9_-]{43}");
        item(source).body("push.state", is("LIVE")).body("push.hub", is(hub.url())).body("push.problem", nullValue()).body("push.lastPush", nullValue());

        assertThat(hub.push(feed(entry("pushed", NOW)), "application/rss+xml", "sha256").statusCode()).isEqualTo(202);
        await().untilAsserted(() -> Api.articles(slug).body("items.title", contains("pushed", "first")));
        item(source).body("push.lastPush", org.hamcrest.Matchers.notNullValue());
        Api.refresh(source);
        assertThat(pause(source)).isGreaterThanOrEqualTo(Duration.ofHours(6));
    }

    @Test
    void allMethodsOfTheRecommendationSign() throws Exception {
        subscribed();
        for (var method : List.of("sha1", "sha256", "sha384", "sha512")) {
            assertThat(hub.push(feed(entry(method, NOW)), "application/rss+xml", method).statusCode()).isEqualTo(202);
        }
        await().untilAsserted(() -> Api.articles(slug).body("items", hasSize(5)));
    }

    @Test
    void whatIsNotSignedByTheHubIsIgnoredAndNoted() throws Exception {
        var source = subscribed();
        assertThat(hub.push(feed(entry("forged", NOW)), "application/rss+xml", Map.of()).statusCode()).isEqualTo(202);
        item(source).body("push.problem", containsString("without a signature"));
        for (var signature : List.of("sha256=" + "0".repeat(64), "md5=" + "0".repeat(32), "sha256", "sha256=zz", "=", "")) {
            assertThat(hub.push(feed(entry("forged", NOW)), "application/rss+xml", Map.of("X-Hub-Signature", signature)).statusCode()).isEqualTo(202);
        }
        item(source).body("push.problem", containsString("ignored")).body("push.lastPush", nullValue());
        hub.push(feed(entry("genuine", NOW)), "application/rss+xml", "sha256");
        await().untilAsserted(() -> Api.articles(slug).body("items.title", contains("genuine", "first")));
        item(source).body("push.problem", nullValue());
    }

    @Test
    void nobodyElseCanConfirmOrEndASubscription() throws Exception {
        hub.answering(202);
        var source = added();
        ticker.tick();
        item(source).body("push.state", is("ASKED"));
        var topic = press.url("/feed");
        assertThat(hub.call(Map.of("hub.mode", "subscribe", "hub.topic", topic + "2", "hub.challenge", "x")).statusCode()).isEqualTo(404);
        assertThat(hub.call(Map.of("hub.mode", "unsubscribe", "hub.topic", topic, "hub.challenge", "x")).statusCode()).isEqualTo(404);
        assertThat(hub.call(Map.of("hub.mode", "subscribe", "hub.topic", topic)).statusCode()).isEqualTo(404);
        assertThat(hub.call("http://x/websub/" + "A".repeat(43), Map.of("hub.mode", "subscribe", "hub.topic", topic, "hub.challenge", "x")).statusCode()).isEqualTo(404);
        var right = hub.call(Map.of("hub.mode", "subscribe", "hub.topic", topic, "hub.challenge", "<b>x</b>", "hub.lease_seconds", "3600"));
        assertThat(right.body()).isEqualTo("<b>x</b>");
        assertThat(right.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(right.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(hub.call(Map.of("hub.mode", "subscribe", "hub.topic", topic, "hub.challenge", "x")).statusCode()).describedAs("asked once, answered once").isEqualTo(404);
        item(source).body("push.state", is("LIVE"));
    }

    @Test
    void aSubscriptionIsRenewedBeforeItRunsOut() throws Exception {
        var source = subscribed();
        MovableClock.set(NOW.plus(Duration.ofMinutes(40)));
        ticker.tick();
        assertThat(hub.asked()).hasSize(1);
        MovableClock.set(NOW.plus(Duration.ofMinutes(50)));
        ticker.tick();
        assertThat(hub.asked()).hasSize(2);
        assertThat(hub.asked().get(1)).containsEntry("hub.callback", hub.asked().get(0).get("hub.callback"));
        assertThat(Instant.parse(item(source).extract().path("push.until"))).isAfter(NOW.plus(Duration.ofMinutes(109)));
    }

    @Test
    void aHubThatRefusesIsLeftInPeaceAndSaysWhy() throws Exception {
        var source = subscribed();
        assertThat(hub.call(Map.of("hub.mode", "denied", "hub.topic", press.url("/other"), "hub.reason", "no")).statusCode()).isEqualTo(404);
        assertThat(hub.call(Map.of("hub.mode", "denied", "hub.topic", press.url("/feed"), "hub.reason", "unpaid\r\nbill")).statusCode()).isEqualTo(200);
        item(source).body("push.state", is("REFUSED")).body("push.problem", containsString("refuses: unpaid bill"));
        MovableClock.set(NOW.plus(Duration.ofDays(3)));
        ticker.tick();
        assertThat(hub.asked()).hasSize(1);
        Api.refresh(source);
        assertThat(pause(source)).isLessThan(Duration.ofHours(6));
    }

    @Test
    void aDeadHubIsAskedAgainLaterAndLaterAndTheSourceIsPolled() throws Exception {
        hub.answering(500);
        var source = added();
        for (var hours = 0; hours < 4; hours++) {
            MovableClock.set(NOW.plus(Duration.ofHours(hours)));
            ticker.tick();
            ticker.tick();
        }
        assertThat(hub.asked()).hasSize(3); // at once, after 20 minutes, after 40, and then not before 80
        item(source).body("push.state", is("WANTED")).body("push.problem", containsString("answered 500"));
        hub.close();
        MovableClock.set(NOW.plus(Duration.ofDays(2)));
        ticker.tick();
        item(source).body("push.problem", containsString("could not be asked"));
        Api.refresh(source);
        assertThat(pause(source)).isLessThan(Duration.ofHours(6));
    }

    @Test
    void aHubThatDidNotTellIsNotReliedOnUntilItTellsAgain() throws Exception {
        hub.granting(864_000);
        var source = subscribed();
        MovableClock.set(NOW.plus(Duration.ofHours(7)));
        press.publish("/feed", "text/xml", feed(entry("first", NOW.minusSeconds(60)), entry("untold", NOW.plus(Duration.ofHours(2)))));
        Api.refresh(source).body("new", is(1));
        item(source).body("push.problem", containsString("had not told of"));
        Api.refresh(source);
        assertThat(pause(source)).isLessThan(Duration.ofHours(6));
        hub.push(feed(entry("told", NOW.plus(Duration.ofHours(7)))), "application/rss+xml", "sha256");
        await().untilAsserted(() -> Api.articles(slug).body("items", hasSize(3)));
        Api.refresh(source);
        assertThat(pause(source)).isGreaterThanOrEqualTo(Duration.ofHours(6));
    }

    @Test
    void removingASourceEndsItsSubscription() throws Exception {
        var source = subscribed();
        Api.operator().delete("/api/v1/sources/" + source).then().statusCode(204);
        assertThat(hub.push(feed(entry("late", NOW)), "application/rss+xml", "sha256").statusCode()).isEqualTo(410);
        ticker.tick();
        assertThat(hub.asked()).hasSize(2);
        assertThat(hub.asked().getLast()).containsEntry("hub.mode", "unsubscribe").containsEntry("hub.topic", press.url("/feed")).doesNotContainKey("hub.secret");
        MovableClock.set(NOW.plus(Duration.ofDays(9)));
        ticker.tick();
        assertThat(hub.asked()).hasSize(2);
    }

    @Test
    void aHubIsFoundInHeadersAndInJsonFeeds() throws Exception {
        press.publish("/atom", "application/atom+xml", "<feed xmlns='http://www.w3.org/2005/Atom'><title>t</title></feed>",
                Map.of("Link", "<" + hub.url() + ">; title=\"a, b\"; rel=hub, <" + press.url("/name") + ">; rel=\"next self\""));
        press.publish("/json", "application/feed+json", """
                {"version":"https://jsonfeed.org/version/1.1","title":"t","feed_url":"%s","hubs":[{"type":"WebSub","url":"%s"}],"items":[]}"""
                .formatted(press.url("/json-name"), hub.url()));
        for (var path : List.of("/atom", "/json")) {
            Api.refresh(add(press.url(path)));
        }
        ticker.tick();
        assertThat(hub.asked()).extracting(form -> form.get("hub.topic")).containsExactlyInAnyOrder(press.url("/name"), press.url("/json-name"));
    }

    @Test
    void aHubThatCouldNotReachUsIsNamedButNotAsked() {
        press.publish("/far", "text/xml", feed("").replace(hub.url(), "https://hub.example.org/"));
        var source = add(press.url("/far"));
        Api.refresh(source);
        item(source).body("push.state", is("BLOCKED")).body("push.problem", containsString("broadsheet.public-url"));
    }

    @Test
    void aThinPushLetsTheSourceBeReadAtOnce() throws Exception {
        var source = subscribed();
        Api.refresh(source);
        assertThat(pause(source)).isGreaterThan(Duration.ofHours(5));
        hub.push("go and see", "text/plain", "sha256");
        await().untilAsserted(() -> assertThat(Instant.parse(item(source).extract().path("nextTry"))).isBefore(NOW.plus(Duration.ofMinutes(5))));
    }

    private String subscribed() throws Exception {
        var source = added();
        ticker.tick();
        return source;
    }

    private String added() {
        press.publish("/feed", "text/xml", feed(entry("first", NOW.minusSeconds(60))));
        var source = add(press.url("/feed"));
        Api.refresh(source).body("new", is(1));
        return source;
    }

    private String feed(String... entries) {
        return "<rss xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>Paper</title><atom:link rel='self' href='" + press.url("/feed") + "'/><atom:link rel='hub' href='"
                + hub.url() + "'/>" + String.join("", entries) + "</channel></rss>";
    }

    private static String entry(String title, Instant at) {
        return "<item><title>" + title + "</title><link>https://example.org/" + title + "</link><pubDate>" + at + "</pubDate></item>";
    }

    private String add(String url) {
        return Api.source(slug, Map.of("url", url));
    }

    private static ValidatableResponse item(String source) {
        return Api.operator().get("/api/v1/sources/" + source).then().statusCode(200);
    }

    private static Duration pause(String source) {
        var shown = item(source).extract();
        return Duration.between(Instant.parse(shown.path("lastSuccess")), Instant.parse(shown.path("nextTry")));
    }
}
