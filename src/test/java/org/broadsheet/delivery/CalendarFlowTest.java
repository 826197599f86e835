package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.broadsheet.edition.ApprovalDesk;
import org.broadsheet.edition.CalendarTicker;
import org.broadsheet.testsupport.Api;
import org.broadsheet.testsupport.Mime;
import org.broadsheet.testsupport.MovableClock;
import org.broadsheet.testsupport.Relay;
import org.broadsheet.testsupport.ScriptedSmtpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** When editions go, who is asked first, and what goes out of turn. */
@QuarkusTest
class CalendarFlowTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<String> EVERY_DAY = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    @Inject
    CalendarTicker calendar;
    @Inject
    ApprovalDesk approvals;
    @Inject
    SendingDesk sending;

    private ScriptedSmtpServer relay;
    private String slug;

    @BeforeEach
    void open() throws IOException {
        relay = Relay.start();
        slug = Api.freshSlug();
        MovableClock.set(Instant.parse("2027-04-06T05:00:00Z"));
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        MovableClock.reset();
    }

    @Test
    void aDayMayHaveSeveralEditions() {
        create(Map.of("days", EVERY_DAY, "time", "07:00", "alsoAt", List.of("17:00")), Map.of());
        Api.reader(slug, "twice@example.net");
        article("Harbours learn to wait in the morning");
        setClock("2027-04-06T06:00:05Z");
        Relay.await(relay, "twice@example.net", 1);

        article("Kilns are cold in the afternoon");
        setClock("2027-04-06T16:00:05Z");

        assertThat(Relay.await(relay, "twice@example.net", 2)).extracting(mail -> mail.header("Subject"))
                .containsExactly("Harbours learn to wait in the morning", "Kilns are cold in the afternoon");
    }

    @Test
    void aPausedPublicationIsSilentAndTellsTheOperatorSo() {
        create(Map.of("days", EVERY_DAY, "time", "07:00", "paused", Map.of("until", "2027-04-08")), Map.of());
        Api.reader(slug, "patient@example.net");

        setClock("2027-04-07T06:00:05Z");
        article("Harbours learn to wait for a pause");
        Api.operator().get("/api/v1/publications/" + slug + "/editions").then().body("items", hasSize(0));
        setClock("2027-04-08T06:00:05Z");

        Relay.await(relay, "patient@example.net", 1);
        Api.operator().body(Map.of("schedule", new HashMap<>(java.util.Collections.singletonMap("paused", null)))).patch("/api/v1/publications/" + slug).then()
                .statusCode(200).body("schedule.paused", nullValue());
    }

    @Test
    void aDraftIsThereEarlyItsEditorIsToldAndItGoesUnlessSomebodySaysOtherwise() {
        create(Map.of("days", EVERY_DAY, "time", "07:00"), Map.of("minutesEarly", 30, "tell", List.of("editor@example.net"), "otherwise", "SEND"));
        Api.reader(slug, "reader@example.net");
        article("Harbours learn to wait for approval");

        setClock("2027-04-06T05:30:05Z");
        var told = Relay.await(relay, "editor@example.net", 1).getFirst();
        var draft = Api.operator().get("/api/v1/publications/" + slug + "/editions").then().body("items", hasSize(1)).body("items[0].status", is("DRAFT"))
                .body("items[0].approvalDue", is("2027-04-06T06:00:00Z")).extract().<String>path("items[0].id");
        assertThat(Mime.parse(told).getSubject()).isEqualTo("Draft of Quay & Kiln 🚢: Harbours learn to wait for approval");
        assertThat(Mime.text(told)).contains("/admin/editions/" + draft).contains("goes out on").contains("7:00");
        assertThat(Relay.to(relay, "reader@example.net")).isEmpty();

        setClock("2027-04-06T06:00:05Z");
        Relay.await(relay, "reader@example.net", 1);
        await().atMost(SOON).until(() -> Api.status(draft).equals("SENT"));
    }

    @Test
    void aDraftThatNobodyApprovedIsHeldWhereThePublisherWantsThatAndGoesWhenItIsApproved() {
        create(Map.of("days", EVERY_DAY, "time", "07:00"), Map.of("minutesEarly", 30, "tell", List.of("editor@example.net"), "otherwise", "HOLD"));
        Api.reader(slug, "reader@example.net");
        article("Harbours learn to wait for a nod");
        setClock("2027-04-06T05:30:05Z");
        Relay.await(relay, "editor@example.net", 1);

        setClock("2027-04-06T06:00:05Z");
        assertThat(Mime.parse(Relay.await(relay, "editor@example.net", 2).get(1)).getSubject()).contains("waits");
        var held = Api.operator().get("/api/v1/publications/" + slug + "/editions").then().body("items[0].status", is("DRAFT"))
                .body("items[0].reason", startsWith("Held")).extract().<String>path("items[0].id");
        assertThat(Relay.to(relay, "reader@example.net")).isEmpty();

        Api.operator().post("/api/v1/editions/" + held + "/approve").then().statusCode(202).body("reason", nullValue());
        Relay.await(relay, "reader@example.net", 1);
    }

    @Test
    void anEditorApprovesBeforeTheTimeAndItGoesAtItsTime() {
        create(Map.of("days", EVERY_DAY, "time", "07:00"), Map.of("minutesEarly", 30, "tell", List.of("editor@example.net"), "otherwise", "HOLD"));
        Api.reader(slug, "reader@example.net");
        article("Harbours learn to wait for the hour");
        setClock("2027-04-06T05:30:05Z");
        Relay.await(relay, "editor@example.net", 1);
        var draft = Api.operator().get("/api/v1/publications/" + slug + "/editions").then().extract().<String>path("items[0].id");

        Api.operator().post("/api/v1/editions/" + draft + "/approve").then().statusCode(202).body("status", is("SCHEDULED")).body("sendAt", is("2027-04-06T06:00:00Z"));
        Api.operator().post("/api/v1/editions/" + draft + "/approve").then().statusCode(409).body("detail", containsString("SCHEDULED"));
        assertThat(Relay.to(relay, "reader@example.net")).isEmpty();
        setClock("2027-04-06T06:00:05Z");

        Relay.await(relay, "reader@example.net", 1);
    }

    @Test
    void newsThatComesAfterTheLookAtADraftStillMakesAnEditionOfADayThatHadTooLittle() {
        create(Map.of("days", EVERY_DAY, "time", "07:00"), Map.of("minutesEarly", 30));
        Api.reader(slug, "reader@example.net");
        setClock("2027-04-06T05:30:05Z");
        Api.operator().get("/api/v1/publications/" + slug + "/editions").then().body("items", hasSize(0));
        article("Harbours learn to wait for late news");

        setClock("2027-04-06T06:00:05Z");

        Relay.await(relay, "reader@example.net", 1);
    }

    @Test
    void aSpecialEditionGoesOutOfTurnAndLeavesItsStoriesToTheRegularOnes() {
        create(Map.of("days", List.of(), "time", "07:00"), Map.of());
        Api.reader(slug, "reader@example.net");
        article("Harbours learn to wait for a special");
        article("Kilns are cold for a special");
        List<String> stories = Api.articles(slug).extract().path("items.story");

        var special = Api.operator().body(Map.of("send", "NOW", "kind", "SPECIAL", "stories", stories, "subject", "Out of turn"))
                .post("/api/v1/publications/" + slug + "/editions").then().statusCode(202).body("kind", is("SPECIAL")).body("number", is(1))
                .body("stories.id", equalTo(stories)).extract().<String>path("id");

        assertThat(Relay.await(relay, "reader@example.net", 1).getFirst().header("Subject")).isEqualTo("Out of turn");
        await().atMost(SOON).until(() -> Api.status(special).equals("SENT"));
        Api.operator().body(Map.of("send", "DRAFT")).post("/api/v1/publications/" + slug + "/editions").then().statusCode(202).body("kind", is("REGULAR"))
                .body("stories", hasSize(2));
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        create(Map.of("days", List.of(), "time", "07:00"), Map.of());
        refused(Map.of("schedule", Map.of("days", List.of("MON"), "time", "07:00", "alsoAt", List.of("06:00"))), "alsoAt");
        refused(Map.of("schedule", Map.of("days", List.of("MON"), "time", "07:00", "skip", List.of("2026-12-32"))), "skip");
        refused(Map.of("schedule", Map.of("days", List.of("MON"), "time", "07:00", "skip", List.of("2027-01-02/2027-01-01"))), "skip");
        refused(Map.of("schedule", Map.of("days", List.of("MON"), "time", "07:00", "weeksOfMonth", List.of(6))), "weeksOfMonth");
        refused(Map.of("schedule", Map.of("days", List.of("MON"), "time", "07:00", "daysOfMonth", List.of(0))), "daysOfMonth");
        refused(Map.of("approval", Map.of("minutesEarly", 2)), "minutesEarly");
        refused(Map.of("approval", Map.of("minutesEarly", 20, "tell", List.of("nobody"))), "tell");
        refused(Map.of("approval", Map.of("minutesEarly", 90), "schedule", Map.of("days", List.of("MON"), "time", "07:00", "alsoAt", List.of("08:00"))), "minutesEarly");
        edition(Map.of("send", "NOW", "kind", "SPECIAL"), "stories");
        edition(Map.of("send", "NOW", "kind", "SPECIAL", "stories", List.of("999999999")), "stories");
        edition(Map.of("send", "NOW", "kind", "ROUNDUP"), "kind");
        edition(Map.of("send", "NOW", "subject", "For a regular one"), "subject");
    }

    private void refused(Map<String, Object> patch, String field) {
        Api.operator().body(patch).patch("/api/v1/publications/" + slug).then().statusCode(400).body("errors.field", hasItem(containsString(field)));
    }

    private void edition(Map<String, Object> body, String field) {
        Api.operator().body(body).post("/api/v1/publications/" + slug + "/editions").then().statusCode(400).body("errors.field", hasItem(containsString(field)));
    }

    private void create(Map<String, Object> schedule, Map<String, Object> approval) {
        var body = Api.publication(slug);
        body.put("schedule", schedule);
        if (!approval.isEmpty()) {
            body.put("approval", approval);
        }
        Api.operator().body(body).post("/api/v1/publications").then().statusCode(201);
    }

    /** Lets time pass, and looks at the calendar at once. */
    private void setClock(String instant) {
        MovableClock.set(Instant.parse(instant));
        calendar.tick();
        approvals.tick();
        sending.tick();
    }

    private void article(String title) {
        Api.push(slug, "https://example.org/" + UUID.randomUUID(), title, "ports");
    }
}
