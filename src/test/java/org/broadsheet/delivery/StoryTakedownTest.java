package org.broadsheet.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.broadsheet.testsupport.Api;
import org.broadsheet.testsupport.Mime;
import org.broadsheet.testsupport.Press;
import org.broadsheet.testsupport.Relay;
import org.broadsheet.testsupport.ScriptedSmtpServer;
import org.broadsheet.testsupport.SmtpAct;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** What becomes of a story after readers have seen it: put right, or withdrawn. */
@QuarkusTest
class StoryTakedownTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final SmtpAct NOT_NOW = SmtpAct.reply("450 4.7.1 Greylisted, come back");
    private static final SmtpAct NOW = SmtpAct.reply("250 2.1.5 OK");

    private ScriptedSmtpServer relay;
    private Press press;
    private String slug;

    @BeforeEach
    void open() throws IOException {
        relay = Relay.start();
        press = new Press();
        slug = Api.created();
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        press.close();
    }

    @Test
    void aStoryThatIsWithdrawnWhileAnEditionIsBeingSentIsInNoCopyThatGoesAfterwards() {
        article("Harbours learn to wait");
        article("Kilns are cold at night");
        var edition = sendToEarlyAndLate();
        assertThat(Mime.html(Relay.await(relay, "early@example.net", 1).getFirst())).contains("Kilns are cold at night").contains("Harbours learn to wait");
        var lead = story(edition, 0);

        withdraw(lead.id());
        relay.whenRecipient("late@example.net", NOW);

        var late = Relay.await(relay, "late@example.net", 1).getFirst();
        for (var part : List.of(Mime.html(late), Mime.text(late), late.header("Subject"))) {
            assertThat(part).doesNotContain(lead.headline());
        }
        assertThat(Mime.html(late)).contains(story(edition, 0).headline());
        await().atMost(SOON).until(() -> Api.status(edition).equals("SENT"));
    }

    @Test
    void anEditionWhoseOnlyStoryIsWithdrawnEndsWithTheReason() {
        article("Harbours learn to wait alone");
        var edition = sendToEarlyAndLate();
        Relay.await(relay, "early@example.net", 1);
        Api.operator().post("/api/v1/editions/" + edition + "/pause").then().statusCode(200);

        withdraw(story(edition, 0).id());

        Api.operator().get("/api/v1/editions/" + edition).then().body("status", is("CANCELLED")).body("reason", is("Its only story was withdrawn")).body("stories", hasSize(0))
                .body("subject", is(""));
        await().atMost(SOON).until(() -> Api.count(edition, "suppressed") == 1);
        given().get("/" + slug + "/editions/1").then().statusCode(404);
    }

    @Test
    void aWithdrawnStoryIsGoneFromItsPageTheArchiveTheFeedsAndThePicturesAndDoesNotComeBack() throws IOException {
        press.picture("/quay.jpg", 1411, 913); // of no other article in the whole run: those would keep it
        var feed = """
                <?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title><link>%s</link><item><title>Ships are told to anchor</title><link>%s</link><guid>one</guid>
                <description>The pilots refuse to board at night, and say so in a long letter to the port.</description><enclosure url="%s" type="image/jpeg" length="1"/></item></channel></rss>"""
                .formatted(press.url("/"), press.url("/ships"), press.url("/quay.jpg"));
        press.publish("/feed", "application/rss+xml", feed);
        var source = Api.source(slug, Map.of("url", press.url("/feed"), "section", "ports"));
        Api.refresh(source);
        article("Kilns are cold at night");
        var edition = Api.sendNow(slug);
        await().atMost(SOON).until(() -> Api.status(edition).equals("SENT"));
        var wire = Api.articles(slug).extract().jsonPath();
        var id = wire.<String>get("items.find { it.title.startsWith('Ships') }.story");
        var picture = URI.create(wire.<String>get("items.find { it.title.startsWith('Ships') }.picture.url")).getPath();
        given().get(picture).then().statusCode(200);
        given().get("/" + slug + "/stories/" + id).then().statusCode(200).body(containsString("Ships are told to anchor"));

        Api.operator().body(Map.of("reason", "It named the wrong port.")).post("/api/v1/stories/" + id + "/withdraw").then().statusCode(200).body("status", is("WITHDRAWN"))
                .body("withdrawnAt", notNullValue()).body("editions.number", contains(1));

        given().get("/" + slug + "/stories/" + id).then().statusCode(410).body(containsString("This story was withdrawn")).body(containsString("It named the wrong port."))
                .body(not(containsString("Ships are told"))).body(not(containsString("pilots")));
        for (var page : List.of("", "/editions/1", "/feed.atom", "/feed.rss", "/feed.json", "/subscribe")) {
            given().get("/" + slug + page).then().statusCode(200).body(not(containsString("Ships are told"))).body(not(containsString("pilots")));
        }
        given().get(picture).then().statusCode(404);
        press.publish("/feed", "application/rss+xml", feed.replace("at night", "by day"));
        Api.refresh(source);
        Api.articles(slug).body("items.find { it.title.startsWith('Ships') }.picture", nullValue());
        given().get("/" + slug + "/stories/" + id).then().statusCode(410);
        Api.operator().body(Map.of("send", "NOW", "kind", "SPECIAL", "stories", List.of(id))).post("/api/v1/publications/" + slug + "/editions").then().statusCode(400);
        Api.operator().body(Map.of("send", "DRAFT")).post("/api/v1/publications/" + slug + "/editions").then().statusCode(202).body("status", is("SKIPPED"));
        Api.operator().body(Map.of("reason", "again")).post("/api/v1/stories/" + id + "/withdraw").then().statusCode(409);

        Api.operator().delete("/api/v1/stories/" + id + "/withdraw").then().statusCode(200).body("status", is("STANDING")).body("reason", nullValue());
        given().get("/" + slug + "/stories/" + id).then().statusCode(200);
        given().get("/" + slug + "/editions/1").then().statusCode(200).body(containsString("Ships are told to anchor"));
    }

    @Test
    void aStoryThatIsWithdrawnLeavesDraftsToo() {
        article("Harbours learn to wait in a draft");
        article("Kilns are cold in a draft");
        var draft = Api.operator().body(Map.of("send", "DRAFT")).post("/api/v1/publications/" + slug + "/editions").then().statusCode(202).extract().<String>path("id");
        var lead = story(draft, 0);

        withdraw(lead.id());

        Api.operator().get("/api/v1/editions/" + draft).then().body("stories", hasSize(1)).body("stories[0].role", is("LEAD")).body("subject", not(containsString(lead.headline())));
        Api.operator().get("/api/v1/editions/" + draft + "/candidates").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void aCorrectionIsSaidWithItsDateInCopiesNotYetSentOnTheWebAndInFeeds() {
        article("Harbours learn to wait for nine hours");
        var edition = sendToEarlyAndLate();
        Relay.await(relay, "early@example.net", 1);
        var id = story(edition, 0).id();
        var updated = atomUpdated();

        Api.operator().body(Map.of("text", "An earlier version said nine hours; it is six.", "headline", "Harbours learn to wait for six hours",
                "bodyHtml", "<p>Six hours, says the port.</p><script>alert(1)</script>")).post("/api/v1/stories/" + id + "/corrections").then().statusCode(201)
                .header("Location", containsString("/api/v1/stories/" + id)).body("corrections", hasSize(1)).body("corrections[0].at", notNullValue());
        relay.whenRecipient("late@example.net", NOW);

        var late = Relay.await(relay, "late@example.net", 1).getFirst();
        assertThat(late.header("Subject")).isEqualTo("Harbours learn to wait for six hours");
        for (var part : List.of(Mime.html(late), Mime.text(late))) {
            assertThat(part).contains("for six hours").doesNotContain("for nine hours").doesNotContain("they lose at sea");
        }
        assertThat(Mime.html(late)).contains("Corrected on ").contains("it is six.");
        for (var page : List.of("/stories/" + id, "/editions/1", "/feed.atom", "/feed.rss", "/feed.json")) {
            given().get("/" + slug + page).then().statusCode(200).body(containsString("Corrected on ")).body(containsString("it is six.")).body(not(containsString("for nine hours")));
        }
        given().get("/" + slug + "/stories/" + id).then().body(containsString("Six hours, says the port.")).body(not(containsString("alert(1)")));
        assertThat(atomUpdated()).isGreaterThanOrEqualTo(updated);
        Api.operator().get("/api/v1/stories/" + id + "/corrections").then().statusCode(200).body("items.text", hasItem(containsString("it is six")));
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        Api.operator().body(Map.of("text", "x")).post("/api/v1/stories/999999999/corrections").then().statusCode(404);
        article("Harbours refuse");
        var id = Api.articles(slug).extract().<String>path("items[0].story");
        Api.operator().body(Map.of("text", " ")).post("/api/v1/stories/" + id + "/corrections").then().statusCode(400).body("errors.field", hasItem("text"));
        Api.operator().body(Map.of()).post("/api/v1/stories/" + id + "/withdraw").then().statusCode(400).body("errors.field", hasItem("reason"));
        Api.operator().delete("/api/v1/stories/" + id + "/withdraw").then().statusCode(409);
        given().contentType("application/json").body(Map.of("reason", "x")).post("/api/v1/stories/" + id + "/withdraw").then().statusCode(401);
    }

    /** One has his copy, the other is still to get his. */
    private String sendToEarlyAndLate() {
        relay.whenRecipient("late@example.net", NOT_NOW);
        Api.reader(slug, "early@example.net");
        Api.reader(slug, "late@example.net");
        return Api.sendNow(slug);
    }

    private record Held(String id, String headline) {
    }

    private static Held story(String edition, int place) {
        var story = Api.operator().get("/api/v1/editions/" + edition).then().extract().<HashMap<String, Object>>path("stories[" + place + "]");
        return new Held((String) story.get("id"), (String) story.get("headline"));
    }

    private static void withdraw(String story) {
        Api.operator().body(Map.of("reason", "It was not true.")).post("/api/v1/stories/" + story + "/withdraw").then().statusCode(200);
    }

    private String atomUpdated() {
        return given().get("/" + slug + "/feed.atom").then().statusCode(200).extract().xmlPath().getString("feed.entry[0].updated");
    }

    private void article(String title) {
        Api.push(slug, "https://example.org/" + UUID.randomUUID(), title, "ports");
    }
}
