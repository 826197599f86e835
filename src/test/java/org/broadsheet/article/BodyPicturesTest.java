package org.broadsheet.article;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.awt.Color;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.broadsheet.testsupport.Api;
import org.broadsheet.testsupport.Chromium;
import org.broadsheet.testsupport.Press;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

/** The pictures in the text of an article: copied where its publisher allows that, shown from here, and gone with the right or the article. */
@QuarkusTest
class BodyPicturesTest {

    private static final String WORDS = "<p>The harbour board has asked ships to slow down far out at sea, and pays them for the hours that they lose on the way.</p>";
    private static final Pattern SHOWN = Pattern.compile("/pictures/([0-9a-f]{64})-1160\\.jpg\"");
    private static final List<byte[]> SCENES = SampleScenes.all().stream().map(scene -> SamplePictures.encoded(scene.image(), "jpeg")).toList();
    /** Pictures that are larger than they are, or stretched. */
    private static final String ODD = """
            () => [...document.querySelectorAll('.body img')].filter(image => { const shown = image.getBoundingClientRect();
              return shown.width < 40 || shown.width > +image.getAttribute('width') + 1
                || Math.abs(shown.width / shown.height - image.getAttribute('width') / image.getAttribute('height')) > .03; }).map(image => image.outerHTML)""";
    private static final int PORTRAIT = 4;
    private static final int PANORAMA = 5;
    private static final int SKYLINE = 7;

    @Inject
    BodyPictureDesk desk;
    @Inject
    PicturePurge purge;
    @Inject
    DataSource database;
    @Inject
    Scheduler scheduler;

    private Press press;
    private String slug;

    @BeforeEach
    void open() throws IOException {
        scheduler.pause("body-pictures");
        press = new Press();
        slug = Api.created();
    }

    @AfterEach
    void close() {
        press.close();
        scheduler.resume("body-pictures");
    }

    @Test
    void theyAreCopiedInTheBackgroundAndReadersNeverCauseOrNoticeIt() throws SQLException {
        scene("/quay.jpg", PANORAMA);
        var id = push("/a", WORDS + figure("/quay.jpg", "The quay. Photo: Ada Quist") + WORDS);
        page(id).body(not(containsString("<figure")));
        page(id);
        assertThat(press.asked("/quay.jpg")).isEmpty();
        desk.getWanted();
        var page = page(id).body(containsString("The quay. <i>Photo: Ada Quist</i>")).body(containsString("width=\"1160\" height=\"387\"")).body(containsString("loading=\"lazy\"")).extract().asString();
        assertThat(page).doesNotContain(press.url("/"));
        var hash = shown(page).getFirst();
        for (var width : new int[] {1160, 580}) {
            var bytes = Api.operator().get("/pictures/" + hash + "-" + width + ".jpg").then().statusCode(200).contentType("image/jpeg").extract().asByteArray();
            assertThat(SamplePictures.decoded(bytes).getWidth()).isEqualTo(width);
        }
        article(id).body("textPictures.state", contains("READY")).body("textPictures[0].problem", nullValue()).body("textPictures[0].url", is(press.url("/quay.jpg")));
    }

    @Test
    void thePictureAboveTheTextIsNotShownAgainInIt() throws SQLException {
        scene("/lead.jpg", PORTRAIT);
        scene("/quay.jpg", PANORAMA);
        press.publish("/again.jpg", "image/jpeg", SamplePictures.encoded(SampleScenes.all().get(PORTRAIT).image().getSubimage(0, 100, 1000, 1200), "jpeg"));
        var id = push("/a", figure("/lead.jpg?w=800&h=500", "Sized") + figure("/again.jpg", "Cut") + figure("/quay.jpg", "Kept"), Map.of("picture", Map.of("url", press.url("/lead.jpg"))));
        desk.getWanted();
        assertThat(shown(page(id).body(not(containsString("Sized"))).body(not(containsString("Cut"))).body(containsString("Kept")).extract().asString())).hasSize(1);
        assertThat(press.asked("/lead.jpg")).as("fetched once").hasSize(1);
        article(id).body("textPictures.state", contains("LEAD", "READY", "READY"));

        Api.operator().body(Map.of("picture", Map.of("url", press.url("/quay.jpg")))).patch("/api/v1/articles/" + id).then().statusCode(200);
        purge.purge();
        desk.getWanted();
        page(id).body(containsString("Sized")).body(not(containsString("Cut"))).body(not(containsString("Kept")));
    }

    @Test
    void ofASourceTheyAreCopiedOnlyAsItsRightsAllowAndShownOnlyAsLongAsTheyDo() throws SQLException {
        scene("/quay.jpg", PANORAMA);
        feed(item("one", WORDS + figure("/quay.jpg", "The quay") + WORDS));
        var source = Api.source(slug, Map.of("url", press.url("/feed"), "pages", "NEVER"));
        Api.refresh(source).body("new", is(1));
        String id = Api.articles(slug).extract().path("items[0].id");
        rights(source, "EXCERPT", "COPY");
        desk.getWanted();
        rights(source, "FULL", "NONE");
        desk.getWanted();
        article(id).body("textPictures", empty());

        rights(source, "FULL", "COPY");
        desk.getWanted();
        page(id).body(containsString("The quay"));
        for (var withdrawn : List.of(List.of("FULL", "NONE"), List.of("LINK", "COPY"), List.of("EXCERPT", "COPY"))) {
            rights(source, withdrawn.getFirst(), withdrawn.getLast());
            page(id).body(not(containsString("The quay"))).body(not(containsString("-1160.jpg")));
            rights(source, "FULL", "COPY");
            page(id).body(containsString("The quay"));
        }
    }

    @Test
    void aRefreshDoesNotWaitForThem() {
        scene("/quay.jpg", PANORAMA);
        feed(item("one", WORDS + figure("/quay.jpg", "The quay")));
        Api.refresh(Api.source(slug, Map.of("url", press.url("/feed"), "pages", "NEVER", "rights", Map.of("text", "FULL")))).body("new", is(1));
        Api.articles(slug).body("items[0].textPictures", empty());
    }

    @Test
    void eachFailsAloneAndSaysWhy() throws SQLException {
        scene("/quay.jpg", PANORAMA);
        press.fail("/late.jpg", 503).publish("/small.png", "image/png", SamplePictures.encoded(SamplePictures.halves(250, 150, Color.RED, Color.BLUE), "png"))
                .publish("/none.png", "image/png", SamplePictures.encoded(SamplePictures.placeholder(900, 600), "png"));
        var id = push("/a", figure("/late.jpg", "Late") + figure("/gone.jpg", "Gone") + figure("/quay.jpg", "Kept") + figure("/small.png", "Small") + figure("/none.png", "Plane")
                + "<p><img src='" + press.url("/logo.png") + "'><img src='" + press.url("/pixel.gif") + "' width='1' height='1'></p>");
        desk.getWanted();
        page(id).body(containsString("Kept")).body(not(containsString("Late"))).body(not(containsString("Gone"))).body(not(containsString("Small"))).body(not(containsString("Plane")));
        article(id).body("textPictures", hasSize(5)).body("textPictures[0].problem", endsWith("it is tried again in 2 minutes")).body("textPictures[1].problem", containsString("404"))
                .body("textPictures[1].state", is("FAILED")).body("textPictures[3].problem", containsString("too small")).body("textPictures[4].problem", containsString("one colour"));
        assertThat(press.asked("/logo.png")).isEmpty();
        assertThat(press.asked("/pixel.gif")).isEmpty();

        scene("/late.jpg", SKYLINE);
        desk.getWanted();
        assertThat(press.asked("/late.jpg")).as("not before its time").hasSize(1);
        later();
        desk.getWanted();
        page(id).body(containsString("Late"));
        later();
        desk.getWanted();
        assertThat(press.asked("/gone.jpg")).as("what will not pass is final").hasSize(1);
    }

    @Test
    void aFewTriesAreEnough() throws SQLException {
        press.fail("/never.jpg", 500);
        var id = push("/a", figure("/never.jpg", "Never"));
        for (var round = 0; round < 8; round++) {
            desk.getWanted();
            later();
        }
        assertThat(press.asked("/never.jpg")).hasSize(5);
        article(id).body("textPictures.state", contains("FAILED")).body("textPictures[0].problem", not(containsString("again")));
    }

    @Test
    void oneArticleBringsSoManyAndNoMore() throws SQLException {
        var body = new StringBuilder(WORDS);
        for (var number = 0; number < 30; number++) {
            body.append(figure("/number" + number + ".jpg", "n"));
        }
        var id = push("/a", body.toString());
        desk.getWanted();
        article(id).body("textPictures", hasSize(21)).body("textPictures[20].problem", containsString("20 pictures in its text at most")).body("textPictures[20].problem", containsString("(10)"));
        assertThat(press.requests()).isEqualTo(20);
    }

    @Test
    void aTextThatChangedIsLookedThroughAnewAndWhatIsKnownIsNotFetchedAgain() throws SQLException {
        scene("/quay.jpg", PANORAMA);
        scene("/night.jpg", SKYLINE);
        var id = push("/a", figure("/quay.jpg", "The quay"));
        desk.getWanted();
        push("/a", figure("/night.jpg", "Night") + figure("/quay.jpg", "The quay"));
        desk.getWanted();
        assertThat(shown(page(id).extract().asString())).hasSize(2);
        assertThat(press.asked("/quay.jpg")).hasSize(1);
        push("/a", figure("/night.jpg", "Night"));
        desk.getWanted();
        article(id).body("textPictures", hasSize(1));
    }

    @Test
    void aGraphicInEveryArticleOfASourceIsNoPictureOfAny() throws SQLException {
        press.publish("/club.png", "image/png", SamplePictures.encoded(SamplePictures.halves(900, 500, Color.RED, Color.WHITE), "png"));
        for (var number = 0; number < 3; number++) {
            scene("/lead" + number + ".jpg", number);
        }
        var first = item("one", WORDS + figure("/club.png", "Join"), "/lead0.jpg") + item("two", WORDS.replace("harbour", "port") + figure("/club.png", "Join"), "/lead1.jpg");
        feed(first);
        var source = Api.source(slug, Map.of("url", press.url("/feed"), "pages", "NEVER", "rights", Map.of("text", "FULL")));
        Api.refresh(source).body("new", is(2));
        desk.getWanted();
        Api.articles(slug).body("items.textPictures.flatten().state", contains("READY", "READY"));
        feed(first, item("three", "<p>Tugs rest for a whole week, and nobody knows why.</p>" + figure("/club.png", "Join"), "/lead2.jpg"));
        Api.refresh(source).body("new", is(1));
        desk.getWanted();
        Api.articles(slug).body("items.textPictures.flatten().state", contains("FAILED", "FAILED", "FAILED"))
                .body("items.textPictures.flatten().problem", hasItem(containsString("it stands in 3 articles of this source within days")));
        var session = given().redirects().follow(false).formParam("token", Api.TOKEN).post("/admin/login").then().statusCode(303).extract().cookie("broadsheet-admin");
        given().cookie("broadsheet-admin", session).get("/admin/sources/" + source).then().statusCode(200).body(containsString("One picture of its text is left out: " + press.url("/club.png")));
    }

    @Test
    void picturesThatNobodyShowsAnyMoreGoADayLaterButNeverThoseOfAnEdition() throws SQLException {
        scene("/lead.jpg", PORTRAIT);
        press.publish("/quay.jpg", "image/jpeg", SamplePictures.encoded(SampleScenes.all().get(SKYLINE).image().getSubimage(11, 13, 1500, 1100), "jpeg")); // no other test has it
        var id = push("/a", WORDS + figure("/quay.jpg", "The quay") + WORDS, Map.of("picture", Map.of("url", press.url("/lead.jpg")), "section", "rail"));
        desk.getWanted();
        var text = shown(page(id).extract().asString()).getFirst();
        String lead = article(id).extract().path("picture.url");
        var leadPath = lead.substring(lead.indexOf("/pictures/"));
        Api.operator().body(Map.of("send", "DRAFT")).post("/api/v1/publications/" + slug + "/editions").then().statusCode(202);
        Api.operator().delete("/api/v1/articles/" + id).then().statusCode(204);
        purge.purge();
        assertThat(stored(text)).as("a day is not over").isTrue();
        aDayLater();
        purge.purge();
        assertThat(stored(text)).isFalse();
        assertThat(stored(leadPath.substring(10, 74))).as("an edition holds it").isTrue();
        Api.operator().get("/pictures/" + text + "-580.jpg").then().statusCode(404);
        Api.operator().get(leadPath).then().statusCode(200);

        var other = push("/b", WORDS + figure("/quay.jpg", "The quay"));
        desk.getWanted();
        assertThat(shown(page(other).extract().asString())).as("and it can come back").contains(text);
    }

    @Test
    void whenTheRightIsWithdrawnTheCopiesGoAndWhenItIsGivenAgainTheyAreMadeAnew() throws SQLException {
        scene("/quay.jpg", PANORAMA);
        feed(item("one", WORDS + figure("/quay.jpg", "The quay") + WORDS));
        var source = Api.source(slug, Map.of("url", press.url("/feed"), "pages", "NEVER", "rights", Map.of("text", "FULL")));
        Api.refresh(source);
        desk.getWanted();
        String id = Api.articles(slug).body("items[0].textPictures", hasSize(1)).extract().path("items[0].id");
        rights(source, "FULL", "NONE");
        purge.purge();
        article(id).body("textPictures", empty());
        rights(source, "FULL", "COPY");
        desk.getWanted();
        page(id).body(containsString("The quay"));
        Api.operator().delete("/api/v1/sources/" + source).then().statusCode(204);
        purge.purge();
        article(id).body("source", nullValue()).body("textPictures", empty()).body("story", notNullValue());
    }

    @Test
    void onAPhoneAndOnPaperEachHasItsOwnProportionsAndNoneIsEnlarged() throws Exception {
        var chromium = Chromium.start();
        Assumptions.assumeTrue(chromium.isPresent(), "no Chromium on this machine");
        for (var number = 0; number < SCENES.size(); number++) {
            scene("/scene" + number + ".jpg", number);
        }
        press.publish("/small.gif", "image/gif", SamplePictures.gif(320, 240, 3)).publish("/card.png", "image/png", SamplePictures.encoded(SampleScenes.foggy(500, 340), "png"));
        var id = push("/a", WORDS + figure("/scene5.jpg", "A panorama from the mole, with everything that floats in it. Photo: Ada Quist") + WORDS + figure("/scene4.jpg", "A portrait.") + WORDS
                + "<p><img src='" + press.url("/card.png") + "' alt=''> Fog stands over the outer roads. " + WORDS.substring(3) + "<ul><li>One point <img src='" + press.url("/scene0.jpg")
                + "'></li><li>Another one</li></ul><table><tr><td><img src='" + press.url("/scene8.jpg") + "'></td><td>Tons a day</td></tr></table>" + figure("/small.gif", "It moved, once.")
                + figure("/gone.jpg", "Gone") + WORDS + "<figure><figure><img src='" + press.url("/scene6.jpg") + "'></figure><figure><img src='" + press.url("/scene7.jpg")
                + "'></figure><figcaption>The board, and what it looks upon.</figcaption></figure>" + WORDS, Map.of());
        desk.getWanted();
        article(id).body("textPictures.state", contains("READY", "READY", "READY", "READY", "READY", "READY", "FAILED", "READY", "READY"));
        String story = article(id).extract().path("story");
        try (var running = chromium.get()) {
            for (var width : new int[] {320, 390, 800, 1280}) {
                try (var context = running.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 700))) {
                    var page = context.newPage();
                    page.navigate("http://localhost:" + RestAssured.port + "/" + slug + "/stories/" + story);
                    page.evaluate("() => Promise.all([...document.images].map(image => { image.loading = 'eager'; return image.decode(); }))");
                    for (var medium : List.of(Media.SCREEN, Media.PRINT)) {
                        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(medium));
                        assertThat(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).as(width + " scrolls sideways").isEqualTo(0);
                        assertThat((List<?>) page.evaluate(ODD)).as(width + " " + medium).isEmpty();
                    }
                }
            }
        }
    }

    private void scene(String path, int number) {
        press.publish(path, "image/jpeg", SCENES.get(number));
    }

    private String figure(String path, String caption) {
        return "<figure><img src='" + press.url(path) + "' alt='Seen from the bridge'><figcaption>" + caption + "</figcaption></figure>";
    }

    private void feed(String... items) {
        press.publish("/feed", "text/xml", "<rss version='2.0'><channel><title>T</title>" + String.join("", items) + "</channel></rss>");
    }

    private static String item(String title, String body) {
        return "<item><title>" + title + "</title><link>https://example.org/" + title + "</link><description>" + body.replace("<", "&lt;") + "</description></item>";
    }

    private String item(String title, String body, String lead) {
        return item(title, body).replace("</item>", "<enclosure type='image/jpeg' url='" + press.url(lead) + "'/></item>");
    }

    private String push(String path, String body) {
        return push(path, body, Map.of());
    }

    private String push(String path, String body, Map<String, Object> more) {
        var article = new HashMap<String, Object>(Map.of("url", "https://example.org" + path, "title", "Ships slow down", "bodyHtml", body));
        article.putAll(more);
        return Api.operator().body(article).post("/api/v1/publications/" + slug + "/articles").then().extract().path("id");
    }

    private static ValidatableResponse article(String id) {
        return Api.operator().get("/api/v1/articles/" + id).then().statusCode(200);
    }

    private ValidatableResponse page(String article) {
        String story = article(article).extract().path("story");
        return Api.operator().accept("text/html").get("/" + slug + "/stories/" + story).then().statusCode(200);
    }

    private static List<String> shown(String page) {
        return SHOWN.matcher(page).results().map(match -> match.group(1)).toList();
    }

    private static void rights(String source, String text, String pictures) {
        Api.operator().body(Map.of("rights", Map.of("text", text, "pictures", pictures))).patch("/api/v1/sources/" + source).then().statusCode(200);
    }

    private void later() throws SQLException {
        change("update body_picture set next_at = now() - interval '1 second' where next_at is not null");
    }

    private void aDayLater() throws SQLException {
        change("update picture set unused_since = unused_since - interval '25 hours'");
    }

    private void change(String sql) throws SQLException {
        try (var connection = database.getConnection(); var update = connection.createStatement()) {
            update.executeUpdate(sql);
        }
    }

    private boolean stored(String hash) throws SQLException {
        try (var connection = database.getConnection(); var select = connection.prepareStatement("select from picture where hash = ?")) {
            select.setString(1, hash);
            return select.executeQuery().next();
        }
    }
}
