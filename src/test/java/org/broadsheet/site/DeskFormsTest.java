package org.broadsheet.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.broadsheet.testsupport.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** What the desk's forms take, and from whom (F15). */
@QuarkusTest
class DeskFormsTest {

    @Inject
    DataSource database;

    private String slug;
    private String session;
    private String draft;
    private List<String> stories;

    @BeforeEach
    void open() {
        slug = Api.created();
        Api.push(slug, "https://example.org/" + slug + "/1", "Harbours learn to wait", "ports");
        Api.push(slug, "https://example.org/" + slug + "/2", "Kilns are cold at night", "rail");
        session = given().redirects().follow(false).formParam("token", Api.TOKEN).post("/admin/login").then().statusCode(303).extract().cookie("broadsheet-admin");
        draft = Api.operator().body(Map.of("send", "DRAFT")).post("/api/v1/publications/" + slug + "/editions").then().statusCode(202).extract().path("id");
        stories = Api.operator().get("/api/v1/editions/" + draft).then().extract().path("stories.id");
    }

    @Test
    void noFormIsTakenFromAnotherSiteOrWithoutASession() {
        var edition = "/admin/editions/" + draft;
        var story = "/admin/stories/" + stories.getFirst();
        for (var path : List.of(edition + "/draft", edition + "/test", edition + "/send", edition + "/approve", edition + "/cancel", story + "/correct", story + "/withdraw", story + "/restore")) {
            for (var site : List.of("cross-site", "same-site")) {
                desk().header("Sec-Fetch-Site", site).formParam("text", "x").formParam("reason", "x").formParam("to", "a@example.net").post(path).then().statusCode(409).body(containsString("another site"));
            }
            desk().header("Origin", "https://evil.example").formParam("reason", "x").post(path).then().statusCode(409);
            given().formParam("reason", "x").formParam("text", "x").post(path).then().statusCode(409).body(containsString("session is over"));
        }
        given().redirects().follow(false).get(edition).then().statusCode(303);
        Api.operator().get("/api/v1/editions/" + draft).then().body("status", is("DRAFT")).body("stories", hasSize(2));
    }

    @Test
    void theLongestNoteInAnyScriptIsTaken() {
        var note = "水は静か。\n\n".repeat(700);
        form().formParam("note", note).post("/admin/editions/" + draft + "/draft").then().statusCode(303);
        assertThat(Api.operator().get("/api/v1/editions/" + draft).then().extract().<String>path("blocks[0].text")).hasSize(note.strip().length());
    }

    @Test
    void aButtonThatNobodyMadeChangesNothing() {
        for (var pressed : List.of("up:a b", "up:%", "drop:", "nonsense", ":", "down:\"><script>", "lead:999")) {
            form().formParam("do", pressed).post("/admin/editions/" + draft + "/draft").then().statusCode(303);
        }
        form().formParam("do", "add:a b").post("/admin/editions/" + draft + "/draft").then().statusCode(400);
        Api.operator().get("/api/v1/editions/" + draft).then().body("stories.id", is(stories));
    }

    @Test
    void oddIdsAreUnknownAndNoErrorOfOurs() {
        for (var id : List.of("0", "-1", "a", "9".repeat(30), "1%00", "999999999999")) {
            desk().urlEncodingEnabled(false).get("/admin/editions/" + id).then().statusCode(404);
            desk().urlEncodingEnabled(false).formParam("reason", "x").post("/admin/stories/" + id + "/withdraw").then().statusCode(404);
            Api.operator().urlEncodingEnabled(false).get("/api/v1/stories/" + id).then().statusCode(404);
            Api.operator().urlEncodingEnabled(false).get("/api/v1/blocks/" + id).then().statusCode(404);
            Api.operator().urlEncodingEnabled(false).accept("text/html").get("/api/v1/editions/" + id + "/preview?view=DARK").then().statusCode(404);
        }
        Api.operator().accept("text/html").get("/api/v1/editions/" + draft + "/preview?view=NONSENSE").then().statusCode(404);
        desk().post("/admin/editions/" + draft + "/nonsense").then().statusCode(404);
    }

    @Test
    void twoIdsOfOneStoryAreOneStory() throws SQLException {
        run("update story set joined_id = " + stories.get(0) + " where id = " + stories.get(1));
        Api.operator().body(Map.of("stories", List.of(Map.of("id", stories.get(0)), Map.of("id", stories.get(1))))).patch("/api/v1/editions/" + draft).then().statusCode(400)
                .body("detail", containsString("twice"));
    }

    @Test
    void aTestThatIsSentStandsInTheAuditLog() throws SQLException {
        desk().redirects().follow(false).formParam("to", "editor@example.net").post("/admin/editions/" + draft + "/test");
        try (var connection = database.getConnection(); var select = connection.prepareStatement("select detail from audit_entry where action = 'send test of edition' and target = ?")) {
            select.setString(1, draft);
            try (var row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("1 addresses");
            }
        }
    }

    @Test
    void aLeadThatWasPutRightManyTimesIsStillNotClipped() {
        for (var number = 1; number <= 20; number++) {
            Api.operator().body(Map.of("text", "誤り。".repeat(330) + number)).post("/api/v1/stories/" + stories.getFirst() + "/corrections").then().statusCode(201);
        }
        Api.operator().body(Map.of("text", "One too many")).post("/api/v1/stories/" + stories.getFirst() + "/corrections").then().statusCode(409);
        var html = given().header("Authorization", "Bearer " + Api.TOKEN).accept("text/html").get("/api/v1/editions/" + draft + "/preview").then().statusCode(200).extract().asString();
        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(100_000);
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private RequestSpecification form() {
        int revision = Api.operator().get("/api/v1/editions/" + draft).then().extract().path("revision");
        var form = desk().redirects().follow(false).contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("revision", revision).formParam("subject", "A subject");
        for (var story : stories) {
            form.formParam("story", story).formParam("headline-" + story, "Headline of " + story);
        }
        return form;
    }

    private RequestSpecification desk() {
        return given().cookie("broadsheet-admin", session);
    }
}
