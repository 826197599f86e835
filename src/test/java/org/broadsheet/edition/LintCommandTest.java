package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void ofAFinishedMailItTellsFileLineColumnVerdictAndCheck() throws IOException {
        var file = write("mail.html", "<!doctype html>\n<html lang=en dir=ltr><body><p>Hello</p>\n  <img src=\"https://a.net/x.jpg\"></body></html>");
        assertThat(lint(file.toString())).isEqualTo(1);
        assertThat(lines()).contains(file + ":3:3: error image-alt: A picture has no alt text: https://a.net/x.jpg.").containsPattern("mail.html: \\d+ errors, \\d+ warnings?, \\d+ notes?, \\d+ bytes");
    }

    @Test
    void ofAMessageItReadsHeadersAndParts() throws IOException {
        var file = write("mail.eml", "Subject: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p onclick=\"x()\">Hello</p>\r\n");
        assertThat(lint(file.toString())).isEqualTo(1);
        assertThat(lines()).contains("error header-missing [message]: There is no From.", "error event-handler");
    }

    @Test
    void aPackagedTemplateIsRenderedAndHasNoError() {
        assertThat(lint("templates/mail/digest.html")).as(lines()).isZero();
        assertThat(lines()).contains("templates/mail/digest.html (rich): 0 errors", "templates/mail/digest.html (poor): 0 errors");
    }

    @Test
    void anEditedTagIsTriedInTheWholeMail() throws IOException {
        var byline = Files.readString(Path.of("templates/mail/tags/byline.html"));
        var file = write("mail/tags/byline.html", byline + "<p style=\"color:#fdfbf0; margin:0;\">Barely seen</p>");
        assertThat(lint(file.toString())).isEqualTo(1);
        assertThat(lines()).contains("error contrast: Text #fdfbf0 on #fdfbf7 has a contrast of 1.0:1.");
    }

    @Test
    void aTemplateThatCannotBeReadIsRefusedWithItsPlace() throws IOException {
        var file = write("mail/digest.html", "{#let d=it.digest}\n{#for x in d.nothing}\n");
        assertThat(lint(file.toString())).isEqualTo(1);
        assertThat(lines()).contains("digest.html:").contains("error template: ");
    }

    @Test
    void theReportIsJsonWhenThatIsWanted() throws IOException {
        var file = write("mail.html", "<html><body><p>Hello</p></body></html>");
        lint("--json", file.toString());
        var report = new ObjectMapper().readTree(out.toByteArray()).get(0).get("report");
        assertThat(report.get("errors").asInt()).isPositive();
        assertThat(report.get("findings").get(0).properties().stream().map(java.util.Map.Entry::getKey)).containsExactly("check", "verdict", "message", "clients", "place", "times", "remedy");
        assertThat(report.get("findings").get(0).get("place").properties().stream().map(java.util.Map.Entry::getKey)).containsExactly("part", "line", "column", "snippet", "path");
    }

    @Test
    void whatIsNotUnderstoodIsTwo() throws IOException {
        assertThat(lint()).isEqualTo(2);
        assertThat(lint("--nonsense", "x.html")).isEqualTo(2);
        assertThat(lint(folder.resolve("missing.html").toString())).isEqualTo(2);
        assertThat(lint(write("picture.png", "x").toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage: ./broadsheet lint", "there is no file").doesNotContain("Exception");
        assertThat(out.size()).isZero();
    }

    private int lint(String... args) {
        return new LintCommand(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8)).run(args);
    }

    private String lines() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private Path write(String name, String content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
