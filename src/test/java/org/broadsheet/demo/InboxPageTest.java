package org.broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxPageTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private MailSink sink;
    private InboxPage page;

    @BeforeEach
    void start() throws IOException {
        sink = MailSink.start(0, 10, Clock.systemUTC());
        page = InboxPage.start(new InetSocketAddress("127.0.0.1", 0), sink);
    }

    @AfterEach
    void stop() throws IOException {
        page.close();
        sink.close();
    }

    @Test
    void anEmptyInboxSaysSoAndLooksAgainByItself() throws Exception {
        assertThat(get("/").body()).contains("No mail yet").contains("http-equiv=\"refresh\"");
    }

    @Test
    void theNewestMailComesFirstAndNothingInItIsTakenForMarkup() throws Exception {
        receive("Subject: first\n\nx");
        receive("Subject: <b>second</b>\n\nx");
        assertThat(get("/").body()).containsSubsequence("&lt;b&gt;second&lt;/b&gt;", "first").doesNotContain("<b>second");
    }

    @Test
    void theHtmlStandsInAFrameThatRunsNoScripts() throws Exception {
        receive("Subject: s\nContent-Type: text/html\n\n<html><head><title>t</title></head><body><script>alert(1)</script></body></html>");
        assertThat(get("/messages/1").body()).contains("<iframe src=\"/messages/1/html\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
                .doesNotContain("alert");
        var frame = get("/messages/1/html");
        assertThat(frame.body()).contains("<head><base target=\"_blank\">");
        assertThat(frame.headers().firstValue("Content-Security-Policy").orElseThrow()).startsWith("sandbox allow-popups").contains("script-src 'none'");
    }

    @Test
    void aPlainMailOpensAsText() throws Exception {
        receive("Subject: s\n\n1 < 2");
        assertThat(get("/messages/1").body()).contains("1 &lt; 2").doesNotContain("iframe");
        assertThat(get("/messages/1/source").body()).contains("Subject: s");
        assertThat(get("/messages/1/headers").body()).contains("<dt>Subject</dt><dd>s</dd>");
    }

    @Test
    void programsReadTheSameAsJson() throws Exception {
        receive("Subject: =?utf-8?Q?=C3=BC?=\nFrom: a@example.org\nContent-Type: text/html; charset=utf-8\n\n<p>\u2028\"x\"</p>");
        var list = (Map<?, ?>) Json.read(get("/api/messages").body());
        assertThat((List<?>) list.get("items")).hasSize(1).first().extracting("subject", "recipients").containsExactly("ü", List.of("r@example.org"));
        var whole = (Map<?, ?>) Json.read(get("/api/messages/1").body());
        assertThat(whole.get("html")).isEqualTo("<p>\u2028\"x\"</p>");
        assertThat(whole.get("raw").toString()).startsWith("Subject: =?utf-8?Q?=C3=BC?=\r\n");
        assertThat((List<?>) whole.get("headers")).first().isEqualTo(Map.of("name", "Subject", "value", "ü"));
    }

    @Test
    void whatIsNotThereIsNotFoundAndNothingCanBeChanged() throws Exception {
        assertThat(get("/messages/7").statusCode()).isEqualTo(404);
        assertThat(get("/api/messages/7").statusCode()).isEqualTo(404);
        assertThat(get("/etc/passwd").statusCode()).isEqualTo(404);
        var delete = HttpRequest.newBuilder(uri("/api/messages/1")).DELETE().build();
        assertThat(client.send(delete, BodyHandlers.discarding()).statusCode()).isEqualTo(405);
    }

    private void receive(String mail) {
        sink.accept("s@example.org", List.of("r@example.org"), mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + page.port() + path);
    }
}
