package org.broadsheet.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.broadsheet.testsupport.Api;
import org.broadsheet.testsupport.Press;
import org.broadsheet.testsupport.ReadMail;
import org.broadsheet.testsupport.ReceivedMail;
import org.broadsheet.testsupport.Relay;
import org.broadsheet.testsupport.ScriptedSmtpServer;
import org.broadsheet.testsupport.ScriptedSmtpServer.Step;
import org.broadsheet.testsupport.SmtpAct;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** The rows of the requirements on mails as a real SMTP server got them, read by two parsers that are not ours. */
@QuarkusTest
class SentMailTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String HARD_NAME = "Quay, \"Kiln\" & (Sons) <news@evil.example> – 東京 🚢";

    @Inject
    PictureInlining inlining;

    private ScriptedSmtpServer relay;
    private Press press;
    private String slug;

    @BeforeEach
    void open() throws IOException {
        relay = Relay.start();
        press = new Press();
        slug = Api.freshSlug();
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        press.close();
    }

    @Test
    void a1ToA14WhatReadersGetIsWellFormedWhateverStandsInIt() throws Exception {
        publication(Map.of("mail", Map.of("pictures", "INLINE")));
        picturedArticle("Hafen: „Warten“ lernen\u2028Bcc: evil@example.org 👩‍🚀 – ميناء", "ميناء في الفجر, \"quoted\"");
        reader("ada@example.net", "Ünal, \"Ada\" 🚢");
        reader("bob@bücher.example", "");
        reader("carol+news@example.net", "Carol");
        var edition = sent();

        var mails = List.of(mail("ada@example.net"), mail("bob@xn--bcher-kva.example"), mail("carol+news@example.net"));
        for (var mail : mails) {
            var read = ReadMail.byBoth(mail.data());
            a1RequiredFieldsOnce(mail);
            assertThat(read.from()).as("A2").containsExactly(HARD_NAME + "|news@xn--bcher-kva.example");
            assertThat(mail.header("Message-ID")).as("A3").matches("<[0-9a-f]{32}@xn--bcher-kva\\.example>");
            assertThat(mail.header("Date")).as("A4").matches("(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-9]{1,2} [A-Z][a-z]{2} 20[0-9]{2} [0-9:]{8} \\+0[01]00");
            assertThat(mail.text()).as("A5, A8, A13").matches("(?s)[\t\r\n -~]*").doesNotContainPattern("[^\r]\n|\r(?!\n)").endsWith("\r\n");
            assertThat(mail.text().lines().filter(line -> line.length() > 78)).as("A6, but for an address, which nothing may fold").allMatch(line -> line.matches("[A-Za-z-]+: <http[^ ]+>"));
            assertThat(read.subject()).as("A7").contains("Hafen: „Warten“ lernen", "👩‍🚀", "ميناء").doesNotContain("\u2028");
            assertThat(read.structure()).as("A11").isEqualTo("multipart/alternative(text/plain,multipart/related(text/html,image/jpeg))");
            var picture = read.leaf("image/jpeg");
            assertThat(picture.octets()).as("A11").startsWith("\u00FF\u00D8\u00FF");
            assertThat(picture.disposition()).isEqualTo("inline");
            assertThat(ReadMail.byAngus(mail.data()).leaf("image/jpeg").fileName()).as("A10").contains("ميناء").endsWith(".jpg");
            assertThat(mail.text()).as("A10").contains("filename=\"");
            assertThat(Jsoup.parse(read.leaf("text/html").text()).select("img").eachAttr("src")).as("A11").containsOnly("cid:" + picture.contentId().replaceAll("[<>]", ""));
        }
        assertThat(mails.stream().map(mail -> mail.header("Message-ID"))).as("A3").doesNotHaveDuplicates();
        assertThat(mail("bob@xn--bcher-kva.example").header("To")).as("A9").isEqualTo("bob@xn--bcher-kva.example");
        assertThat(ReadMail.byBoth(mail("ada@example.net").data()).to()).as("A2").containsExactly("Ünal, \"Ada\" 🚢|ada@example.net");
        assertThat(Api.count(edition, "sent")).isEqualTo(3);
        a38NobodyElseIsNamed(mails);
    }

    @Test
    void a3ACopyThatIsTriedAgainKeepsItsMessageId() {
        publication(Map.of());
        picturedArticle("Rails are counted", "Rails");
        reader("again@example.net", "");
        relay.next(Step.DOT, SmtpAct.close(SmtpAct.Fate.COMMIT));
        sent();
        assertThat(Relay.to(relay, "again@example.net")).hasSize(2).extracting(mail -> mail.header("Message-ID")).containsOnly(mail("again@example.net").header("Message-ID"));
    }

    @Test
    void a4AndA6ThePreviewIsTheSameInAnyLocaleOfTheMachine() {
        publication(Map.of());
        picturedArticle("Rails are counted, 1 to 1000", "Rails");
        var draft = Api.operator().body(Map.of("send", "DRAFT")).post("/api/v1/publications/" + slug + "/editions").then().statusCode(202).extract().<String>path("id");
        var expected = undated(raw(draft, ""));
        var before = Locale.getDefault();
        try {
            for (var tag : List.of("de-DE", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai", "tr-TR")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                var mail = raw(draft, "");
                assertThat(undated(mail)).as(tag).isEqualTo(expected);
                assertThat(mail).containsPattern("\r\nDate: [A-Z][a-z]{2}, [0-9]{1,2} [A-Z][a-z]{2} 20[0-9]{2} ");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a33A34A35ThePreheaderComesFirstAndTheLanguageAndThePublisherAreNamed() throws Exception {
        publication(Map.of("language", "de"));
        picturedArticle("Häfen lernen warten", "Kai");
        reader("leser@example.net", "");
        sent();
        var mail = mail("leser@example.net");
        var read = ReadMail.byBoth(mail.data());
        var html = Jsoup.parse(read.leaf("text/html").text());
        assertThat(html.body().text()).startsWith("Ships are asked to slow down before they arrive, and the harbour pays for the patience.");
        assertThat(html.body().wholeText().strip().substring(88, 160)).doesNotContainPattern("[A-Za-z]");
        assertThat(mail.header("Content-Language")).isEqualTo(html.selectFirst("html").attr("lang")).isEqualTo("de");
        for (var part : List.of(html.text(), read.leaf("text/plain").text())) {
            assertThat(part).contains("Quay & Kiln Publishing Ltd", "1 Sample Street");
        }
        assertThat(read.leaf("text/plain").text()).contains("/unsubscribe/", "/preferences/", "/" + slug + "/editions/1");
    }

    @Test
    void a36PicturesAreHostedUnlessAPublicationChoosesOtherwise() throws Exception {
        publication(Map.of());
        Api.operator().get("/api/v1/publications/" + slug).then().body("mail.pictures", is("HOSTED"));
        picturedArticle("Harbours learn to wait", "Quay");
        reader("hosted@example.net", "");
        sent();
        var read = ReadMail.byBoth(mail("hosted@example.net").data());
        assertThat(read.structure()).isEqualTo("multipart/alternative(text/plain,text/html)");
        assertThat(Jsoup.parse(read.leaf("text/html").text()).select("img").eachAttr("src")).hasSize(1).allMatch(src -> src.startsWith("http://localhost:8081/pictures/"));
        assertThat(read.leaf("text/html").text()).doesNotContain("data:image", "cid:");

        Api.operator().body(Map.of("mail", Map.of("pictures", "INLINE"))).patch("/api/v1/publications/" + slug).then().statusCode(200).body("mail.pictures", is("INLINE"));
        Api.operator().body(Map.of("mail", Map.of("pictures", "SOMEWHERE"))).patch("/api/v1/publications/" + slug).then().statusCode(400);
        Api.operator().body(new java.util.HashMap<>(java.util.Collections.singletonMap("mail", null))).patch("/api/v1/publications/" + slug).then().statusCode(200).body("mail.pictures", is("HOSTED"));
    }

    @Test
    void a37ACopyThatTheRelayFindsTooLargeFailsWithThatReason() {
        publication(Map.of("mail", Map.of("pictures", "INLINE")));
        picturedArticle("Harbours learn to wait", "Quay");
        reader("large@example.net", "");
        relay.without("SIZE").offering("SIZE 10000");
        var edition = sent();
        Api.operator().get("/api/v1/editions/" + edition + "/deliveries?state=failed").then().body("items[0].reply", containsString("large"));
        assertThat(Relay.to(relay, "large@example.net")).isEmpty();
    }

    @Test
    void a37LaterPicturesStayOnThisServerWhereTheMailWouldGrowTooLarge() throws IOException {
        publication(Map.of());
        for (var number = 1; number <= 3; number++) {
            press.picture("/picture-" + number + ".jpg", 1300 + number, 900);
            article("Harbour number " + number + " learns " + "to wait for trains ".repeat(number), Map.of("url", press.url("/picture-" + number + ".jpg"), "alt", "Quay " + number));
        }
        var draft = Api.operator().body(Map.of("send", "DRAFT")).post("/api/v1/publications/" + slug + "/editions").then().statusCode(202).extract().<String>path("id");
        var html = preview("text/html").get("/api/v1/editions/" + draft + "/preview").then().statusCode(200).extract().asString();

        var all = inlining.inlined(html, "quay.example", 5_000_000);
        assertThat(all.pictures()).hasSize(3).extracting(picture -> picture.contentId()).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{32}-[0-9]+@quay\\.example"));
        assertThat(Jsoup.parse(all.html()).select("img").eachAttr("src")).containsExactlyElementsOf(all.pictures().stream().map(picture -> "cid:" + picture.contentId()).toList());
        assertThat(inlining.inlined(html, "quay.example", 5_000_000).pictures()).as("read and encoded once").usingElementComparator((one, other) -> one == other ? 0 : 1)
                .isEqualTo(all.pictures());

        var two = inlining.inlined(html, "quay.example", all.pictures().get(0).size() + all.pictures().get(1).size() + 200L);
        assertThat(two.pictures()).isEqualTo(all.pictures().subList(0, 2));
        assertThat(Jsoup.parse(two.html()).select("img").eachAttr("src").getLast()).startsWith("http://localhost:8081/pictures/");
        assertThat(inlining.inlined(html, "quay.example", 100)).isEqualTo(new PictureInlining.Inlined(html, List.of()));
        var elsewhere = "<img src=\"https://elsewhere.example/pictures/" + "0".repeat(64) + "-600.jpg\"><img alt='>' src='http://localhost:8081/pictures/" + "0".repeat(64) + "-600.jpg'>";
        assertThat(inlining.inlined(elsewhere, "quay.example", 5_000_000)).isEqualTo(new PictureInlining.Inlined(elsewhere, List.of()));
    }

    @Test
    void thePreviewIsByteForByteWhatTheReaderGetsButForTheToken() {
        publication(Map.of("mail", Map.of("pictures", "INLINE")));
        picturedArticle("Harbours learn to wait", "Quay");
        reader("ada@example.net", "Ada");
        var edition = sent();
        var id = Api.operator().get("/api/v1/publications/" + slug + "/subscribers").then().extract().<String>path("items[0].id");
        var got = mail("ada@example.net").text();
        var shown = raw(edition, "?subscriber=" + id);
        assertThat(token(shown)).isNotEqualTo(token(got));
        assertThat(undated(shown.replace(token(shown), token(got)))).isEqualTo(undated(got));
        given().multiPart("List-Unsubscribe", "One-Click").post("/unsubscribe/" + token(shown)).then().statusCode(200);
        Api.operator().get("/api/v1/publications/" + slug + "/subscribers").then().body("items[0].status", is("ACTIVE"));
    }

    @Test
    void thePreviewIsNegotiated() throws Exception {
        publication(Map.of("mail", Map.of("pictures", "INLINE")));
        picturedArticle("Harbours learn to wait", "Quay");
        var draft = Api.operator().body(Map.of("send", "DRAFT")).post("/api/v1/publications/" + slug + "/editions").then().statusCode(202).extract().<String>path("id");
        assertThat(type(draft, "message/rfc822")).startsWith("message/rfc822");
        assertThat(type(draft, "text/html;q=0.5, message/rfc822;q=0.9")).startsWith("message/rfc822");
        assertThat(type(draft, "message/rfc822;q=0.1, text/plain")).startsWith("text/plain");
        assertThat(type(draft, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")).startsWith("text/html");
        assertThat(type(draft, "*/*")).startsWith("text/html");
        preview("application/pdf").get("/api/v1/editions/" + draft + "/preview").then().statusCode(406).contentType("application/problem+json");
        preview("message/rfc822;q=0, text/*;q=0.2").get("/api/v1/editions/" + draft + "/preview").then().statusCode(200).contentType(containsString("text/html"));
        try (var client = HttpClient.newHttpClient()) { // asks for nothing in particular
            var bare = client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/v1/editions/" + draft + "/preview"))
                    .header("Authorization", "Bearer " + Api.TOKEN).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(bare.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        }
        var head = preview("message/rfc822").head("/api/v1/editions/" + draft + "/preview").then().statusCode(200).extract();
        assertThat(head.contentType()).startsWith("message/rfc822");
        assertThat(head.asByteArray()).isEmpty();
        preview("text/html").get("/api/v1/editions/" + draft + "/preview").then().body(containsString("/pictures/")).header("Content-Security-Policy", containsString("sandbox"));
    }

    @Test
    void readersWhoseSectionsGiveTheSameStoriesGetTheSameBody() {
        publication(Map.of());
        Api.push(slug, "https://example.org/" + UUID.randomUUID(), "Harbours learn to wait for trains", "ports");
        reader("all@example.net", "");
        reader("ports@example.net", "", "ports");
        reader("both@example.net", "", "rail", "ports");
        sent();
        var bodies = List.of("all@example.net", "ports@example.net", "both@example.net").stream().map(reader -> mail(reader).text())
                .map(text -> text.substring(text.indexOf("\r\n\r\n")).replace(token(text), "")).distinct();
        assertThat(bodies).hasSize(1);
    }

    private void publication(Map<String, Object> more) {
        var body = Api.publication(slug);
        body.put("name", "Quay & Kiln 🚢");
        body.put("sender", Map.of("name", HARD_NAME, "address", "news@bücher.example", "replyTo", "desk@quay.example"));
        body.putAll(more);
        Api.operator().body(body).post("/api/v1/publications").then().statusCode(201);
    }

    private void picturedArticle(String title, String alt) {
        try {
            press.picture("/quay.jpg", 1600, 1000);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
        article(title, Map.of("url", press.url("/quay.jpg"), "alt", alt));
    }

    private void article(String title, Map<String, String> picture) {
        Api.operator().body(Map.of("url", "https://example.org/" + UUID.randomUUID(), "title", title, "section", "ports",
                "standfirst", "Ships are asked to slow down before they arrive, and the harbour pays for the patience.",
                "bodyHtml", "<p>The harbour has asked ships to slow down before they arrive. It pays them for the hours they lose at sea.</p>",
                "picture", picture))
                .post("/api/v1/publications/" + slug + "/articles").then().statusCode(201).body("picture", notNullValue());
    }

    private void reader(String email, String name, String... sections) {
        Api.operator().body(Map.of("email", email, "name", name, "confirmed", true, "sections", List.of(sections),
                "consent", Map.of("at", "2026-03-03T10:00:00Z", "wording", "I want it", "how", "on paper")))
                .post("/api/v1/publications/" + slug + "/subscribers").then().statusCode(200).body("added", is(1));
    }

    private String sent() {
        var edition = Api.sendNow(slug);
        await().atMost(SOON).until(() -> Api.status(edition).equals("SENT"));
        return edition;
    }

    private ReceivedMail mail(String recipient) {
        return Relay.to(relay, recipient).getFirst();
    }

    private static io.restassured.specification.RequestSpecification preview(String accept) {
        return given().header("Authorization", "Bearer " + Api.TOKEN).accept(accept);
    }

    private static String raw(String edition, String query) {
        return new String(preview("message/rfc822").get("/api/v1/editions/" + edition + "/preview" + query).then().statusCode(200).extract().asByteArray(), StandardCharsets.ISO_8859_1);
    }

    private static String type(String edition, String accept) {
        return preview(accept).get("/api/v1/editions/" + edition + "/preview").then().statusCode(200).extract().contentType();
    }

    private static String undated(String mail) {
        return mail.replaceFirst("\r\nDate: [^\r]*", "");
    }

    private static String token(String mail) {
        var found = Pattern.compile("/unsubscribe/([A-Za-z0-9_-]+)>").matcher(mail);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static void a1RequiredFieldsOnce(ReceivedMail mail) {
        var header = mail.text().split("\r\n\r\n", 2)[0];
        for (var name : List.of("Date", "From", "Subject", "To", "Message-ID", "MIME-Version", "Content-Type", "Reply-To", "List-Unsubscribe", "List-Id", "Content-Language")) {
            assertThat(Pattern.compile("(?im)^" + name + ":").matcher(header).results()).as("A1 " + name).hasSize(1);
        }
        assertThat(header).as("A1").doesNotContainPattern("(?im)^(bcc|cc|sender):");
    }

    private static void a38NobodyElseIsNamed(List<ReceivedMail> mails) throws IOException {
        for (var mail : mails) {
            var others = mails.stream().map(ReceivedMail::recipient).toList();
            var header = mail.text().split("\r\n\r\n", 2)[0].replaceFirst("(?m)^To: (.|\r\n )*?\r\n(?! )", "");
            var read = ReadMail.byBoth(mail.data());
            for (var part : List.of(header, read.leaf("text/plain").text(), read.leaf("text/html").text())) {
                for (var address : others) {
                    var local = address.replaceAll("[<>]", "").split("@")[0];
                    assertThat(part).as("A38").doesNotContain(local + "@", local + "%40");
                }
            }
        }
    }
}
