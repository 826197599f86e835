package org.broadsheet.site;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.util.List;

import org.broadsheet.testsupport.Api;
import org.broadsheet.testsupport.Press;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** An operator pastes an address and sees at once what it brings, and what is wrong with it. */
@QuarkusTest
class SourcesAtTheDeskTest {

    private Press press;
    private String slug;
    private String session;

    @BeforeEach
    void open() throws IOException {
        press = new Press();
        slug = Api.created();
        session = given().redirects().follow(false).formParam("token", Api.TOKEN).post("/admin/login").then().statusCode(303).extract().cookie("broadsheet-admin");
    }

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void aPastedAddressIsReadAtOnceAndItsPageShowsWhatCame() throws IOException {
        press.picture("/quay.jpg", 1200, 800).publish("/feed", "text/xml", "<rss version='2.0'><channel><title>North Quay Wire</title><item><title>Ships slow down</title><link>"
                + press.url("/ships") + "</link><pubDate>the day before yesterday</pubDate><enclosure type='image/jpeg' url='" + press.url("/quay.jpg") + "'/></item></channel></rss>");
        var page = paste(press.url("/feed"));
        desk().get(page).then().statusCode(200).body(containsString("North Quay Wire"), containsString("Ships slow down"), containsString("One new article, 0 updated, 0 unchanged."),
                containsString("A date cannot be read: the day before yesterday"), containsString("/pictures/"), containsString("Last read with success just now."));
        desk().get("/admin").then().statusCode(200).body(containsString(page));
    }

    @Test
    void anErrorStandsInWordsAndTheOperatorMayTryAgain() {
        press.fail("/feed", 503);
        var page = paste(press.url("/feed"));
        desk().get(page).then().statusCode(200).body(containsString("It could never be read; one try has failed since."), containsString("answered 503: it has trouble of its own"));
        press.publish("/feed", "text/xml", "<rss version='2.0'><channel><title>Back again</title><item><title>News</title><link>https://example.org/n</link></item></channel></rss>");
        desk().redirects().follow(false).post(page + "/refresh").then().statusCode(303);
        desk().get(page).then().body(containsString("Back again"), not(containsString("answered 503")));
    }

    @Test
    void anAddressThatIsNoneComesBackInItsFormWithTheReason() {
        desk().formParam("publication", slug).formParam("url", "file:///etc/passwd").post("/admin/sources").then().statusCode(400)
                .body(containsString("value=\"file:///etc/passwd\""), containsString("class=\"wrong\""));
        desk().formParam("publication", slug).formParam("url", "the harbour news").post("/admin/sources").then().statusCode(400).body(containsString("That is no address on the web."));
    }

    @Test
    void anAddressMayBePastedAsItCameFromAnotherReader() {
        press.publish("/feed", "text/xml", "<rss version='2.0'><channel><title>North Quay Wire</title><item><title>News</title><link>https://example.org/n</link></item></channel></rss>");
        var page = paste("<" + press.url("/feed").replaceFirst("^http:", "feed:") + "?utm_source=reader>");
        desk().get(page).then().body(containsString(">" + press.url("/feed") + "<"), containsString("North Quay Wire"));
    }

    @Test
    void twoAddressesOfOneFeedAreNoticed() {
        press.publish("/feed", "text/xml", "<rss version='2.0'><channel><title>North Quay Wire</title><item><title>News</title><link>https://example.org/n</link></item></channel></rss>")
                .publish("/", "text/html", "<html><head><title>Wire</title><link rel='alternate' type='application/rss+xml' href='/feed'></head><body>Welcome</body></html>");
        paste(press.url("/feed"));
        desk().get(paste(press.url("/"))).then().body(containsString("The source North Quay Wire (" + press.url("/feed") + ") is read at the same address"),
                containsString("None of its own: what it brings is known from other sources."));
    }

    @Test
    void whatIsSetAtTheDeskHoldsAndNothingElseChanges() {
        press.fail("/feed", 404);
        var page = paste(press.url("/feed"));
        desk().redirects().follow(false).formParam("section", "").formParam("text", "EXCERPT").formParam("priority", "-3").post(page + "/settings").then().statusCode(303);
        Api.operator().get("/api/v1/sources/" + page.replaceFirst(".*/", "")).then().body("section", nullValue(), "rights.text", is("EXCERPT"), "rights.pictures", is("COPY"), "priority", is(-3), "pages", is("AUTO"));
        desk().formParam("priority", "11").post(page + "/settings").then().statusCode(400).body(containsString("must be from -10 to 10"));
        desk().formParam("section", "unheard-of").post(page + "/settings").then().statusCode(400);
        desk().get(page).then().body(containsString("Open the address in a browser."), containsString("<option value=\"-3\" selected>"));
    }

    @Test
    void aSourceCanBeRemoved() {
        press.fail("/feed", 404);
        var page = paste(press.url("/feed"));
        desk().redirects().follow(false).post(page + "/remove").then().statusCode(303);
        desk().get(page).then().statusCode(404);
        desk().get("/admin").then().body(not(containsString(press.url("/feed"))));
    }

    @Test
    void nobodyElseGetsIn() {
        var page = paste(press.url("/feed"));
        given().redirects().follow(false).get(page).then().statusCode(303);
        for (var action : List.of("/refresh", "/remove", "/settings")) {
            desk().header("Sec-Fetch-Site", "cross-site").formParam("priority", "5").post(page + action).then().statusCode(409);
            given().formParam("priority", "5").post(page + action).then().statusCode(409);
        }
        desk().get(page).then().statusCode(200).body(containsString("<option value=\"0\" selected>"));
        given().formParam("publication", slug).formParam("url", press.url("/other")).post("/admin/sources").then().statusCode(409);
    }

    private String paste(String url) {
        return desk().redirects().follow(false).formParam("publication", slug).formParam("url", url).formParam("section", "ports").post("/admin/sources").then().statusCode(303)
                .extract().header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private RequestSpecification desk() {
        return given().cookie("broadsheet-admin", session);
    }
}
