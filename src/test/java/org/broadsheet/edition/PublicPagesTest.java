package org.broadsheet.edition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.broadsheet.publication.Publication;
import org.broadsheet.testsupport.Api;
import org.hibernate.SessionFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;

/** What everybody sees of a publication, as it goes over HTTP. */
@QuarkusTest
class PublicPagesTest {

    private static final String BASE = "http://localhost:8081";
    private static final int LIGHT = 100_000;
    private static final int FEW_STATEMENTS = 8;

    @Inject
    SessionFactory sessions;

    private String slug;

    @BeforeEach
    void create() {
        slug = Api.created();
    }

    @Test
    void anArchiveOf120EditionsIsLightAndAskedForInFewStatements() throws Exception {
        print(120);
        for (var path : List.of("/" + slug, "/" + slug + "/feed.atom", "/" + slug + "/feed.rss", "/" + slug + "/feed.json", "/" + slug + "/sitemap.xml", "/" + slug + "/editions/120",
                "/" + slug + "/subscribe", "/")) {
            given().get(path).then().statusCode(200);
            var statements = statements(path);
            System.out.printf("%-40s %2d statements, %6.2f ms (median of 41, with HTTP)%n", path, statements, median(path));
            assertThat(statements).as(path).isLessThanOrEqualTo(FEW_STATEMENTS);
        }
        assertThat(given().get("/" + slug).body().asByteArray()).hasSizeLessThan(LIGHT);
        assertThat(given().get("/" + slug + "/editions/120").body().asByteArray()).hasSizeLessThan(LIGHT);
        assertThat(given().get("/" + slug + "/subscribe").body().asByteArray()).hasSizeLessThan(LIGHT);
    }

    @Test
    void everyEditionIsReachedFromTheFrontPage() {
        print(120);
        var seen = 0;
        var path = "/" + slug;
        while (!path.isEmpty()) {
            var page = Jsoup.parse(given().get(path).then().statusCode(200).extract().asString());
            seen += page.select(".editions a").size();
            path = page.select(".older a").attr("href");
        }
        assertThat(seen).isEqualTo(119); // and the latest, above
    }

    @Test
    void whatEverybodyMaySeeIsKeptForAMomentAndNotSentTwice() {
        print(2);
        for (var path : List.of("/", "/" + slug, "/" + slug + "/editions/1", "/" + slug + "/feed.atom", "/" + slug + "/feed.rss", "/" + slug + "/feed.json", "/sitemap.xml",
                "/robots.txt")) {
            var tag = given().get(path).then().statusCode(200).header("Cache-Control", startsWith("public, max-age=")).extract().header("ETag");
            given().header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", is(tag)).body(is(""));
            given().header("If-None-Match", "W/\"other\"").get(path).then().statusCode(200);
        }
    }

    @Test
    void whatIsOneReadersOnlyIsKeptNowhere() {
        for (var path : List.of("/confirm/nothing", "/unsubscribe/nothing", "/" + slug + "/subscribe", "/embed/" + slug, "/preferences/nothing", "/no-such-paper")) {
            given().get(path).then().header("Cache-Control", is("no-store"));
        }
    }

    @Test
    void messagesSpeakTheLanguageOfTheBrowser() {
        given().header("Accept-Language", "nl-BE, en;q=0.5").accept("text/html").get("/no-such-paper").then().statusCode(404).body(containsString("Deze pagina bestaat niet"))
                .body(containsString("lang=\"nl-BE\"")).header("Vary", containsString("Accept-Language"));
        given().header("Accept-Language", "xx").accept("text/html").get("/no-such-paper").then().statusCode(404).body(containsString("There is no such page"));
        given().header("Accept-Language", "es").accept("text/html").get("/confirm/nothing").then().statusCode(404).body(containsString("Este enlace ya no es válido"));
    }

    @Test
    void sitemapsNameEverythingAndRobotsNameTheSitemaps() throws Exception {
        print(3);
        given().get("/robots.txt").then().statusCode(200).contentType("text/plain").body(containsString("Sitemap: " + BASE + "/sitemap.xml"));
        assertThat(texts(xml("/sitemap.xml"), "loc")).contains(BASE + "/" + slug + "/sitemap.xml");
        var places = texts(xml("/" + slug + "/sitemap.xml"), "loc");
        assertThat(places).contains(BASE + "/" + slug, BASE + "/" + slug + "/editions/3", BASE + "/" + slug + "/editions/1").doesNotHaveDuplicates();
        assertThat(texts(xml("/" + slug + "/sitemap.xml"), "title")).contains("Story 0 of edition 3 & <others>");
    }

    @Test
    void anEditionShowsItselfToOtherSitesWithAbsoluteAddresses() throws Exception {
        print(1);
        var page = Jsoup.parse(given().get("/" + slug + "/editions/1").then().statusCode(200).extract().asString());
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(BASE + "/" + slug + "/editions/1");
        assertThat(page.select("meta[property=og:url]").attr("content")).isEqualTo(BASE + "/" + slug + "/editions/1");
        assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo("Story 0 of edition 1 & <others>");
        assertThat(page.select("meta[property=og:image]").attr("content")).startsWith(BASE + "/pictures/");
        assertThat(page.select("meta[property=og:image:width]").attr("content")).isEqualTo("1200");
        assertThat(page.select("meta[property=og:image:alt]").attr("content")).isEqualTo("A quay");
        assertThat(page.select("meta[name=twitter:card]").attr("content")).isEqualTo("summary_large_image");
        var data = new ObjectMapper().readTree(page.selectFirst("script").data());
        assertThat(data.get("@type").asText()).isEqualTo("CollectionPage");
        assertThat(data.get("mainEntity").get("itemListElement")).hasSize(4);
    }

    @Test
    void feedsAreValidHaveStableNamesAndSayWhereTheyAre() throws Exception {
        print(2);
        var atom = xml("/" + slug + "/feed.atom");
        assertThat(atom.getDocumentElement().getAttribute("xml:lang")).isEqualTo("en-GB");
        assertThat(texts(atom, "id")).containsExactly(BASE + "/" + slug, BASE + "/" + slug + "/editions/2", BASE + "/" + slug + "/editions/1");
        assertThat(texts(atom, "updated")).allSatisfy(text -> assertThat(Instant.parse(text)).isBefore(Instant.parse("2999-01-01T00:00:00Z")));
        var rss = xml("/" + slug + "/feed.rss");
        assertThat(rss.getElementsByTagNameNS("http://search.yahoo.com/mrss/", "content").item(0).getAttributes().getNamedItem("url").getTextContent()).startsWith(BASE + "/pictures/");
        var json = new ObjectMapper().readTree(given().get("/" + slug + "/feed.json").then().statusCode(200).contentType("application/feed+json").extract().asString());
        assertThat(json.get("feed_url").asText()).isEqualTo(BASE + "/" + slug + "/feed.json");
        assertThat(json.get("items").get(0).get("image").asText()).startsWith(BASE + "/pictures/");
        assertThat(json.get("items").get(0).get("content_html").asText()).contains("Story 1 of edition 2 &amp; &lt;others&gt;");
    }

    @Test
    void aPublicationsPrivacyPolicyIsLinkedAtTheFormAndInTheFoot() {
        Api.operator().body(Map.of("privacyUrl", "https://example.org/privacy")).patch("/api/v1/publications/" + slug).then().statusCode(200);
        var signup = Jsoup.parse(given().get("/" + slug + "/subscribe").then().extract().asString());
        assertThat(signup.select("#consent a, footer a").eachAttr("href")).containsExactly("https://example.org/privacy", "https://example.org/privacy");
        given().get("/embed/" + slug).then().body(containsString("https://example.org/privacy"));
    }

    private static double median(String path) throws IOException, InterruptedException {
        var times = new long[41];
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path)).build();
            for (var again = 0; again < times.length; again++) {
                var start = System.nanoTime();
                client.send(request, HttpResponse.BodyHandlers.ofByteArray());
                times[again] = System.nanoTime() - start;
            }
        }
        Arrays.sort(times);
        return times[times.length / 2] / 1e6;
    }

    private long statements(String path) {
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            return IntStream.range(0, 3).mapToLong(again -> { // other work may ask for something in between
                statistics.clear();
                given().get(path).then().statusCode(200);
                return statistics.getPrepareStatementCount();
            }).min().orElseThrow();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private void print(int editions) {
        QuarkusTransaction.requiringNew().run(() -> {
            var publication = Publication.findBySlug(slug).orElseThrow();
            var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            var unique = UUID.randomUUID().getMostSignificantBits() & 0xFFFFFFFFFFL;
            for (var number = 1; number <= editions; number++) {
                var at = now.minus(editions - number, ChronoUnit.DAYS);
                var edition = edition(publication, number, at);
                for (var place = 0; place < 4; place++) {
                    item(edition, place, unique + number * 10L + place, "Story " + place + " of edition " + number + " & <others>");
                }
            }
        });
    }

    private static Edition edition(Publication publication, int number, Instant at) {
        var edition = new Edition();
        edition.publication = publication;
        edition.number = number;
        edition.kind = Edition.Kind.REGULAR;
        edition.status = Edition.Status.SENT;
        edition.editionDate = LocalDate.ofInstant(at, ZoneOffset.UTC);
        edition.subject = "Story 0 of edition " + number + " & <others>";
        edition.windowEnd = at;
        edition.startedAt = at;
        edition.finishedAt = at;
        edition.createdAt = at;
        edition.persist();
        return edition;
    }

    private static void item(Edition edition, int place, long story, String headline) {
        var item = new EditionItem();
        item.key = new EditionItem.Key(edition.id, place);
        item.publicationId = edition.publication.id;
        item.storyId = story;
        item.articleId = story;
        item.role = place == 0 ? EditionItem.Role.LEAD : EditionItem.Role.STORY;
        item.section = place == 0 ? "" : "ports";
        item.frozen = new FrozenStory("https://example.org/" + story, "", headline, "Ships slow down before they arrive.", "The harbour pays for the patience.", "The Quay Letter", 3, "en",
                place == 0 ? "0123456789abcdef0123456789abcdef" : "", "A quay", "", "", 1600, 900, List.of());
        item.holds = true;
        item.persist();
    }

    private static Document xml(String path) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(given().get(path).then().statusCode(200).extract().asString())));
    }

    private static List<String> texts(Document document, String element) {
        var nodes = document.getElementsByTagNameNS("*", element);
        return IntStream.range(0, nodes.getLength()).mapToObj(at -> nodes.item(at).getTextContent()).toList();
    }
}
