package org.broadsheet.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.broadsheet.testsupport.Api;
import org.broadsheet.testsupport.Relay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** What editors do with drafts, and what the linter says of them. */
@QuarkusTest
class DraftFlowTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private String slug;

    @BeforeEach
    void create() {
        slug = Api.created();
        List.of("Harbours learn to wait", "Kilns are cold at night", "Ferries carry fewer lorries").forEach(this::article);
    }

    @Test
    void rolesSectionsAndPinsAreTheEditorsAndWhatIsDroppedCanBeTakenInAgain() {
        var draft = draft();
        List<String> ids = stories(draft);

        change(draft, Map.of("stories", List.of(Map.of("id", ids.get(2), "pinned", true), Map.of("id", ids.get(0), "role", "BRIEF", "section", "rail")))).statusCode(200)
                .body("stories.id", contains(ids.get(2), ids.get(0))).body("stories.role", contains("LEAD", "BRIEF")).body("stories.section", contains("ports", "rail"))
                .body("stories.pinned", contains(true, false));
        Api.operator().get("/api/v1/editions/" + draft + "/candidates").then().statusCode(200).body("items.id", contains(ids.get(1))).body("next", nullValue());

        change(draft, Map.of("stories", List.of(Map.of("id", ids.get(2)), Map.of("id", ids.get(1), "headline", "Kilns, again")))).statusCode(200)
                .body("stories.id", contains(ids.get(2), ids.get(1))).body("stories[1].headline", is("Kilns, again")).body("stories[0].pinned", is(true));
        change(draft, Map.of("stories", List.of(Map.of("id", ids.get(2), "section", "nowhere")))).statusCode(400).body("errors.field", hasItem("stories[0].section"));
        change(draft, Map.of("stories", List.of(Map.of("id", "999999999")))).statusCode(400);
    }

    @Test
    void pinnedStoriesKeepTheirPlacesWhenTheRestIsChosenAgain() {
        var draft = draft();
        List<String> ids = stories(draft);
        change(draft, Map.of("stories", List.of(Map.of("id", ids.get(0)), Map.of("id", ids.get(2), "pinned", true, "headline", "Pinned and written anew"), Map.of("id", ids.get(1))))).statusCode(200);
        IntStream.range(0, 4).forEach(number -> article("Late news of the evening, number " + number));

        Api.operator().post("/api/v1/editions/" + draft + "/refill").then().statusCode(200).body("stories", hasSize(7)).body("stories[1].id", is(ids.get(2)))
                .body("stories[1].headline", is("Pinned and written anew")).body("stories[1].pinned", is(true)).body("stories.role", hasItem("LEAD"))
                .body("stories.headline", hasItem(startsWith("Late news")));
    }

    @Test
    void theSecondOfTwoEditorsIsToldAndChangesNothing() {
        var draft = draft();
        int revision = Api.operator().get("/api/v1/editions/" + draft).then().extract().path("revision");
        change(draft, Map.of("revision", revision, "subject", "By the first")).statusCode(200).body("revision", is(revision + 1));

        change(draft, Map.of("revision", revision, "subject", "By the second")).statusCode(409).body("detail", containsString("Somebody else"));

        Api.operator().get("/api/v1/editions/" + draft).then().body("subject", is("By the first"));
    }

    @Test
    void aStoryOfAnotherEditionCannotBeTakenIn() {
        Api.reader(slug, "reader@example.net");
        var sent = Api.sendNow(slug);
        article("News for the second");
        var spent = stories(sent).getFirst();
        var draft = draft();
        change(draft, Map.of("stories", List.of(Map.of("id", spent)))).statusCode(400).body("detail", containsString("another edition"));
    }

    @Test
    void theLinterLooksAtEveryEditionAndItsCountsStayWithIt() {
        var draft = draft();
        Api.operator().get("/api/v1/editions/" + draft).then().body("lint.errors", is(0)).body("lint.problem", nullValue()).body("lint.at", notNullValue());
        Api.operator().get("/api/v1/editions/" + draft + "/lint").then().statusCode(200).body("errors", is(0)).body("bytes", greaterThan(1000));
        var broken = change(draft, Map.of("subject", "Fine", "stories", List.of(Map.of("id", stories(draft).getFirst(), "headline", "Dear {{first_name}}, harbours wait")))).statusCode(200)
                .extract().<Integer>path("lint.errors");
        assertThat(broken).isPositive();
        Api.operator().get("/api/v1/editions/" + draft + "/lint").then().statusCode(200).body("errors", is(broken)).body("findings[0].verdict", is("ERROR"))
                .body("findings[0].check", is("text-unresolved")).body("findings[0].place.line", greaterThan(0)).body("findings[0].remedy", not(is("")));
        Api.operator().get("/api/v1/editions/999999999/lint").then().statusCode(404);
    }

    @Test
    void errorsStopAnEditionWhereThePublisherWantsThatAndAnOperatorSendsItAllTheSame() throws IOException {
        var patch = new HashMap<String, Object>(Map.of("mail", Map.of("stopOnErrors", true), "approval", Map.of("minutesEarly", 30, "tell", List.of("editor@example.net"))));
        Api.operator().body(patch).patch("/api/v1/publications/" + slug).then().statusCode(200).body("mail.stopOnErrors", is(true));
        article("Dear {{first_name}}, harbours wait");
        Api.reader(slug, "reader@example.net");
        try (var relay = Relay.start()) {
            var held = Api.sendNow(slug);

            Api.operator().get("/api/v1/editions/" + held).then().body("status", is("DRAFT")).body("reason", startsWith("Held: the linter found")).body("lint.errors", greaterThan(0));
            assertThat(Relay.await(relay, "editor@example.net", 1).getFirst().header("Subject")).contains("waits");
            assertThat(Relay.to(relay, "reader@example.net")).isEmpty();

            Api.operator().post("/api/v1/editions/" + held + "/send").then().statusCode(202);
            Relay.await(relay, "reader@example.net", 1);
            await().atMost(SOON).until(() -> Api.status(held).equals("SENT"));
        }
    }

    @Test
    void withoutThatWishErrorsAreCountedAndTheEditionGoes() throws IOException {
        article("Dear {{first_name}}, harbours wait");
        Api.reader(slug, "reader@example.net");
        try (var relay = Relay.start()) {
            var edition = Api.sendNow(slug);
            Relay.await(relay, "reader@example.net", 1);
            Api.operator().get("/api/v1/editions/" + edition).then().body("lint.errors", greaterThan(0));
        }
    }

    @Test
    void aMailIsShownInLightInDarkWithoutPicturesAndAsText() {
        var draft = draft();
        assertThat(look(draft, "DARK").body(containsString("(min-width:0)")).body(not(containsString("prefers-color-scheme: dark"))).extract().header("Content-Security-Policy"))
                .startsWith("sandbox").contains("default-src 'none'");
        look(draft, "LIGHT").body(containsString("(max-width:0)"));
        look(draft, "BARE").header("Content-Security-Policy", containsString("img-src 'none'"));
        look(draft, "TEXT").contentType(containsString("text/plain")).body(containsString("Quay & Kiln"));
    }

    private static ValidatableResponse look(String edition, String view) {
        return given().header("Authorization", "Bearer " + Api.TOKEN).accept("text/html,*/*;q=0.8").get("/api/v1/editions/" + edition + "/preview?view=" + view).then().statusCode(200);
    }

    private static ValidatableResponse change(String draft, Map<String, Object> change) {
        return Api.operator().body(change).patch("/api/v1/editions/" + draft).then();
    }

    private static List<String> stories(String edition) {
        return Api.operator().get("/api/v1/editions/" + edition).then().extract().path("stories.id");
    }

    private String draft() {
        return Api.operator().body(Map.of("send", "DRAFT")).post("/api/v1/publications/" + slug + "/editions").then().statusCode(202).extract().path("id");
    }

    private void article(String title) {
        Api.push(slug, "https://example.org/" + UUID.randomUUID(), title, "ports");
    }
}
