package org.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.broadsheet.testsupport.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Lists of sources that come and go. */
@QuarkusTest
class OpmlTest {

    private String slug;

    @BeforeEach
    void create() {
        slug = Api.created();
    }

    @Test
    void foldersBecomeSectionsAndEachOutlineIsAccountedFor() {
        send("text/x-opml", """
                <opml version="2.0"><body>
                <outline text="RAIL"><outline text="By slug" xmlUrl="https://a.example/feed"/></outline>
                <outline text="Trade"><outline text="Ports"><outline text="By name" xmlUrl="https://b.example/feed"/></outline>
                <outline text="Neither" xmlUrl="https://c.example/feed"/></outline>
                <outline text="Again" xmlUrl="https://a.example/feed"/>
                <outline text="Inside" xmlUrl="ftp://d.example/feed"/>
                <outline text="Locked" xmlUrl="https://ada:secret@e.example/feed"/>
                </body></opml>""").statusCode(200).body("added", is(3)).body("updated", is(0)).body("unchanged", is(1)).body("refused", is(2))
                .body("problems.line", contains(5, 6, 7)).body("problems[0].reason", is("\"Again\" has the same address as line 2"))
                .body("problems[1].reason", startsWith("\"Inside\" is refused: url: ")).body("problems.reason.join()", org.hamcrest.Matchers.not(containsString("secret")))
                .body("categories.name", contains("Trade")).body("categories.sources", contains(1));
        Api.operator().get("/api/v1/publications/" + slug + "/sources").then().body("items.url", contains("https://a.example/feed", "https://b.example/feed",
                "https://c.example/feed")).body("items.section", contains("rail", "ports", null)).body("items[0].title", is("By slug"));
        send("application/xml", "<opml><body><outline text='By slug' xmlUrl='https://a.example/feed'/></body></opml>").body("unchanged", is(1)).body("added", is(0));
    }

    @Test
    void aListThatGoesOutComesBackWhole() {
        Api.operator().body(Map.of("url", "https://a.example/feed?a=1&b=2", "section", "ports", "kind", "FEED", "priority", -3, "pages", "NEVER",
                "rights", Map.of("text", "FULL", "pictures", "NONE"), "rules", List.of(Map.of("action", "DROP", "field", "TITLE", "matches", "<ad> \"sponsored\" & co")),
                "access", Map.of("user", "desk", "password", "hush-hush"))).post("/api/v1/publications/" + slug + "/sources").then().statusCode(201);
        Api.operator().body(Map.of("url", "https://b.example/")).post("/api/v1/publications/" + slug + "/sources").then().statusCode(201);
        var list = Api.operator().accept("text/x-opml").get("/api/v1/publications/" + slug + "/sources").then().statusCode(200)
                .contentType(startsWith("text/x-opml")).extract().asString();
        assertThat(list).contains("<outline text=\"Ports\">").doesNotContain("hush", "desk");
        assertThat(Api.operator().accept("*/*").get("/api/v1/publications/" + slug + "/sources.opml").then().statusCode(200).extract().asString()).isEqualTo(list);

        var other = Api.created();
        var back = "/api/v1/publications/" + other + "/sources";
        Api.operator().contentType("text/xml; charset=UTF-8").body(list).post(back).then().statusCode(200).body("added", is(2)).body("problems", hasSize(0));
        Api.operator().get(back).then().body("items.url", containsInAnyOrder("https://a.example/feed?a=1&b=2", "https://b.example/"));
        var first = Api.operator().get(back).then().extract().jsonPath();
        var place = first.getList("items.url").indexOf("https://a.example/feed?a=1&b=2");
        Api.operator().get(back).then().rootPath("items[" + place + "]").body("section", is("ports")).body("kind", is("FEED")).body("priority", is(-3))
                .body("pages", is("NEVER")).body("rights.text", is("FULL")).body("rights.pictures", is("NONE"))
                .body("rules[0].matches", is("<ad> \"sponsored\" & co")).body("access", nullValue());
        Api.operator().contentType("text/xml").body(list).post(back).then().body("unchanged", is(2));
        Api.operator().contentType("text/xml").body(list.replace("priority=\"-3\"", "priority=\"4\"")).post(back).then().body("updated", is(1)).body("unchanged", is(1));
        Api.operator().contentType("text/xml").body(list.replace("priority=\"-3\"", "priority=\"99\"").replace(":section=\"ports\"", ":section=\"nowhere\"")).post(back).then()
                .body("refused", is(1)).body("problems[0].reason", containsString("priority"));
        Api.operator().contentType("text/xml").body(list.replace("priority=\"-3\"", "priority=\"9\"").replace(":section=\"ports\"", ":section=\"nowhere\"")).post(back).then()
                .body("refused", is(1)).body("problems[0].reason", containsString("section"));
        Api.operator().get(back).then().body("items[" + place + "].priority", is(4));
    }

    @Test
    void manySourcesAreNotAllReadInTheSameSecond() {
        var list = new StringBuilder("<opml><body>");
        for (var number = 0; number < 60; number++) {
            list.append("<outline text='n' xmlUrl='https://h").append(number / 2).append(".example/").append(number).append("'/>\n");
        }
        send("text/x-opml", list.toString()).body("added", is(60));
        List<String> tries = Api.operator().get("/api/v1/publications/" + slug + "/sources?limit=100").then().extract().path("items.nextTry");
        var perSecond = new java.util.TreeMap<Long, Integer>();
        tries.forEach(at -> perSecond.merge(Instant.parse(at).getEpochSecond(), 1, Integer::sum));
        assertThat(perSecond.values()).allMatch(count -> count <= 8);
        assertThat(java.time.Duration.between(Instant.parse(tries.get(0)), Instant.parse(tries.get(1)))).isEqualTo(java.time.Duration.ofSeconds(5));
    }

    @Test
    void limitsAreNamed() {
        var outline = "<outline xmlUrl='https://h.example/%d'/>\n";
        var list = new StringBuilder("<opml><body>");
        for (var number = 0; number < 5002; number++) {
            list.append(number < 5000 ? "<outline type='rss'/>\n" : outline.formatted(number));
        }
        send("text/x-opml", list.toString()).statusCode(200).body("added", is(0)).body("refused", is(5002))
                .body("problems.reason[-1]", is("The list has more than 5000 outlines; the 2 from here on are left out"));
        send("text/x-opml", "<opml>" + " ".repeat(2_000_000)).statusCode(413);
        send("text/x-opml", "what").statusCode(400).body("errors[0].field", is("body"));
        Api.operator().contentType("application/octet-stream").body("<opml><body><outline xmlUrl='https://x.example/'/></body></opml>".getBytes())
                .post("/api/v1/publications/" + slug + "/sources/opml").then().statusCode(200).body("added", is(1));
        Api.operator().contentType("text/x-opml").body("<opml/>").post("/api/v1/publications/nobody-here/sources").then().statusCode(404);
        io.restassured.RestAssured.given().contentType("text/x-opml").body("<opml/>").post("/api/v1/publications/" + slug + "/sources").then().statusCode(401);
        io.restassured.RestAssured.given().header("Authorization", "Bearer " + Api.TOKEN).get("/api/v1/publications/" + slug + "/sources").then()
                .contentType("application/json");
    }

    @Test
    void theSameKeyImportsOnce() {
        var key = java.util.UUID.randomUUID().toString();
        var body = "<opml><body><outline xmlUrl='https://once.example/'/></body></opml>";
        for (var round = 0; round < 2; round++) {
            Api.operator().header("Idempotency-Key", key).contentType("text/x-opml").body(body).post("/api/v1/publications/" + slug + "/sources").then()
                    .statusCode(200).body("added", is(1));
        }
    }

    private ValidatableResponse send(String type, String list) {
        return Api.operator().contentType(type).body(list.getBytes(java.nio.charset.StandardCharsets.UTF_8)).post("/api/v1/publications/" + slug + "/sources").then();
    }
}
