package org.broadsheet.edition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.imageio.ImageIO;

import org.broadsheet.testsupport.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** What a publisher says beside the news: notes, sponsors, notices, a logo, a subject of his own pattern. */
@QuarkusTest
class OwnBlocksTest {

    private String slug;

    @BeforeEach
    void create() {
        slug = Api.created();
        Api.push(slug, "https://example.org/" + UUID.randomUUID(), "Harbours learn to wait", "ports");
        Api.push(slug, "https://example.org/" + UUID.randomUUID(), "Kilns are cold at night", "rail");
    }

    @Test
    void aStandingBlockComesInTheEditionsOfItsDaysInHtmlTextAndOnTheWeb() {
        block(Map.of("block", Map.of("kind", "NOTE", "heading", "Good morning", "text", "We moved **nothing**.\n\nRead <a href=\"https://example.org/why\">why</a><script>alert(1)</script>.",
                "signature", "The editor"))).statusCode(201).body("block.place", nullValue()).body("rank", is(0));
        block(Map.of("block", Map.of("kind", "SPONSOR", "headline", "Instruments that survive the move", "url", "https://example.org/sponsor", "text", "Crates & customs"),
                "until", "2999-12-31")).statusCode(201);
        block(Map.of("block", Map.of("kind", "NOTICE", "text", "Long gone."), "until", "2001-01-01")).statusCode(201);

        var edition = Api.sendNow(slug);

        var html = preview(edition, "text/html");
        assertThat(html).contains("Good morning").contains("https://example.org/why").contains("The editor").contains("Advertisement")
                .contains("Instruments that survive the move").contains("https://example.org/sponsor").doesNotContain("<script").doesNotContain("alert(1)").doesNotContain("Long gone");
        var text = preview(edition, "text/plain");
        assertThat(text).contains("Good morning").contains("https://example.org/why").contains("The editor").contains("Instruments that survive the move")
                .contains("https://example.org/sponsor").doesNotContain("Long gone");
        given().get("/" + slug + "/editions/1").then().statusCode(200).body(containsString("Good morning")).body(containsString("Advertisement"))
                .body(containsString("rel=\"sponsored nofollow\"")).body(not(containsString("alert(1)"))).body(not(containsString("Long gone")));
    }

    @Test
    void aDraftsBlocksAreItsOwnAndWhatASentEditionSaidStays() {
        var standing = block(Map.of("block", Map.of("kind", "NOTICE", "text", "As it stood."))).extract().<String>path("id");
        var draft = draft();
        Api.operator().get("/api/v1/editions/" + draft).then().body("blocks", hasSize(1)).body("blocks[0].text", is("As it stood."));

        Api.operator().body(Map.of("block", Map.of("text", "As it stands."))).patch("/api/v1/blocks/" + standing).then().statusCode(200).body("block.kind", is("NOTICE"))
                .body("block.text", is("As it stands."));
        Api.operator().body(Map.of("blocks", List.of(Map.of("kind", "NOTE", "text", "For this one alone."), Map.of("kind", "NOTICE", "text", "At the end.", "place", "END"))))
                .patch("/api/v1/editions/" + draft).then().statusCode(200).body("blocks", hasSize(2)).body("stories", hasSize(2));

        assertThat(preview(draft, "text/plain")).contains("For this one alone.").doesNotContain("As it st");
        Api.operator().delete("/api/v1/blocks/" + standing).then().statusCode(204);
        Api.operator().get("/api/v1/publications/" + slug + "/blocks").then().body("items", hasSize(0));
    }

    @Test
    void aSponsorsPictureIsUploadedFirstAndServedByUs() throws IOException {
        var uploaded = Api.operator().contentType("image/png").body(picture(1600, 400, BufferedImage.TYPE_INT_RGB)).post("/api/v1/publications/" + slug + "/pictures").then()
                .statusCode(201).body("width", is(1152)).extract();
        String file = uploaded.path("file");
        block(Map.of("block", Map.of("kind", "SPONSOR", "headline", "With a picture", "url", "https://example.org/s", "picture", Map.of("file", file, "alt", "A crate"))))
                .statusCode(201).body("block.picture.width", is(1152));

        var html = preview(draft(), "text/html");
        assertThat(html).contains("/pictures/" + file).contains("A crate");
        var served = given().get(URI.create(uploaded.<String>path("url")).getPath()).then().statusCode(200).contentType("image/png").extract().asByteArray();
        assertThat(ImageIO.read(new ByteArrayInputStream(served)).getWidth()).isEqualTo(1152);
    }

    @Test
    void aLogoStandsForTheNameAndKeepsItsTransparency() throws IOException {
        Api.operator().contentType("image/png").body(picture(500, 100, BufferedImage.TYPE_INT_ARGB)).put("/api/v1/publications/" + slug + "/logo?paper=DARK").then().statusCode(409);
        Api.operator().contentType("image/png").body(picture(800, 320, BufferedImage.TYPE_INT_ARGB)).put("/api/v1/publications/" + slug + "/logo?alt=Quay").then()
                .statusCode(200).body("width", is(200)).body("height", is(80)).body("alt", is("Quay"));
        Api.operator().contentType("image/png").body(picture(801, 320, BufferedImage.TYPE_INT_ARGB)).put("/api/v1/publications/" + slug + "/logo?paper=DARK").then().statusCode(200);
        var logo = Api.operator().get("/api/v1/publications/" + slug).then().statusCode(200).extract();

        var html = preview(draft(), "text/html");
        assertThat(html).contains("/pictures/" + logo.path("logo.file")).contains("alt=\"Quay\"");
        var served = given().get("/pictures/" + logo.path("logo.file")).then().statusCode(200).extract().asByteArray();
        assertThat(ImageIO.read(new ByteArrayInputStream(served)).getColorModel().hasAlpha()).isTrue();
        Api.operator().delete("/api/v1/publications/" + slug + "/logo").then().statusCode(204);
        Api.operator().get("/api/v1/publications/" + slug).then().body("logo", nullValue());
    }

    @Test
    void whatIsNoPictureIsRefusedInWords() throws IOException {
        upload("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(), "SVG");
        upload("<html>".getBytes(), "web page");
        upload(new byte[0], "empty");
        var cut = picture(600, 300, BufferedImage.TYPE_INT_RGB);
        upload(java.util.Arrays.copyOf(cut, 60), "broken");
    }

    @Test
    void theSubjectFollowsThePublicationsPattern() {
        Api.operator().body(Map.of("mail", Map.of("subject", "{name} {number} – {headline}"))).patch("/api/v1/publications/" + slug).then().statusCode(200);
        Api.operator().get("/api/v1/editions/" + draft()).then().body("subject", containsString("Quay & Kiln 🚢 No. 1 – "));

        Api.operator().body(Map.of("mail", Map.of("subject", "{nonsense}"))).patch("/api/v1/publications/" + slug).then().statusCode(400)
                .body("errors.field", hasItem("mail.subject")).body("detail", containsString("{headline}"));
        Api.operator().body(Map.of("mail", Map.of("subject", "{headline"))).patch("/api/v1/publications/" + slug).then().statusCode(400);
    }

    @Test
    void subjectsAndPreheadersAreSuggestedFromTheStories() {
        Api.operator().get("/api/v1/editions/" + draft() + "/suggestions").then().statusCode(200).body("subjects[0].text", containsString("a"))
                .body("subjects.text", hasItem(containsString("Harbours: "))).body("subjects.text", hasItem(containsString("; "))).body("preheaders[0].characters", org.hamcrest.Matchers.greaterThan(39));
    }

    @Test
    void thePrivacyPolicyIsNamedWhereThereIsOne() {
        Api.operator().body(Map.of("privacyUrl", "https://example.org/privacy")).patch("/api/v1/publications/" + slug).then().statusCode(200);
        var draft = draft();
        assertThat(preview(draft, "text/html")).contains("https://example.org/privacy");
        assertThat(preview(draft, "text/plain")).contains("https://example.org/privacy");
        Api.operator().body(Map.of("privacyUrl", "javascript:alert(1)")).patch("/api/v1/publications/" + slug).then().statusCode(400).body("errors.field", hasItem("privacyUrl"));
    }

    @Test
    void aBlockThatLacksSomethingIsRefusedByField() {
        block(Map.of("block", Map.of("kind", "SPONSOR", "url", "https://example.org/s"))).statusCode(400).body("errors.field", hasItem("block.headline"));
        block(Map.of("block", Map.of("kind", "SPONSOR", "headline", "x", "url", "javascript:alert(1)"))).statusCode(400).body("errors.field", hasItem("block.url"));
        block(Map.of("block", Map.of("kind", "NOTE", "text", "x", "url", "https://example.org"))).statusCode(400).body("errors.field", hasItem("block.url"));
        block(Map.of("block", Map.of("kind", "NOTICE", "text", "x", "place", "AFTER_SECTION"))).statusCode(400).body("errors.field", hasItem("block.section"));
        block(Map.of("block", Map.of("kind", "NOTICE", "text", "x"), "from", "2026-12-02", "until", "2026-12-01")).statusCode(400).body("errors.field", hasItem("until"));
        block(Map.of("block", Map.of("kind", "SPONSOR", "headline", "x", "url", "https://example.org", "picture",
                Map.of("file", "0".repeat(64) + "-100.png", "alt", "")))).statusCode(400).body("errors.field", hasItem("block.picture.file"));
        Api.operator().body(Map.of("blocks", List.of(Map.of("kind", "NOTE")))).patch("/api/v1/editions/" + draft()).then().statusCode(400)
                .body("errors.field", hasItem("blocks[0].text"));
    }

    @Test
    void noTextOfOursHoldsTheMarksOfSlotsOrWhatTheDatabaseCannotKeep() {
        var draft = draft();
        for (var bad : List.of("\uE000TOKEN\uE001", "\uE000", "a\u0000b", "a\u001bb", "a\uFFFFb")) {
            block(Map.of("block", Map.of("kind", "NOTE", "text", bad + "x"))).statusCode(400).body("errors.field", hasItem("block.text"));
            block(Map.of("block", Map.of("kind", "SPONSOR", "headline", "x", "url", "https://example.org/?" + bad))).statusCode(400).body("errors.field", hasItem("block.url"));
            block(Map.of("block", Map.of("kind", "NOTICE", "text", bad))).statusCode(400).body("errors.field", hasItem("block.text"));
            var story = Api.operator().get("/api/v1/editions/" + draft).then().extract().<String>path("stories[0].id");
            Api.operator().body(Map.of("stories", List.of(Map.of("id", story, "summary", bad)))).patch("/api/v1/editions/" + draft).then().statusCode(400)
                    .body("errors.field", hasItem("stories[0].summary"));
            Api.operator().body(Map.of("text", bad)).post("/api/v1/stories/" + story + "/corrections").then().statusCode(400).body("errors.field", hasItem("text"));
            Api.operator().body(Map.of("text", "x", "summary", bad)).post("/api/v1/stories/" + story + "/corrections").then().statusCode(400).body("errors.field", hasItem("summary"));
            Api.operator().body(Map.of("reason", bad)).post("/api/v1/stories/" + story + "/withdraw").then().statusCode(400).body("errors.field", hasItem("reason"));
            Api.operator().body(Map.of("mail", Map.of("subject", bad + "{headline}"))).patch("/api/v1/publications/" + slug).then().statusCode(400).body("errors.field", hasItem("mail.subject"));
            Api.operator().body(Map.of("postalAddress", bad)).patch("/api/v1/publications/" + slug).then().statusCode(400).body("errors.field", hasItem("postalAddress"));
            Api.operator().body(Map.of("privacyUrl", "https://example.org/" + bad)).patch("/api/v1/publications/" + slug).then().statusCode(400).body("errors.field", hasItem("privacyUrl"));
        }
        block(Map.of("block", Map.of("kind", "NOTE", "text", "One\r\n\r\n\ttwo"))).statusCode(201);
    }

    @Test
    void aLogoAndASponsorsPictureTravelInAMailThatHoldsItsPictures() throws IOException {
        Api.operator().contentType("image/png").body(picture(800, 320, BufferedImage.TYPE_INT_ARGB)).put("/api/v1/publications/" + slug + "/logo").then().statusCode(200);
        String file = Api.operator().contentType("image/png").body(picture(300, 200, BufferedImage.TYPE_INT_RGB)).post("/api/v1/publications/" + slug + "/pictures").then().statusCode(201)
                .extract().path("file");
        block(Map.of("block", Map.of("kind", "SPONSOR", "headline", "x", "url", "https://example.org/s", "picture", Map.of("file", file, "alt", "A crate")))).statusCode(201);
        Api.operator().body(Map.of("mail", Map.of("pictures", "INLINE"))).patch("/api/v1/publications/" + slug).then().statusCode(200);
        var mail = preview(draft(), "message/rfc822");
        assertThat(mail.split("Content-Type: image/png", -1)).hasSize(3);
        assertThat(mail).contains("Content-ID: <" + file.substring(0, 32)).contains("filename=");
    }

    @Test
    void aLogosWordsHoldNoMarksOfSlots() throws IOException {
        Api.operator().contentType("image/png").queryParam("alt", "\uE000TOKEN\uE001").body(picture(300, 100, BufferedImage.TYPE_INT_RGB)).put("/api/v1/publications/" + slug + "/logo").then()
                .statusCode(400).body("errors.field", hasItem("alt"));
    }

    @Test
    void aPictureOfMoreThanTwelveMegabytesIsTooLarge() {
        Api.operator().contentType("image/png").body(new byte[12_000_001]).post("/api/v1/publications/" + slug + "/pictures").then().statusCode(413);
        Api.operator().contentType("image/png").body(new byte[12_000_001]).put("/api/v1/publications/" + slug + "/logo").then().statusCode(413);
    }

    @Test
    void aPictureOfOddShapeIsServedOrRefused() throws IOException {
        for (var size : List.of(List.of(1, 1), List.of(9_000, 1), List.of(1, 9_000))) {
            var status = Api.operator().contentType("image/png").body(picture(size.get(0), size.get(1), BufferedImage.TYPE_INT_RGB)).post("/api/v1/publications/" + slug + "/pictures").then()
                    .extract();
            assertThat(status.statusCode()).as("%s: %s", size, status.asString()).isIn(201, 400);
            if (status.statusCode() == 201) {
                given().get(URI.create(status.<String>path("url")).getPath()).then().statusCode(200);
            }
        }
    }

    private ValidatableResponse block(Map<String, Object> body) {
        return Api.operator().body(body).post("/api/v1/publications/" + slug + "/blocks").then();
    }

    private String draft() {
        return Api.operator().body(Map.of("send", "DRAFT")).post("/api/v1/publications/" + slug + "/editions").then().statusCode(202).extract().path("id");
    }

    private static String preview(String edition, String type) {
        return given().header("Authorization", "Bearer " + Api.TOKEN).accept(type).get("/api/v1/editions/" + edition + "/preview").then().statusCode(200).extract().asString();
    }

    private void upload(byte[] bytes, String words) {
        Api.operator().contentType("image/png").body(bytes).post("/api/v1/publications/" + slug + "/pictures").then().statusCode(400).body("detail", containsString(words));
    }

    private static byte[] picture(int width, int height, int type) throws IOException {
        var image = new BufferedImage(width, height, type);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(0x1f4e7a));
        graphics.fillOval(0, 0, width, height);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
