package org.broadsheet.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.broadsheet.testsupport.Api;
import org.broadsheet.testsupport.MovableClock;
import org.broadsheet.testsupport.Relay;
import org.broadsheet.testsupport.ScriptedSmtpServer;
import org.broadsheet.testsupport.ScriptedSmtpServer.Step;
import org.broadsheet.testsupport.SmtpAct;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Every due reader is accounted for (promise 1), whatever the relay does. */
@QuarkusTest
class LedgerTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private ScriptedSmtpServer relay;
    private String slug;

    @BeforeEach
    void open() throws IOException {
        relay = Relay.start();
        slug = Api.created();
        Api.push(slug, "https://example.org/" + UUID.randomUUID(), "Harbours learn to wait for trains", "ports");
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        MovableClock.reset();
    }

    @Test
    void whatTheServerRefusesForGoodFailsWithItsWords() {
        Api.reader(slug, "gone@example.net");
        relay.next(Step.RCPT, SmtpAct.reply("550 5.1.1 No such user here"));

        var edition = Api.sendNow(slug);

        await().atMost(SOON).until(() -> Api.status(edition).equals("SENT"));
        Api.operator().get("/api/v1/editions/" + edition + "/deliveries?state=failed").then().body("items", hasSize(1))
                .body("items[0].email", is("gone@example.net")).body("items[0].reply", containsString("No such user here"))
                .body("items[0].attempts", is(1));
        Api.operator().get("/api/v1/editions/" + edition).then().body("counts.due", is(1)).body("counts.failed", is(1));
    }

    @Test
    void whatTheServerRefusesForNowIsTriedAgainUntilItTakesIt() {
        Api.reader(slug, "grey@example.net");
        relay.next(Step.RCPT, SmtpAct.reply("450 4.7.1 Greylisted, come back"), SmtpAct.reply("450 4.7.1 Greylisted, come back"));

        var edition = Api.sendNow(slug);

        await().atMost(SOON).until(() -> Api.status(edition).equals("SENT"));
        Api.operator().get("/api/v1/editions/" + edition + "/deliveries").then().body("items[0].state", is("sent")).body("items[0].attempts", is(3));
        assertThat(Relay.to(relay, "grey@example.net")).hasSize(1);
    }

    @Test
    void aCopyWhoseFateIsUnknownGoesOnceMoreWithTheSameMessageId() {
        Api.reader(slug, "maybe@example.net");
        relay.next(Step.DOT, SmtpAct.close(SmtpAct.Fate.COMMIT));

        var edition = Api.sendNow(slug);

        await().atMost(SOON).until(() -> Api.count(edition, "unknown") == 1);
        assertThat(Api.status(edition)).isEqualTo("SENDING");
        await().atMost(SOON).until(() -> Api.status(edition).equals("SENT"));
        var copies = Relay.to(relay, "maybe@example.net");
        assertThat(copies).hasSize(2);
        assertThat(copies.get(0).header("Message-ID")).isEqualTo(copies.get(1).header("Message-ID"));
    }

    @Test
    void aRelayThatDoesNotServeUsIsNeverTheReadersFault() {
        Api.reader(slug, "patient@example.net");
        relay.next(Step.MAIL, SmtpAct.reply("550 5.7.1 You are blocked"));

        var edition = Api.sendNow(slug);

        await().atMost(SOON).until(() -> Api.status(edition).equals("SENT"));
        Api.operator().get("/api/v1/editions/" + edition + "/deliveries").then().body("items[0].state", is("sent")).body("items[0].attempts", is(1));
        assertThat(relay.commands().stream().filter(command -> command.startsWith("MAIL"))).hasSizeGreaterThan(1);
    }

    @Test
    void aReaderWhoLeavesWhileTheEditionWaitsGetsNone() {
        Api.reader(slug, "leaver@example.net");
        var draft = Api.operator().body(Map.of("send", "DRAFT")).post("/api/v1/publications/" + slug + "/editions").then().statusCode(202)
                .body("status", is("DRAFT")).body("stories", hasSize(1)).extract().<String>path("id");
        var reader = Api.operator().get("/api/v1/publications/" + slug + "/subscribers").then().extract().<String>path("items[0].id");
        Api.operator().body(Map.of("status", "UNSUBSCRIBED")).patch("/api/v1/subscribers/" + reader).then().statusCode(200);

        Api.operator().post("/api/v1/editions/" + draft + "/send").then().statusCode(202);

        await().atMost(SOON).until(() -> Api.status(draft).equals("SENT"));
        assertThat(Relay.to(relay, "leaver@example.net")).isEmpty();
    }

    @Test
    void aPausedEditionStandsStillGoesOnAndCanBeCancelled() {
        relay.always(Step.RCPT, SmtpAct.reply("450 4.2.0 Not now"));
        for (var number = 0; number < 5; number++) {
            Api.reader(slug, "reader" + number + "@example.net");
        }
        var edition = Api.sendNow(slug);
        await().atMost(SOON).until(() -> Api.count(edition, "deferred") == 5);

        Api.operator().post("/api/v1/editions/" + edition + "/pause").then().statusCode(200).body("status", is("PAUSED"));
        Api.operator().post("/api/v1/editions/" + edition + "/pause").then().statusCode(409).body("detail", containsString("PAUSED"));
        Api.operator().post("/api/v1/editions/" + edition + "/resume").then().statusCode(200).body("status", is("SENDING"));
        Api.operator().post("/api/v1/editions/" + edition + "/cancel").then().statusCode(200).body("status", is("CANCELLED"));

        await().atMost(SOON).until(() -> Api.count(edition, "suppressed") == 5);
        Api.operator().get("/api/v1/editions/" + edition).then().body("counts.due", is(5));
    }

    @Test
    void aScheduledEditionGoesToEachReaderAtHisOwnHour() {
        var paper = Api.freshSlug();
        var body = Api.publication(paper);
        body.put("schedule", Map.of("days", java.util.List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"), "time", "07:00", "clock", "SUBSCRIBER"));
        MovableClock.set(Instant.parse("2027-03-01T12:00:00Z"));
        Api.operator().body(body).post("/api/v1/publications").then().statusCode(201);
        Api.push(paper, "https://example.org/" + UUID.randomUUID(), "Harbours learn to wait for the night", "ports");
        reader(paper, "auckland@example.net", "Pacific/Auckland");
        reader(paper, "london@example.net", "Europe/London");
        // a schedule is reckoned when it is saved; the readers came after it
        Api.operator().body(Map.of("strapline", "With readers")).patch("/api/v1/publications/" + paper).then().statusCode(200);

        MovableClock.set(Instant.parse("2027-03-01T18:00:05Z")); // 07:00 of the 2nd in Auckland
        await().atMost(SOON).until(() -> Relay.to(relay, "auckland@example.net").size() == 1);
        assertThat(Relay.to(relay, "london@example.net")).isEmpty();
        var edition = Api.operator().get("/api/v1/publications/" + paper + "/editions").then().body("items", hasSize(1)).extract().<String>path("items[0].id");
        assertThat(Api.status(edition)).isEqualTo("SENDING");

        MovableClock.set(Instant.parse("2027-03-02T07:00:05Z"));
        await().atMost(SOON).until(() -> Api.status(edition).equals("SENT"));
        assertThat(Relay.to(relay, "london@example.net")).hasSize(1);
        assertThat(Api.count(edition, "due")).isEqualTo(2);
    }

    @Test
    void readersOfChosenSectionsGetTheirStoriesAndNoOthers() {
        Api.push(slug, "https://example.org/" + UUID.randomUUID(), "Somebody has counted all the rails", "rail");
        Api.operator().body(Map.of("email", "rails@example.net", "sections", java.util.List.of("rail"), "confirmed", true,
                "consent", Map.of("at", "2026-03-03T10:00:00Z", "wording", "I want it", "how", "on paper")))
                .post("/api/v1/publications/" + slug + "/subscribers").then().statusCode(200);

        var edition = Api.sendNow(slug);

        await().atMost(SOON).until(() -> Api.status(edition).equals("SENT"));
        var mail = Relay.await(relay, "rails@example.net", 1).getFirst();
        assertThat(mail.header("Subject")).isEqualTo("Somebody has counted all the rails");
        assertThat(org.broadsheet.testsupport.Mime.text(mail)).doesNotContain("learn to wait");
    }

    @Test
    void aTestSendHasNoLedgerRow() {
        var draft = Api.operator().body(Map.of("send", "DRAFT")).post("/api/v1/publications/" + slug + "/editions").then().extract().<String>path("id");

        Api.operator().body(Map.of("to", java.util.List.of("editor@example.net"))).post("/api/v1/editions/" + draft + "/test").then().statusCode(200)
                .body("sent", is(1));

        assertThat(Relay.await(relay, "editor@example.net", 1).getFirst().header("Subject")).startsWith("Test: ");
        assertThat(Api.count(draft, "due")).isZero();
        given().header("Authorization", "Bearer " + Api.TOKEN).accept("message/rfc822").get("/api/v1/editions/" + draft + "/preview").then().statusCode(200)
                .body(containsString("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
    }

    private static void reader(String paper, String email, String zone) {
        Api.operator().body(Map.of("email", email, "timeZone", zone, "confirmed", true,
                "consent", Map.of("at", "2026-03-03T10:00:00Z", "wording", "I want it", "how", "on paper")))
                .post("/api/v1/publications/" + paper + "/subscribers").then().statusCode(200);
    }
}
