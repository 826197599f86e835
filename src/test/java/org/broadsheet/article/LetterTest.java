package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import javax.net.ssl.SSLSocketFactory;

import jakarta.inject.Inject;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.broadsheet.source.MailInConfig;
import org.broadsheet.testsupport.Api;
import org.broadsheet.testsupport.TestCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Newsletters as sources: an address of their own, read from a mailbox or handed in. */
@QuarkusTest
class LetterTest {

    @Inject
    MailboxTicker ticker;

    private String slug;
    private GreenMail server;
    private GreenMailUser user;

    @BeforeEach
    void open() {
        slug = Api.created();
        server = new GreenMail(ServerSetup.IMAP.dynamicPort());
        server.start();
        user = server.setUser("news@paper.example", "news", "secret");
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void aNewsletterGetsAnAddressOfItsOwn() {
        var source = add();
        item(source).body("kind", is("MAIL")).body("url", matchesPattern("mailto:[a-z2-7]{16}@.+")).body("nextTry", nullValue());
        Api.operator().post("/api/v1/sources/" + source + "/refresh").then().statusCode(409);
        Api.operator().body(Map.of("kind", "MAIL", "url", "mailto:Letters@Paper.example")).post("/api/v1/publications/" + slug + "/sources").then().statusCode(201)
                .body("url", is("mailto:letters@paper.example"));
        Api.operator().body(Map.of("kind", "MAIL", "url", "https://paper.example/")).post("/api/v1/publications/" + slug + "/sources").then().statusCode(400)
                .body("errors[0].field", is("url"));
        Api.operator().body(Map.of("kind", "FEED")).post("/api/v1/publications/" + slug + "/sources").then().statusCode(400).body("errors[0].field", is("url"));
        Api.operator().body(Map.of("priority", 2)).patch("/api/v1/sources/" + source).then().statusCode(200).body("priority", is(2)).body("url", is(url(source)));
        Api.operator().body(Map.of("kind", "AUTO")).patch("/api/v1/sources/" + source).then().statusCode(400).body("errors[0].field", is("kind"));
    }

    @Test
    void aMessageThatIsHandedInBecomesAnArticleOnce() {
        var source = add();
        var mail = mail(address(source), "Ships slow down", "<one@quay.example>", "Content-Type: text/html; charset=utf-8\r\n\r\n<p>The harbour pays for patience. Really.</p><p>"
                + "<a href='https://quay.example/u/1'>Unsubscribe</a></p>");
        hand(source, mail).body("status", is("OK")).body("new", is(1)).body("problems", hasSize(0));
        hand(source, mail).body("new", is(0)).body("unchanged", is(1));
        Api.articles(slug).body("items", hasSize(1)).body("items[0].title", is("Ships slow down")).body("items[0].guid", is("one@quay.example")).body("items[0].author", is("Ada at Quay"))
                .body("items[0].source.title", is("Ada at Quay")).body("items[0].bodyHtml", is("<p>The harbour pays for patience. Really.</p>"))
                .body("items[0].url", matchesPattern("http://localhost:8081/" + slug + "/letters/[0-9a-f]{32}"));
        item(source).body("title", is("Ada at Quay")).body("lastSuccess", notNullValue()).body("lastProblem", nullValue());
        String own = Api.articles(slug).extract().path("items[0].url");
        io.restassured.RestAssured.given().redirects().follow(false).get(own.replace("http://localhost:8081", "")).then().statusCode(302)
                .header("Location", containsString("/" + slug + "/stories/"));
        io.restassured.RestAssured.given().get(own.replace("http://localhost:8081", "")).then().statusCode(200).body(containsString("Ships slow down"));
    }

    @Test
    void onePageForAllIssuesDoesNotMakeThemOneArticle() {
        var source = add();
        for (var number = 1; number <= 2; number++) {
            hand(source, mail(address(source), "Issue " + number, "<" + number + "@quay.example>", "Content-Type: text/html\r\n\r\n<p>Text of issue " + number
                    + "</p><p><a href='https://quay.example/latest'>View in browser</a></p>")).body("new", is(1));
        }
        Api.articles(slug).body("items.title", contains("Issue 2", "Issue 1")).body("items[1].url", is("https://quay.example/latest")).body("items[0].url", containsString("/letters/"));
    }

    @Test
    void whatIsNoNewsGoesToTheOperator() {
        var source = add();
        hand(source, mail(address(source), "Please confirm your subscription", "<c@quay.example>", "\r\nConfirm: https://quay.example/confirm/1\r\n"))
                .body("status", is("OK")).body("new", is(0)).body("problems.code", contains("confirmation"));
        item(source).body("lastProblem", containsString("open https://quay.example/confirm/1"));
        Api.articles(slug).body("items", hasSize(0));
        hand(source, "what").body("status", is("FAILED")).body("problems.code", contains("not-a-message"));
        hand(source, mail(address(source), "An edition", "<e@x>", "List-Unsubscribe: <http://localhost:8081/unsubscribe/x>\r\n\r\nx")).body("problems.code", contains("loop"));
        hand(source, mail(address(source), "News", "<n@x>", "\r\nNews")).body("new", is(1));
        item(source).body("lastProblem", nullValue());
    }

    @Test
    void limitsHold() {
        var source = add();
        Api.operator().contentType("message/rfc822").body(new byte[10_000_001]).post("/api/v1/sources/" + source + "/messages").then().statusCode(413);
        Api.operator().contentType("message/rfc822").body("x".getBytes()).post("/api/v1/sources/99999999/messages").then().statusCode(404);
        io.restassured.RestAssured.given().contentType("message/rfc822").body("x".getBytes()).post("/api/v1/sources/" + source + "/messages").then().statusCode(401);
        Api.operator().body("{}").post("/api/v1/sources/" + source + "/messages").then().statusCode(415);
        var web = Api.operator().body(Map.of("url", "https://a.example/")).post("/api/v1/publications/" + slug + "/sources").then().extract().<String>path("id");
        Api.operator().contentType("message/rfc822").body("x".getBytes()).post("/api/v1/sources/" + web + "/messages").then().statusCode(409);
    }

    @Test
    void thePictureMayLieInTheMail() throws Exception {
        var source = add();
        hand(source, mail(address(source), "Pictured", "<p@quay.example>", "Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Look at it.</p>"
                + "<img src='cid:small@x'><img src='cid:pier@x'>\r\n--b\r\nContent-Type: image/png\r\nContent-ID: <small@x>\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(picture(40, 40)) + "\r\n--b\r\nContent-Type: image/jpeg\r\nContent-ID: <pier@x>\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(picture(1200, 800)) + "\r\n--b--\r\n")).body("new", is(1));
        Api.articles(slug).body("items[0].picture.url", notNullValue());
    }

    @Test
    void theMailboxIsReadAndWhatWasTakenIsMarked() throws Exception {
        var one = add();
        var other = add();
        deliver(mail(address(one), "First", "<1@x>", "\r\nText of the first"));
        deliver("Delivered-To: " + address(other) + "\r\n" + mail("list@quay.example", "Second", "<2@x>", "\r\nText of the second"));
        deliver(mail("nobody@paper.example", "Unknown", "<3@x>", "\r\nText for nobody"));
        assertThat(ticker.read(mailbox("secret", Optional.empty()))).isEqualTo(new MailboxTicker.Tally(2, 0, 1));
        Api.articles(slug).body("items.title", contains("Second", "First"));
        assertThat(seen()).containsExactly(true, true, false);
        assertThat(ticker.read(mailbox("secret", Optional.empty()))).isEqualTo(new MailboxTicker.Tally(0, 0, 1));
        deliver(mail(address(one), "First", "<1@x>", "\r\nText of the first"));
        assertThat(ticker.read(mailbox("secret", Optional.empty()))).isEqualTo(new MailboxTicker.Tally(1, 0, 1));
        Api.articles(slug).body("items", hasSize(2));
    }

    @Test
    void whatWasTakenCanBeMoved() throws Exception {
        var source = add();
        deliver(mail(address(source), "First", "<1@x>", "\r\nText of the first"));
        deliver(mail("nobody@paper.example", "Unknown", "<3@x>", "\r\nText for nobody"));
        assertThat(ticker.read(mailbox("secret", Optional.of("Taken"))).taken()).isEqualTo(1);
        assertThat(server.getManagers().getImapHostManager().getFolder(user, "Taken").getMessageCount()).isEqualTo(1);
        assertThat(ticker.read(mailbox("secret", Optional.of("Taken")))).isEqualTo(new MailboxTicker.Tally(0, 0, 1));
    }

    @Test
    void aMailboxThatCannotBeReadSaysWhyAtTheSourcesThatWaitForIt() throws Exception {
        var source = add();
        deliver(mail(address(source), "First", "<1@x>", "\r\nText of the first"));
        ticker.tick(mailbox("wrong", Optional.empty()));
        item(source).body("lastProblem", containsString("The mailbox cannot be read"));
        ticker.tick(mailbox("secret", Optional.empty()));
        item(source).body("lastProblem", nullValue()).body("lastSuccess", notNullValue());
        Api.articles(slug).body("items", hasSize(1));
    }

    @Test
    void overTlsLettersAreTakenAndAServerThatNobodyVouchesForIsToldAtTheSource() throws Exception {
        var source = add();
        deliver(mail(address(source), "First", "<1@x>", "\r\nText of the first"));
        var certificate = TestCertificate.fromAuthority("dns:localhost");
        try (var front = new ImapFront(ImapFront.Manner.STARTTLS, certificate.serverSide(), server.getImap().getPort())) {
            ticker.tick(secured(front, (SSLSocketFactory) SSLSocketFactory.getDefault()));
            item(source).body("lastProblem", containsString("The certificate of localhost:" + front.port() + " is not trusted"));
            ticker.tick(secured(front, certificate.clientSide().getSocketFactory()));
        }
        item(source).body("lastProblem", nullValue()).body("lastSuccess", notNullValue());
        Api.articles(slug).body("items.title", contains("First"));
        assertThat(seen()).containsExactly(true);
    }

    private static Mailbox secured(ImapFront front, SSLSocketFactory trust) {
        return new Mailbox("localhost", front.port(), "news", "secret", MailInConfig.Tls.STARTTLS, trust, "INBOX", Optional.empty());
    }

    @Test
    void aPasswordIsNotSentInTheClearUnlessThatIsAskedFor() {
        for (var tls : List.of(MailInConfig.Tls.IMPLICIT, MailInConfig.Tls.STARTTLS)) {
            var secured = new Mailbox("127.0.0.1", server.getImap().getPort(), "news", "secret", tls, (SSLSocketFactory) SSLSocketFactory.getDefault(), "INBOX", Optional.empty());
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> ticker.read(secured)).isInstanceOf(MessagingException.class);
        }
    }

    @Test
    void aMailboxThatIsGoneIsAFailureWithWords() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> ticker.read(mailbox("wrong", Optional.empty()))).isInstanceOf(MessagingException.class);
        var gone = mailbox("secret", Optional.empty());
        server.stop();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> ticker.read(gone)).isInstanceOf(MessagingException.class);
        assertThat(gone.toString()).doesNotContain("secret").contains("INBOX");
    }

    private Mailbox mailbox(String password, Optional<String> moveTo) {
        return new Mailbox("127.0.0.1", server.getImap().getPort(), "news", password, MailInConfig.Tls.NONE, (SSLSocketFactory) SSLSocketFactory.getDefault(), "INBOX", moveTo);
    }

    private MailFolder inbox() throws FolderException {
        return server.getManagers().getImapHostManager().getInbox(user);
    }

    private void deliver(String raw) throws MessagingException, FolderException {
        user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
    }

    private Boolean[] seen() throws FolderException {
        return inbox().getMessages().stream().map(message -> message.getFlags().contains(Flags.Flag.SEEN)).toArray(Boolean[]::new);
    }

    private static byte[] picture(int width, int height) throws java.io.IOException {
        var image = new java.awt.image.BufferedImage(width, height, java.awt.image.BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                image.setRGB(x, y, (x * 255 / width) << 16 | (y * 255 / height) << 8 | 90);
            }
        }
        var bytes = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
    }

    private static String mail(String to, String subject, String id, String rest) {
        return "From: Ada at Quay <ada@quay.example>\r\nTo: " + to + "\r\nSubject: " + subject + "\r\nMessage-ID: " + id + "\r\n" + rest;
    }

    private String add() {
        return Api.source(slug, Map.of("kind", "MAIL"));
    }

    private static String url(String source) {
        return item(source).extract().path("url");
    }

    private static String address(String source) {
        return url(source).substring("mailto:".length());
    }

    private static ValidatableResponse item(String source) {
        return Api.operator().get("/api/v1/sources/" + source).then().statusCode(200);
    }

    private static ValidatableResponse hand(String source, String mail) {
        return Api.operator().contentType("message/rfc822").body(mail.getBytes(StandardCharsets.UTF_8)).post("/api/v1/sources/" + source + "/messages").then().statusCode(200);
    }
}
