package org.broadsheet.publication;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.broadsheet.testsupport.Api;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** The contract of the admin API (DESIGN, section 5): names, statuses, and a message for each field that is wrong. */
@QuarkusTest
class ContractTest {

    @Test
    void withoutTheTokenNobodyGetsIn() {
        given().get("/api/v1/publications").then().statusCode(401).contentType("application/problem+json").body("detail", containsString("Authorization"));
        given().header("Authorization", "Bearer wrong").get("/api/v1/publications").then().statusCode(401).body("detail", containsString("not the admin token"));
        given().header("Authorization", "Bearer wrong").body("{}").contentType("application/json").post("/api/v1/publications/x/editions").then().statusCode(401);
    }

    @Test
    void everyFieldOfAPublicationComesBack() {
        var slug = Api.created();

        Api.operator().get("/api/v1/publications/" + slug).then().statusCode(200).body("id", notNullValue()).body("name", is("Quay & Kiln 🚢"))
                .body("sender.replyTo", is("desk@quay.example")).body("contacts[1].phone", is("+32 2 555 01 48")).body("sections.slug", hasItems("rail", "ports"))
                .body("selection.maxStories", is(12)).body("selection.maxAge", is("PT48H")).body("schedule.clock", is("PUBLICATION"))
                .body("strapline", nullValue());
        Api.operator().body(Map.of("accentColor", "#aa0000", "schedule", Map.of("days", List.of("MON", "FRI"), "time", "06:30")))
                .patch("/api/v1/publications/" + slug).then().statusCode(200).body("accentColor", is("#aa0000")).body("schedule.days", equalTo(List.of("MON", "FRI")))
                .body("name", is("Quay & Kiln 🚢"));
    }

    @Test
    void aThemeIsChosenFromListsAndChangedInParts() {
        var slug = Api.created();
        var path = "/api/v1/publications/" + slug;
        Api.operator().get(path).then().body("theme.design", is("BROADSHEET")).body("theme.fonts", is("AUTO")).body("theme.density", is("COMFORTABLE"));
        Api.operator().body(Map.of("theme", Map.of("design", "MAGAZINE", "density", "COMPACT"))).patch(path).then().statusCode(200).body("theme.design", is("MAGAZINE"));
        Api.operator().body(Map.of("theme", Map.of("fonts", "HUMANIST"))).patch(path).then().statusCode(200).body("theme.design", is("MAGAZINE"))
                .body("theme.fonts", is("HUMANIST")).body("theme.density", is("COMPACT"));
        Api.operator().body(Map.of("theme", Map.of("design", "POSTER"))).patch(path).then().statusCode(400).body("detail", containsString("BROADSHEET"));
        Api.operator().body("{\"theme\":null}").patch(path).then().statusCode(200).body("theme.design", is("BROADSHEET"));
    }

    @Test
    void everyFieldThatIsWrongIsNamed() {
        var body = Api.publication("Not A Slug");
        body.put("timeZone", "Mars/Olympus");
        body.put("accentColor", "red");
        body.put("name", "Two\r\nBcc: lines@example.org");
        body.put("contacts", List.of(Map.of("label", "Office", "phone", "call me")));
        body.put("schedule", Map.of("days", List.of("MON"), "time", "25:00"));

        Api.operator().body(body).post("/api/v1/publications").then().statusCode(400).contentType("application/problem+json")
                .body("errors.field", hasItems("slug", "timeZone", "accentColor", "name", "contacts[0].phone", "schedule.time"));
    }

    @Test
    void whatDoesNotBelongIsRefusedByName() {
        var body = Api.publication(Api.freshSlug());
        body.put("colour", "#aa0000");
        Api.operator().body(body).post("/api/v1/publications").then().statusCode(400).body("errors[0].field", is("colour"));
        Api.operator().body("{\"slug\":").post("/api/v1/publications").then().statusCode(400);
        Api.operator().body(Api.publication("admin")).post("/api/v1/publications").then().statusCode(400);
        Api.operator().body(Map.of("schedule", Map.of("days", List.of("MONDAY"), "time", "07:00"))).patch("/api/v1/publications/" + Api.created()).then()
                .statusCode(400).body("detail", containsString("MON, TUE"));
        given().header("Authorization", "Bearer " + Api.TOKEN).contentType("text/plain").body("x").post("/api/v1/publications").then().statusCode(415);
    }

    @Test
    void theSameSlugTwiceIsAConflictAndAnUnknownOneIsNotFound() {
        var slug = Api.created();
        Api.operator().body(Api.publication(slug)).post("/api/v1/publications").then().statusCode(409);
        Api.operator().get("/api/v1/publications/no-such-paper").then().statusCode(404).body("detail", containsString("no-such-paper"));
        Api.operator().get("/api/v1/editions/999999999").then().statusCode(404);
        Api.operator().get("/api/v1/editions/none").then().statusCode(404);
        Api.operator().get("/api/v1/publications?limit=501").then().statusCode(400).body("errors[0].field", is("limit"));
    }

    @Test
    void listsComeInPages() {
        var slug = Api.created();
        for (var number = 0; number < 3; number++) {
            Api.push(slug, "https://example.org/" + UUID.randomUUID(), "Title number " + number + " of a small series", "rail");
        }
        var next = Api.operator().get("/api/v1/publications/" + slug + "/articles?limit=2").then().body("items", hasSize(2)).body("items[0].title",
                containsString("number 2")).extract().<String>path("next");
        Api.operator().get("/api/v1/publications/" + slug + "/articles?limit=2&after=" + next).then().body("items", hasSize(1)).body("next", nullValue());
    }

    @Test
    void aKnownArticleIsUpdatedAndABrokenOneRefused() {
        var slug = Api.created();
        var url = "https://example.org/" + UUID.randomUUID();
        Api.push(slug, url, "First title of the article", "rail");
        Api.operator().body(Map.of("url", url + "?utm_source=x", "title", "Second title of the article")).post("/api/v1/publications/" + slug + "/articles").then()
                .statusCode(200).body("title", is("Second title of the article"));
        Api.operator().body(Map.of("url", "file:///etc/passwd", "title", "x")).post("/api/v1/publications/" + slug + "/articles").then().statusCode(400)
                .body("errors[0].field", is("url"));
        Api.operator().body(Map.of("url", url, "title", "x", "section", "nix")).post("/api/v1/publications/" + slug + "/articles").then().statusCode(400)
                .body("errors[0].field", is("section"));
    }

    @Test
    void theSameIdempotencyKeyDoesTheThingOnce() {
        var slug = Api.freshSlug();
        var key = UUID.randomUUID().toString();
        var first = Api.operator().header("Idempotency-Key", key).body(Api.publication(slug)).post("/api/v1/publications").then().statusCode(201).extract().<String>path("id");
        Api.operator().header("Idempotency-Key", key).body(Api.publication(slug)).post("/api/v1/publications").then().statusCode(201).body("id", is(first));
        Api.operator().header("Idempotency-Key", key).body(Api.publication(slug + "-b")).post("/api/v1/publications").then().statusCode(409);
    }

    @Test
    void anImportCountsEveryRowAndSaysWhyOneIsRefused() {
        var slug = Api.created();
        var csv = """
                email,name,confirmed,consentAt,consentWording,consentHow,sections
                ok@example.net,Ö,true,2026-01-31T09:30:00Z,yes,paper,rail;ports
                nobody,,true,2026-01-31T09:30:00Z,yes,paper,
                noconsent@example.net,,true,,,,
                section@example.net,,true,2026-01-31T09:30:00Z,yes,paper,nix
                ok@example.net,O,true,2026-01-31T09:30:00Z,yes,paper,
                """;
        given().header("Authorization", "Bearer " + Api.TOKEN).contentType("text/csv").queryParam("dryRun", true).body(csv)
                .post("/api/v1/publications/" + slug + "/subscribers").then().statusCode(200).body("added", is(1)).body("refused", is(3));
        Api.operator().get("/api/v1/publications/" + slug + "/subscribers").then().body("items", hasSize(0));
        given().header("Authorization", "Bearer " + Api.TOKEN).contentType("text/csv").body(csv).post("/api/v1/publications/" + slug + "/subscribers").then()
                .statusCode(200).body("added", is(1)).body("updated", is(1)).body("refused", is(3)).body("problems.line", equalTo(List.of(3, 4, 5)))
                .body("problems.reason", hasItem(containsString("consent")));
        given().header("Authorization", "Bearer " + Api.TOKEN).contentType("text/csv").body("name\nx\n").post("/api/v1/publications/" + slug + "/subscribers").then()
                .statusCode(400).body("detail", containsString("email"));
    }

    @Test
    void theAddressOfEveryReaderIsErasedOnRequest() {
        var slug = Api.created();
        Api.reader(slug, "erase-me@example.net");
        var id = Api.operator().get("/api/v1/publications/" + slug + "/subscribers").then().body("items[0].email", is("erase-me@example.net")).extract().<String>path("items[0].id");
        Api.operator().delete("/api/v1/subscribers/" + id).then().statusCode(204);
        Api.operator().get("/api/v1/subscribers/" + id).then().statusCode(404);
    }

    @Test
    void theOperatorsDeskOpensWithTheTokenAlone() {
        given().get("/admin").then().statusCode(200).body(containsString("Admin token"));
        given().formParam("token", "wrong").post("/admin/login").then().statusCode(401);
        given().header("Sec-Fetch-Site", "cross-site").formParam("token", Api.TOKEN).post("/admin/login").then().statusCode(409);
        var cookie = given().redirects().follow(false).formParam("token", Api.TOKEN).post("/admin/login").then().statusCode(303).extract().cookie("broadsheet-admin");
        given().cookie("broadsheet-admin", cookie).get("/admin").then().statusCode(200).body(containsString("Put together and send now"));
        given().cookie("broadsheet-admin", cookie + "x").get("/admin").then().statusCode(200).body(containsString("Admin token"));
        given().cookie("broadsheet-admin", cookie).get("/api/v1/publications").then().statusCode(200);
        given().cookie("broadsheet-admin", cookie).contentType("application/json").body("{}").post("/api/v1/publications").then().statusCode(401);
    }
}
