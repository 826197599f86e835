package org.broadsheet.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

import org.broadsheet.testsupport.Api;
import org.broadsheet.testsupport.Mime;
import org.broadsheet.testsupport.Press;
import org.broadsheet.testsupport.ReceivedMail;
import org.broadsheet.testsupport.Relay;
import org.broadsheet.testsupport.ScriptedSmtpServer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** The main job, whole: from a real source to a digest in a real inbox, and out again. */
@QuarkusTest
class MainJobTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private ScriptedSmtpServer relay;
    private Press press;

    @BeforeEach
    void open() throws IOException {
        relay = Relay.start();
        press = new Press();
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        press.close();
    }

    @Test
    void aReaderSignsUpGetsTheIllustratedDigestAndLeavesWithOneClick() throws Exception {
        var slug = Api.created();
        var source = sourceWithPicture(slug);
        Api.operator().post("/api/v1/sources/" + source + "/refresh").then().statusCode(200)
                .body("status", is("OK")).body("new", is(2)).body("problems", hasSize(0));
        Api.operator().post("/api/v1/sources/" + source + "/refresh").then().body("status", is("NOT_MODIFIED"));
        Api.operator().get("/api/v1/publications/" + slug + "/articles").then().statusCode(200).body("items", hasSize(2))
                .body("items.find { it.title.startsWith('Harbour') }.picture.credit", is("Photograph: A. Sample"))
                .body("items.find { it.title.startsWith('Harbour') }.picture.caption", is("The quay at dawn"))
                .body("items.find { it.title.startsWith('Harbour') }.bodyHtml", org.hamcrest.Matchers.not(containsString("script")));

        signUpAndConfirm(slug, "ada@example.net");

        var edition = Api.sendNow(slug);
        await().atMost(SOON).until(() -> Api.status(edition).equals("SENT"));
        var digest = Relay.await(relay, "ada@example.net", 3).getLast();
        looksLikeADigest(digest, slug);
        showsOnTheWeb(slug);

        leavesWithOneClick(digest, slug);
        Api.operator().body(Map.of("send", "NOW")).post("/api/v1/publications/" + slug + "/editions").then().statusCode(202)
                .body("status", is("SKIPPED")).body("reason", containsString("no new stories")).body("number", nullValue());
    }

    @Test
    void aBrokenSourceHarmsOnlyItselfAndSaysWhy() {
        var slug = Api.created();
        press.fail("/gone.xml", 503).publish("/page.html", "text/html", "<!doctype html><html><body>Hello</body></html>");

        var gone = addSource(slug, press.url("/gone.xml"));
        var page = addSource(slug, press.url("/page.html"));
        var unreachable = addSource(slug, "http://127.0.0.1:9/feed.xml");
        var metadata = addSource(slug, "http://169.254.169.254/latest/meta-data");

        refreshFails(gone, "answered 503");
        refreshFails(page, "Nothing to read was found at 127.0.0.1");
        refreshFails(unreachable, "refuses connections");
        refreshFails(metadata, "not on the public internet");
        Api.operator().get("/api/v1/publications/" + slug + "/sources").then().body("items", hasSize(4));
    }

    @Test
    void aPictureThatIsNoneCostsTheArticleNothingButItsPicture() {
        var slug = Api.created();
        press.publish("/fake.jpg", "image/jpeg", "<html>not a picture</html>");

        Api.operator().body(Map.of("url", "https://example.org/a", "title", "A title", "picture", Map.of("url", press.url("/fake.jpg"))))
                .post("/api/v1/publications/" + slug + "/articles").then().statusCode(201)
                .body("picture", nullValue()).body("pictureProblem", containsString("not a picture")).body("title", is("A title"));
    }

    @Test
    void theSameNewsFromTwoSourcesIsOneStoryThatNamesBoth() {
        var slug = Api.created();
        for (var wire : new String[] {"North Wire", "South Wire"}) {
            var more = wire.startsWith("S") ? ", networks decide" : "";
            press.publish("/" + wire.charAt(0) + ".xml", "application/rss+xml", "<rss version='2.0'><channel><title>" + wire + "</title><item><title>"
                    + "Railways will pay for the trains they do not run" + more + "</title><link>" + press.url("/" + wire.charAt(0)) + "</link></item></channel></rss>");
            Api.operator().post("/api/v1/sources/" + addSource(slug, press.url("/" + wire.charAt(0) + ".xml")) + "/refresh").then().body("new", is(1));
        }
        var draft = Api.operator().body(Map.of("send", "DRAFT")).post("/api/v1/publications/" + slug + "/editions").then().statusCode(202)
                .body("stories", hasSize(1)).extract().<String>path("id");
        given().header("Authorization", "Bearer " + Api.TOKEN).accept("text/plain").get("/api/v1/editions/" + draft + "/preview").then()
                .body(containsString("Also reported by"));
    }

    private String sourceWithPicture(String slug) throws IOException {
        press.picture("/quay.jpg", 1600, 1000).publish("/feed.xml", "application/rss+xml", """
                <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>North Quay Wire</title><link>%1$s</link>
                <item><title>Harbour learns to wait 🚢</title><link>%1$s/1?utm_source=rss</link><guid>q1</guid><category>Ports</category>
                <pubDate>Tue, 24 Nov 2020 06:00:00 GMT</pubDate>
                <description>&lt;p&gt;Ships are asked to slow down before they arrive, and the harbour pays for the patience it asks of them.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description>
                <media:content url="%1$s/quay.jpg" medium="image"><media:credit>Photograph: A. Sample</media:credit><media:description>The quay at dawn</media:description></media:content></item>
                <item><title>Rails are counted</title><link>%1$s/2</link><guid>q2</guid><description>Somebody has counted all the rails of the yard, twice.</description></item>
                </channel></rss>""".formatted(press.url("")));
        return addSource(slug, press.url("/feed.xml"));
    }

    private static String addSource(String slug, String url) {
        return Api.operator().body(Map.of("url", url, "section", "ports")).post("/api/v1/publications/" + slug + "/sources").then().statusCode(201)
                .body("nextTry", notNullValue()).extract().path("id");
    }

    private static void refreshFails(String source, String words) {
        Api.operator().post("/api/v1/sources/" + source + "/refresh").then().statusCode(200).body("status", is("FAILED"))
                .body("problems[0].message", containsString(words));
        Api.operator().get("/api/v1/sources/" + source).then().body("lastProblem", containsString(words)).body("lastSuccess", nullValue());
    }

    private void signUpAndConfirm(String slug, String email) throws InterruptedException {
        var form = Jsoup.parse(given().get("/" + slug + "/subscribe").then().statusCode(200).extract().asString());
        var hidden = form.select("input[name=form]").attr("value");
        given().formParam("email", "nobody at home").formParam("form", hidden).post("/" + slug + "/subscribe").then().statusCode(400)
                .body(containsString("aria-invalid"));
        Thread.sleep(2100); // as a person would need
        given().formParam("email", email).formParam("name", "Ada").formParam("section", "ports").formParam("form", hidden)
                .post("/" + slug + "/subscribe").then().statusCode(200);
        var mail = Relay.await(relay, email, 1).getFirst();
        assertThat(mail.header("List-Unsubscribe")).isEmpty();
        var link = path(Mime.text(mail), "/confirm/[A-Za-z0-9_-]+");

        given().get(link).then().statusCode(200);
        given().head(link);
        Api.operator().get("/api/v1/publications/" + slug + "/subscribers").then().body("items[0].status", is("PENDING"));
        given().post(link).then().statusCode(200);
        given().post(link).then().statusCode(200);
        Api.operator().get("/api/v1/publications/" + slug + "/subscribers").then().body("items[0].status", is("ACTIVE"));
        Relay.await(relay, email, 2);
        given().post("/confirm/AAAAAAAAAAAAAAAAAAAAAA").then().statusCode(404);
    }

    private static void looksLikeADigest(ReceivedMail mail, String slug) {
        assertThat(Mime.parse(mail).getSubject()).isEqualTo("Harbour learns to wait 🚢");
        assertThat(Mime.parse(mail).getFrom().getFirst().getName()).isEqualTo("Zoë at Quay & Kiln");
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.header("List-Id")).endsWith("<" + slug + ".quay.example>");
        assertThat(mail.header("Message-ID")).matches("<[0-9a-f]{32}@quay.example>");
        var html = Jsoup.parse(Mime.html(mail));
        assertThat(html.select("h1").text()).isEqualTo("Quay & Kiln 🚢");
        assertThat(html.select("a[href^=tel:]").eachAttr("href")).containsExactly("tel:+441632960214", "tel:+3225550148");
        assertThat(html.select("img").attr("src")).matches("http://localhost:8081/pictures/[0-9a-f]{64}-1200.jpg");
        assertThat(html.text()).contains("The quay at dawn", "Photograph: A. Sample", "North Quay Wire", "Quay & Kiln Publishing Ltd", "Sampleton");
        assertThat(Mime.text(mail)).contains("Harbour learns to wait", "/unsubscribe/", "Quay & Kiln Publishing Ltd").doesNotContain("\uE000", "<");
        given().get(path(html.select("img").attr("src"), "/pictures/.*")).then().statusCode(200).contentType("image/jpeg")
                .header("Cache-Control", containsString("immutable"));
    }

    private static void showsOnTheWeb(String slug) {
        given().get("/" + slug).then().statusCode(200).body(containsString("Harbour learns to wait"));
        given().get("/" + slug + "/editions/1").then().statusCode(200).body(containsString("Photograph: A. Sample"));
        given().get("/" + slug + "/feed.atom").then().statusCode(200).body("feed.entry.title", is("Harbour learns to wait 🚢"));
        given().get("/" + slug + "/editions/2").then().statusCode(404);
    }

    private static void leavesWithOneClick(ReceivedMail digest, String slug) {
        var link = path(digest.header("List-Unsubscribe"), "/unsubscribe/[A-Za-z0-9_-]+");
        given().get(link).then().statusCode(200);
        Api.operator().get("/api/v1/publications/" + slug + "/subscribers").then().body("items[0].status", is("ACTIVE"));
        given().multiPart("List-Unsubscribe", "One-Click").post(link).then().statusCode(200);
        given().formParam("List-Unsubscribe", "One-Click").post(link).then().statusCode(200);
        Api.operator().get("/api/v1/publications/" + slug + "/subscribers").then().body("items[0].status", is("UNSUBSCRIBED"));
        given().formParam("List-Unsubscribe", "One-Click").post("/unsubscribe/unknown-token").then().statusCode(200);
    }

    private static String path(String text, String pattern) {
        var match = Pattern.compile(pattern).matcher(text);
        assertThat(match.find()).as(pattern + " in " + text).isTrue();
        return match.group();
    }
}
