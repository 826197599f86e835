package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;

import org.broadsheet.testsupport.Api;
import org.broadsheet.testsupport.MovableClock;
import org.broadsheet.testsupport.Press;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Sources that are no feeds, from the operator's side. */
@QuarkusTest
class PageSourcesTest {

    private static final String LIST = """
            <html><head><title>Harbour</title></head><body><main>
            <article><h2><a href='/2026/03/02/ferries-return-to-the-estuary'>Ferries return to the estuary</a></h2><p>Two boats will cross every half hour from the first of May.</p></article>
            <article><h2><a href='/2026/03/01/council-rejects-the-tower'>Council rejects the tower at the gasworks</a></h2></article>
            <article><h2><a href='/2026/03/01/mayor-will-not-stand'>Mayor says that she will not stand again</a></h2></article></main></body></html>""";

    private static final String NEWS = """
            {"data": {"list": [{"id": 17, "headline": "Ferries return to the estuary", "url": "/news/17", "publishedAt": "2026-03-02T08:00:00Z"},
            {"id": 18, "headline": "Council rejects the tower", "url": "/news/18", "publishedAt": "2026-03-01T08:00:00Z"},
            {"id": 19, "headline": "Mayor will not stand again", "url": "/news/19", "publishedAt": "2026-03-01T07:00:00Z"}]}}""";

    private Press press;
    private String slug;

    @BeforeEach
    void open() throws IOException {
        press = new Press();
        slug = Api.created();
        MovableClock.set(Instant.parse("2026-03-02T12:00:00Z"));
    }

    @AfterEach
    void close() {
        MovableClock.reset();
        press.close();
    }

    @Test
    void anyAddressIsEnoughAndWhatWasFoundThereIsShown() {
        press.publish("/", "text/html", "<html><head><link rel='alternate' type='application/rss+xml' href='/feed.xml'></head></html>")
                .publish("/feed.xml", "text/xml", "<rss version='2.0'><channel><title>Found</title><item><title>News</title><link>https://example.org/news</link></item></channel></rss>");
        var source = Api.source(slug, Map.of("url", press.url("/")));
        Api.refresh(source).body("status", is("OK")).body("new", is(1));
        shown(source).body("kind", is("AUTO")).body("found.kind", is("FEED")).body("found.url", is(press.url("/feed.xml"))).body("title", is("Found"));
        Api.refresh(source).body("status", is("NOT_MODIFIED"));
        assertThat(press.asked("/")).hasSize(1);
    }

    @Test
    void aPageIsASourceOfArticles() {
        press.publish("/", "text/html", LIST);
        var source = Api.source(slug, Map.of("url", press.url("/"), "kind", "PAGE"));
        Api.refresh(source).body("status", is("OK")).body("new", is(3));
        Api.articles(slug).body("items", hasSize(3)).body("items.title", hasItem("Ferries return to the estuary")).body("items.standfirst", hasItem(containsString("Two boats will cross")));
        shown(source).body("found", nullValue()).body("selectors", nullValue());
        Api.refresh(source).body("status", is("NOT_MODIFIED"));
    }

    @Test
    void theDayOfAnAddressGivesWayToTheTimeThatThePageSays() {
        var page = "<html><head><meta property='article:published_time' content='%s'></head><body><article><h1>News</h1><p>" + "Two boats will cross every half hour from the first of May. ".repeat(12)
                + "</p></article></body></html>";
        press.publish("/", "text/html", LIST).publish("/2026/03/02/ferries-return-to-the-estuary", "text/html", page.formatted("2026-03-02T09:15:00Z"))
                .publish("/2026/03/01/council-rejects-the-tower", "text/html", page.formatted("2026-01-20T09:15:00Z"));
        Api.refresh(Api.source(slug, Map.of("url", press.url("/"), "kind", "PAGE")));
        Api.articles(slug).body("items.find { it.url.endsWith('estuary') }.publishedAt", is("2026-03-02T09:15:00Z"))
                .body("items.find { it.url.endsWith('tower') }.publishedAt", is("2026-03-01T00:00:00Z"));
    }

    @Test
    void selectorsAreKeptAndShownAndUsed() {
        press.publish("/", "text/html", LIST);
        var source = Api.source(slug, Map.of("url", press.url("/"), "kind", "PAGE", "selectors", Map.of("item", "article:first-of-type", "title", "h2 a")));
        Api.refresh(source).body("new", is(1));
        shown(source).body("selectors.item", is("article:first-of-type")).body("selectors.date", nullValue());
        Api.operator().body("{\"selectors\": {\"item\": \"li.none\"}}").patch("/api/v1/sources/" + source).then().statusCode(200);
        Api.refresh(source).body("status", is("FAILED")).body("problems[0].message", is("The selector for items, li.none, fits nothing on the page"));
        Api.operator().body("{\"selectors\": null}").patch("/api/v1/sources/" + source).then().statusCode(200).body("selectors", nullValue());
    }

    @Test
    void aSelectorThatCannotBeReadIsRefusedByItsField() {
        refused(Map.of("item", "li", "date", "div[")).body("errors[0].field", is("selectors.date"));
        refused(Map.of("title", "h2")).body("errors[0].field", is("selectors.item"));
        refused(Map.of("item", "$.a[?@.b]", "syntax", "JSONPATH")).body("errors[0].field", is("selectors.item"));
        refused(Map.of("item", "//a", "title", "doc('x')", "syntax", "XPATH")).body("errors[0].field", is("selectors.title"));
        refused(Map.of("item", "li", "script", "script")).body("errors[0].field", is("selectors.script"));
        refused(Map.of("item", "li", "syntax", "REGEX"));
        refused(Map.of("item", "li", "path", "x"));
        refused(Map.of("item", "x".repeat(301))).body("errors[0].field", is("selectors.item"));
    }

    @Test
    void aListInJsonIsReadWithoutSettingsByAnyKind() {
        press.publish("/api", "application/json", NEWS);
        for (var kind : java.util.List.of("AUTO", "FEED", "PAGE")) {
            slug = Api.created();
            Api.refresh(Api.source(slug, Map.of("url", press.url("/api"), "kind", kind))).body("status", is("OK")).body("new", is(3));
            Api.articles(slug).body("items.title", hasItem("Ferries return to the estuary")).body("items.url", hasItem(press.url("/news/17"))).body("items.publishedAt", hasItem("2026-03-02T08:00:00Z"));
        }
    }

    @Test
    void pathsIntoJsonAreKeptAndShownAndUsedAndChanged() {
        press.publish("/api", "application/json", NEWS);
        var source = Api.source(slug, Map.of("url", press.url("/api"), "selectors", Map.of("syntax", "JSONPATH", "item", "$.data.list[*]", "link", "/n/{id}.html", "title", "headline", "guid", "id")));
        Api.refresh(source).body("status", is("OK")).body("new", is(3)).body("problems", hasSize(0));
        Api.articles(slug).body("items.url", hasItem(press.url("/n/17.html"))).body("items.guid", hasItem("17"));
        shown(source).body("kind", is("AUTO")).body("found.kind", is("FEED")).body("selectors.syntax", is("JSONPATH")).body("selectors.link", is("/n/{id}.html")).body("selectors.script", nullValue());
        Api.refresh(source).body("status", is("NOT_MODIFIED"));
        Api.operator().body("{\"selectors\": {\"item\": \"$.data.news\"}}").patch("/api/v1/sources/" + source).then().statusCode(200).body("selectors.link", is("/n/{id}.html"));
        Api.refresh(source).body("status", is("FAILED")).body("problems[0].message", is("The path for items, $.data.news, fits nothing in the document. What stands at $.data is an object with list"));
        shown(source).body("lastProblem", containsString("What stands at $.data is an object with list"));
        Api.operator().body("{\"selectors\": null}").patch("/api/v1/sources/" + source).then().statusCode(200).body("selectors", nullValue()).body("found", nullValue());
        Api.refresh(source).body("status", is("OK"));
    }

    @Test
    void aPageIsReadByItsScriptOrByXPath() {
        press.publish("/", "text/html", LIST.replace("</body>", "<script>window.news = " + NEWS + ";</script></body>"));
        var script = Api.source(slug, Map.of("url", press.url("/"), "kind", "PAGE", "selectors", Map.of("syntax", "JSONPATH", "script", "script", "item", "data.list", "date", "nothing")));
        Api.refresh(script).body("status", is("OK")).body("new", is(3)).body("problems[0].message", is("The path for date, nothing, fits nothing within any of the 3 items"));
        slug = Api.created();
        var xpath = Api.source(slug, Map.of("url", press.url("/"), "selectors", Map.of("syntax", "XPATH", "item", "//article[p]", "link", ".//a/@href", "title", "concat('On: ', h2)")));
        Api.refresh(xpath).body("status", is("OK")).body("new", is(1));
        Api.articles(slug).body("items.title", contains("On: Ferries return to the estuary"));
        var list = Api.operator().accept("text/x-opml").get("/api/v1/publications/" + slug + "/sources").then().statusCode(200).extract().asString();
        var other = Api.created();
        Api.operator().contentType("text/x-opml").body(list).post("/api/v1/publications/" + other + "/sources").then().statusCode(200).body("added", is(1));
        Api.operator().get("/api/v1/publications/" + other + "/sources").then().body("items[0].selectors.syntax", is("XPATH")).body("items[0].selectors.title", is("concat('On: ', h2)"));
    }

    @Test
    void aListFromFreshRssBringsItsPaths() {
        press.publish("/api", "application/json", NEWS);
        var list = "<opml version='2.0'><body><outline xmlns:frss='https://freshrss.org/opml' text='Port' type='JSON+DotNotation' xmlUrl='" + press.url("/api")
                + "' frss:jsonItem='data.list' frss:jsonItemTitle='headline' frss:jsonItemUri=\"'/x/' &amp; id\"/></body></opml>";
        Api.operator().contentType("text/x-opml").body(list).post("/api/v1/publications/" + slug + "/sources").then().statusCode(200).body("added", is(1)).body("problems", hasSize(0));
        String source = Api.operator().get("/api/v1/publications/" + slug + "/sources").then().body("items[0].kind", is("FEED")).extract().path("items[0].id");
        Api.refresh(source).body("new", is(3));
        Api.articles(slug).body("items.url", hasItem(press.url("/x/17")));
    }

    @Test
    void aSitemapIsASourceOfArticles() {
        press.publish("/news.xml", "text/xml", "<urlset xmlns:news='n'><url><loc>" + press.url("/tide") + "</loc><news:news><news:publication_date>2026-03-02T08:00:00Z</news:publication_date><news:title>The tide</news:title></news:news></url></urlset>");
        var source = Api.source(slug, Map.of("url", press.url("/news.xml"), "kind", "SITEMAP"));
        Api.refresh(source).body("status", is("OK")).body("new", is(1));
        Api.articles(slug).body("items.title", contains("The tide")).body("items.publishedAt", contains("2026-03-02T08:00:00Z"));
    }

    @Test
    void aFeedIsAFeed() {
        press.publish("/", "text/html", LIST.replace("</head>", "<link rel='alternate' type='application/rss+xml' href='/f.xml'></head>"));
        Api.refresh(Api.source(slug, Map.of("url", press.url("/"), "kind", "FEED"))).body("status", is("FAILED")).body("problems[0].code", is("not-a-feed")).body("problems[0].message", containsString("The page names: " + press.url("/f.xml")));
    }

    @Test
    void robotsAreAskedForPagesAndNotForFeeds() {
        press.publish("/robots.txt", "text/plain", "User-agent: *\nDisallow: /").publish("/", "text/html", LIST).publish("/f", "text/xml", "<rss version='2.0'><channel><title>F</title></channel></rss>");
        var source = Api.source(slug, Map.of("url", press.url("/"), "kind", "PAGE"));
        Api.refresh(source).body("status", is("FAILED")).body("problems[0].code", is("robots"));
        shown(source).body("lastProblem", containsString("asks us not to read this page (Disallow: /)"));
        assertThat(press.asked("/")).isEmpty();
        Api.refresh(Api.source(slug, Map.of("url", press.url("/f"), "kind", "FEED"))).body("status", is("OK"));
    }

    @Test
    void whereNothingIsFoundTheOperatorReadsWhatWasTried() {
        press.publish("/", "text/html", "<p>Hello</p>");
        var source = Api.source(slug, Map.of("url", press.url("/")));
        Api.refresh(source).body("status", is("FAILED")).body("problems[0].code", is("nothing-found"));
        shown(source).body("lastProblem", containsString("the page names no feed")).body("found", nullValue());
    }

    private ValidatableResponse refused(Map<String, String> selectors) {
        return Api.operator().body(Map.of("url", press.url("/"), "kind", "PAGE", "selectors", selectors)).post("/api/v1/publications/" + slug + "/sources").then().statusCode(400);
    }

    private static ValidatableResponse shown(String source) {
        return Api.operator().get("/api/v1/sources/" + source).then().statusCode(200);
    }
}
