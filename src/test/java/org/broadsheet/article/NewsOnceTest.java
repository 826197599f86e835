package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.broadsheet.testsupport.Api;
import org.broadsheet.testsupport.MovableClock;
import org.broadsheet.testsupport.Press;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Each news item once: known again whatever a feed does to its guids and links, revised where it changes, grouped with what others report. */
@QuarkusTest
class NewsOnceTest {

    private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");
    private static final String FIRE = "Fire destroyed the Orrefjord sawmill on Monday night. All 35 workers got out unhurt. The owner, Brandal Timber, puts the damage at 20 million "
            + "and wants to rebuild by autumn.";
    private static final String BLAZE = "A fire has destroyed Brandal Timber's sawmill at Orrefjord. No one was hurt in the blaze on Monday night, which caused damage of 20 million. "
            + "The company, which has 35 workers there, says it will rebuild the mill by autumn.";
    private static final String SQUID = "Biologists have filmed a new species of squid 2,800 metres deep off the coast of Chile. The red animal was seen six times by a diving robot.";
    private static final String MAYOR = "The mayor of Marrow will ban private cars from the old town from April. Residents get passes, deliveries are allowed until ten in the morning.";

    private Press press;
    private String slug;

    @BeforeEach
    void open() throws IOException {
        press = new Press();
        slug = Api.created();
        MovableClock.set(NOW);
    }

    @AfterEach
    void close() {
        MovableClock.reset();
        press.close();
    }

    // --- Known again ----------------------------------------------------------------------------------------------------------

    @Test
    void aGuidThatChangesAtEachFetchMakesNoNewArticle() {
        var source = add("/feed");
        read(source, "/feed", item("https://a.example/mill?utm_source=1", "https://a.example/mill?utm_source=rss1", "Mill burns down", FIRE)).body("new", is(1));
        read(source, "/feed", item("http://www.a.example/mill?utm_source=2", "https://a.example/mill", "Mill burns down", FIRE)).body("new", is(0)).body("updated", is(0));
        read(source, "/feed", item("https://b.example/mill", "https://b.example/mill", "Mill burns down", FIRE)).body("new", is(0));
        read(source, "/feed", item("session 4711", "https://b.example/mill", "Mill burns down, owner to rebuild", FIRE)).body("new", is(0)).body("updated", is(1));
        Api.articles(slug).body("items", hasSize(1));
    }

    @Test
    void aGuidUsedAgainForAnotherArticleHidesNone() {
        var source = add("/feed");
        read(source, "/feed", item("1", "https://a.example/mill", "Mill burns down", FIRE)).body("new", is(1));
        read(source, "/feed", item("1", "https://a.example/squid", "New squid filmed", SQUID)).body("new", is(1)).body("updated", is(0));
        read(source, "/feed", item("1", "https://a.example/mill", "Mill burns down", FIRE), item("1", "https://a.example/squid", "New squid filmed", SQUID),
                item("1", "https://a.example/cars", "Old town without cars", MAYOR)).body("new", is(1)).body("unchanged", is(2));
        Api.articles(slug).body("items.title", containsInAnyOrder("Mill burns down", "New squid filmed", "Old town without cars"));
    }

    @Test
    void aPermalinkThatMovesKeepsItsArticle() {
        var source = add("/feed");
        read(source, "/feed", item("post-1", "https://a.example/mill-burns", "Mill burns down", FIRE));
        read(source, "/feed", item("post-1", "https://a.example/2026/mill-destroyed", "Mill destroyed by fire", FIRE)).body("new", is(0)).body("updated", is(1));
        Api.articles(slug).body("items", hasSize(1)).body("items[0].url", is("https://a.example/2026/mill-destroyed")).body("items[0].title", is("Mill destroyed by fire"));
    }

    @Test
    void oneLinkForAllEntriesMakesThemNotOne() {
        var source = add("/feed");
        for (var round = 0; round < 2; round++) {
            read(source, "/feed", item("1", "https://a.example/news", "Mill burns down", FIRE), item("2", "https://a.example/news", "New squid filmed", SQUID),
                    item("3", "https://a.example/news", "Old town without cars", MAYOR)).body("new", is(round == 0 ? 3 : 0));
        }
        Api.articles(slug).body("items", hasSize(3)).body("items[0].url", is("https://a.example/news"));
    }

    @Test
    void entriesWithoutALinkAreKeptAndLeadToTheirSource() {
        var source = add("/feed");
        for (var round = 0; round < 2; round++) {
            read(source, "/feed", "<item><guid isPermaLink='false'>x1</guid><title>Mill burns down</title><description>" + FIRE + "</description></item>",
                    "<item><title>New squid filmed</title><description>" + SQUID + "</description></item>").body("new", is(round == 0 ? 2 : 0)).body("updated", is(0));
        }
        read(source, "/feed", "<item><guid isPermaLink='false'>x1</guid><title>Mill burns down at night</title><description>" + FIRE + "</description></item>").body("updated", is(1));
        Api.articles(slug).body("items", hasSize(2)).body("items.title", containsInAnyOrder("Mill burns down at night", "New squid filmed")).body("items.url", contains("https://site.example/", "https://site.example/"));
    }

    @Test
    void whatComesTwiceInAFeedIsStoredOnce() {
        var source = add("/feed");
        var twice = new String[] {item("1", "https://a.example/mill", "Mill burns down", FIRE), item("2", "https://m.a.example/mill/amp", "Mill burns down", FIRE),
                item("3", "https://a.example/news/mill", "Mill burns down", FIRE)};
        read(source, "/feed", twice).body("new", is(1)).body("unchanged", is(2));
        read(source, "/feed", twice[0], twice[1], twice[2], item("4", "https://a.example/squid", "New squid filmed", SQUID)).body("new", is(1)).body("updated", is(0));
        Api.articles(slug).body("items", hasSize(2));
    }

    @Test
    void aGuidLongerThanAnIndexTakesIsNoTrouble() {
        var source = add("/feed");
        read(source, "/feed", item("g".repeat(9000), "https://a.example/" + "p".repeat(1900), "Mill burns down", FIRE)).body("new", is(1));
    }

    // --- Removed --------------------------------------------------------------------------------------------------------------

    @Test
    void whatAnOperatorRemovedDoesNotComeBack() {
        var source = add("/feed");
        read(source, "/feed", item("1", "https://a.example/mill", "Mill burns down", FIRE), item("2", "https://a.example/squid", "New squid filmed", SQUID)).body("new", is(2));
        remove("Mill burns down");
        read(source, "/feed", item("1", "https://a.example/mill?utm_source=x", "Mill burns down at night", FIRE + " More follows."), item("2", "https://a.example/squid", "New squid filmed", SQUID))
                .body("new", is(0)).body("unchanged", is(1)).body("problems.message", contains("1 entry is left out, since its article was removed by hand"));
        read(source, "/feed", item("1", "https://b.example/2026/mill", "Mill burns down", FIRE)).body("new", is(0));
        read(add("/other"), "/other", item("other", "https://m.a.example/mill", "Mill burns down", FIRE)).body("new", is(0));
        read(source, "/feed", item("1", "https://a.example/cars", "Old town without cars", MAYOR)).body("new", is(1));
        Api.articles(slug).body("items.title", containsInAnyOrder("New squid filmed", "Old town without cars"));
    }

    @Test
    void whatWasRemovedWithoutAnAddressStaysAwayAndWhatElseHasItsPlaceDoesNot() {
        var source = add("/feed");
        read(source, "/feed", "<item><title>Mill burns down</title><description>" + FIRE + "</description></item>", item("1", "https://a.example/live", "New squid filmed", SQUID)).body("new", is(2));
        remove("Mill burns down");
        remove("New squid filmed");
        read(source, "/feed", "<item><title>Mill burns down</title><description>" + FIRE + "</description></item>").body("new", is(0));
        read(source, "/feed", item("2", "https://a.example/live", "Old town without cars", MAYOR)).body("new", is(1));
        remove("Old town without cars");
        read(source, "/feed", item("2", "https://a.example/live", "Old town without cars", MAYOR)).body("new", is(0));
    }

    @Test
    void whatWasRemovedComesBackWhenItIsPushedOrItsSourceAddedAnew() {
        var source = add("/feed");
        read(source, "/feed", item("1", "https://a.example/mill", "Mill burns down", FIRE), item("2", "https://a.example/squid", "New squid filmed", SQUID)).body("new", is(2));
        remove("Mill burns down");
        remove("New squid filmed");
        Api.operator().body(Map.of("url", "https://a.example/mill", "title", "Mill burns down")).post("/api/v1/publications/" + slug + "/articles").then().statusCode(201);
        read(source, "/feed", item("1", "https://a.example/mill", "Mill burns down", FIRE), item("2", "https://a.example/squid", "New squid filmed", SQUID)).body("new", is(0)).body("unchanged", is(1));
        Api.operator().delete("/api/v1/sources/" + source).then().statusCode(204);
        read(add("/feed"), "/feed", item("2", "https://a.example/squid", "New squid filmed", SQUID)).body("new", is(1));
    }

    private void remove(String title) {
        String id = Api.articles(slug).extract().path("items.find { it.title == '" + title + "' }.id");
        Api.operator().delete("/api/v1/articles/" + id).then().statusCode(204);
    }

    // --- Revised --------------------------------------------------------------------------------------------------------------

    @Test
    void aChangeThatReadersNoticeIsARevisionAndKeepsTheStory() {
        var source = add("/feed");
        read(source, "/feed", item("1", "https://a.example/mill", "Mill burns down", FIRE));
        String story = Api.articles(slug).extract().path("items[0].story");
        MovableClock.set(NOW.plus(Duration.ofHours(2)));
        read(source, "/feed", item("1", "https://a.example/mill?utm_medium=x", "Mill  burns down", FIRE + " ")).body("updated", is(0)).body("unchanged", is(1));
        read(source, "/feed", item("1", "https://a.example/mill", "Mill in Orrefjord destroyed by fire", FIRE)).body("updated", is(1));
        String id = Api.articles(slug).body("items[0].story", is(story)).body("items[0].title", is("Mill in Orrefjord destroyed by fire")).body("items[0].revisions", is(1))
                .body("items[0].updatedAt", startsWith("2026-03-02T08:00:")).extract().path("items[0].id");
        Api.operator().get("/api/v1/articles/" + id + "/revisions").then().statusCode(200).body("items", hasSize(1)).body("items[0].changed", contains("title"))
                .body("items[0].earlier.title", is("Mill burns down")).body("next", is((Object) null));
    }

    @Test
    void aFeedThatFlipsBetweenTwoVersionsFillsNoTable() {
        var source = add("/feed");
        for (var round = 0; round < 8; round++) {
            read(source, "/feed", item("1", "https://a.example/mill", round % 2 == 0 ? "Mill burns down" : "Mill destroyed by fire", FIRE));
        }
        Api.articles(slug).body("items[0].revisions", lessThanOrEqualTo(2));
    }

    @Test
    void aTeaserLosesNoFullerTextButARetractionReplacesIt() {
        var source = add("/feed");
        read(source, "/feed", item("1", "https://a.example/mill", "Mill burns down", FIRE + " " + FIRE.replace("Fire", "Flames").replace("Monday", "that")));
        read(source, "/feed", item("1", "https://a.example/mill", "Mill burns down in Orrefjord", FIRE.substring(0, 80) + " …")).body("updated", is(1));
        Api.articles(slug).body("items[0].bodyHtml", containsString("rebuild by autumn")).body("items[0].title", is("Mill burns down in Orrefjord"));
        read(source, "/feed", item("1", "https://a.example/mill", "Mill burns down in Orrefjord", "This report was wrong and has been withdrawn. We apologise to everyone concerned."));
        Api.articles(slug).body("items[0].bodyHtml", containsString("withdrawn"));
    }

    // --- Grouped --------------------------------------------------------------------------------------------------------------

    @Test
    void reportsOfOneNewsItemAreOneStoryAndNameEachOther() {
        read(add("/one"), "/one", titled("Timber Times"), item("1", "https://one.example/mill", "Sawmill in Orrefjord burns down", FIRE));
        read(add("/two"), "/two", titled("Valley News"), item("1", "https://two.example/mill", "Fire destroys Brandal's Orrefjord mill", BLAZE),
                item("2", "https://two.example/squid", "New squid filmed", SQUID));
        assertThat(stories()).hasSize(2);
        Api.articles(slug).body("items.find { it.url == 'https://one.example/mill' }.alsoReportedBy.name", contains("Valley News"))
                .body("items.find { it.url == 'https://one.example/mill' }.alsoReportedBy.url", contains("https://two.example/mill"))
                .body("items.find { it.url == 'https://two.example/squid' }.alsoReportedBy", empty());
    }

    @Test
    void aSourceMayBeLeftOut() {
        read(add("/one"), "/one", item("1", "https://one.example/mill", "Sawmill in Orrefjord burns down", FIRE));
        var alone = Api.operator().body(Map.of("url", press.url("/two"), "grouping", "OFF")).post("/api/v1/publications/" + slug + "/sources").then().statusCode(201)
                .body("grouping", is("OFF")).extract().<String>path("id");
        read(alone, "/two", item("1", "https://two.example/mill", "Sawmill in Orrefjord burns down", FIRE));
        read(add("/three"), "/three", titled("Third"), item("1", "https://three.example/mill", "Sawmill in Orrefjord burns down", FIRE));
        assertThat(stories()).hasSize(2);
        Api.articles(slug).body("items.find { it.url == 'https://two.example/mill' }.alsoReportedBy", empty());
    }

    @Test
    void aSourceTellsAStoryOnce() {
        read(add("/one"), "/one", item("1", "https://one.example/mill", "Sawmill in Orrefjord burns down", FIRE), item("2", "https://one.example/blaze", "Fire destroys Brandal's Orrefjord mill", BLAZE));
        assertThat(stories()).hasSize(2);
    }

    @Test
    void sourcesThatAreReadAtOnceFindEachOther() throws InterruptedException {
        var threads = new java.util.ArrayList<Thread>();
        for (var number = 0; number < 5; number++) {
            var path = "/at-once-" + number;
            var source = add(path);
            var items = new String[] {titled("Paper " + number), item("1", "https://paper" + number + ".example/mill", "Sawmill in Orrefjord burns down", FIRE),
                    item("2", "https://shared.example/squid", "New squid filmed", SQUID)};
            threads.add(Thread.ofVirtual().start(() -> read(source, path, items)));
        }
        for (var thread : threads) {
            thread.join();
        }
        Api.articles(slug).body("items", hasSize(6));
        assertThat(stories()).hasSize(2);
    }

    @Test
    void newsOfAnotherWeekAreAnotherStory() {
        read(add("/one"), "/one", item("1", "https://one.example/mill", "Sawmill in Orrefjord burns down", FIRE));
        MovableClock.set(NOW.plus(Duration.ofDays(6)));
        read(add("/two"), "/two", item("1", "https://two.example/mill", "Sawmill in Orrefjord burns down", FIRE));
        assertThat(stories()).hasSize(2);
    }

    @Test
    void theBestReportLeadsTheEdition() {
        var one = Api.operator().body(Map.of("url", press.url("/one"), "priority", -5)).post("/api/v1/publications/" + slug + "/sources").then().statusCode(201).extract().<String>path("id");
        read(one, "/one", titled("Timber Times"), item("1", "https://one.example/mill", "Sawmill in Orrefjord burns down", FIRE + FIRE));
        read(add("/two"), "/two", titled("Valley News"), item("1", "https://two.example/mill", "Fire destroys Brandal's Orrefjord mill", BLAZE));
        MovableClock.set(NOW.plusSeconds(60));
        Api.operator().get("/api/v1/editions/" + Api.sendNow(slug)).then().body("stories", hasSize(1)).body("stories[0].headline", is("Fire destroys Brandal's Orrefjord mill"));
    }

    @Test
    void aStoryThatIsJoinedLateToOneThatWasSentCountsAsSent() {
        var two = add("/two");
        read(add("/one"), "/one", titled("Timber Times"), item("1", "https://one.example/mill", "Sawmill in Orrefjord burns down", FIRE));
        MovableClock.set(NOW.plusSeconds(60));
        Api.operator().get("/api/v1/editions/" + Api.sendNow(slug)).then().body("stories", hasSize(1));
        String sent = Api.articles(slug).extract().path("items[0].story");

        MovableClock.set(NOW.plusSeconds(120));
        read(two, "/two", titled("Valley News"), item("1", "https://two.example/mill", "A night of flames", "More soon."));
        assertThat(stories()).hasSize(2);
        read(two, "/two", titled("Valley News"), item("1", "https://two.example/mill", "Fire destroys Brandal's Orrefjord mill", BLAZE)).body("updated", is(1));
        assertThat(stories()).containsExactly(sent);
        MovableClock.set(NOW.plusSeconds(180));
        Api.operator().get("/api/v1/editions/" + Api.sendNow(slug)).then().body("status", is("SKIPPED"));
    }

    @Test
    void whatWasSentOfAJoinedStoryIsNotSentAgainAndItsPageStays() {
        var one = add("/one");
        read(one, "/one", titled("Timber Times"), item("1", "https://one.example/mill", "A night of flames", "More soon."));
        var first = stories().getFirst();
        MovableClock.set(NOW.plusSeconds(60));
        read(add("/two"), "/two", titled("Valley News"), item("1", "https://two.example/mill", "Fire destroys Brandal's Orrefjord mill", BLAZE));
        String second = Api.articles(slug).extract().path("items.find { it.url == 'https://two.example/mill' }.story");
        patchMinimum(1);
        var edition = Api.operator().body(Map.of("send", "NOW")).post("/api/v1/publications/" + slug + "/editions").then().statusCode(202).extract().<String>path("id");
        Api.operator().get("/api/v1/editions/" + edition).then().body("stories", hasSize(2));
        read(one, "/one", titled("Timber Times"), item("1", "https://one.example/mill", "Sawmill in Orrefjord burns down", FIRE)).body("updated", is(1));
        assertThat(stories()).containsExactly(first);
        read(add("/three"), "/three", titled("Forest Wire"), item("1", "https://three.example/mill", "Brandal's sawmill in Orrefjord destroyed by fire", BLAZE));
        MovableClock.set(NOW.plusSeconds(120));
        Api.operator().get("/api/v1/editions/" + Api.sendNow(slug)).then().body("status", is("SKIPPED")).body("reason", notNullValue());
        Api.operator().accept("text/html").get("/" + slug + "/stories/" + second).then().statusCode(200).contentType(startsWith("text/html"));
    }

    private void patchMinimum(int stories) {
        Api.operator().body(Map.of("selection", Map.of("maxStories", 12, "minStories", stories, "maxPerSource", 4, "maxAge", "PT48H"))).patch("/api/v1/publications/" + slug).then().statusCode(200);
    }

    private List<String> stories() {
        return Api.articles(slug).extract().<List<String>>path("items.story").stream().distinct().toList();
    }

    private String add(String path) {
        return Api.source(slug, Map.of("url", press.url(path)));
    }

    private ValidatableResponse read(String source, String path, String... items) {
        press.publish(path, "text/xml", "<!-- " + press.requests() + " --><rss version='2.0'><channel><link>https://site.example/</link>" + String.join("", items) + "</channel></rss>");
        return Api.operator().post("/api/v1/sources/" + source + "/refresh").then().statusCode(200).body("status", is("OK"));
    }

    private static String titled(String title) {
        return "<title>" + title + "</title>";
    }

    private static String item(String guid, String link, String title, String text) {
        return "<item><guid isPermaLink='false'>" + guid.replace("&", "&amp;") + "</guid><title>" + title + "</title><link>" + link.replace("&", "&amp;") + "</link><description>" + text
                + "</description></item>";
    }
}
