package org.broadsheet.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator may and may not do with the templates of mails. */
class MailTemplatesTest {

    private static final String LETTER = "confirm.html";

    @TempDir
    Path folder;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T07:00:00Z"));
    private MailTemplates templates;

    @BeforeEach
    void prepare() {
        templates = new MailTemplates(Optional.of(folder), new MovedByHand());
    }

    @Test
    void theIndexNamesEveryPackagedTemplate() throws IOException {
        var root = Path.of("templates/mail");
        try (var files = Files.walk(root)) {
            var there = files.filter(Files::isRegularFile).map(file -> root.relativize(file).toString()).filter(name ->
                    !name.equals("files.txt") && !name.equals("README.md")).sorted().toList();
            assertThat(Files.readAllLines(root.resolve("files.txt")).stream().sorted().toList()).isEqualTo(there);
        }
    }

    @Test
    void anEditIsInUseWithinTwoSecondsWithoutARestart() throws IOException {
        assertThat(render()).contains("A headline");
        write("confirm.html", "<p>Mine: {it.headline} <a href=\"{it.buttonUrl}\">go</a></p>");
        assertThat(render()).isEqualTo("<p>Mine: A headline <a href=\"https://example.org/a\">go</a></p>\n");
        assertThat(templates.problems()).isEmpty();
        Files.delete(folder.resolve("mail/confirm.html"));
        later();
        assertThat(render()).contains("<!doctype html>");
    }

    @Test
    void aBrokenEditIsRefusedWithFileAndLineAndTheLastGoodOneStays() throws IOException {
        write("confirm.html", "<p>Good <a href=\"{it.buttonUrl}\">go</a></p>");
        assertThat(render()).contains("Good");
        write("confirm.html", "<p>One</p>\n<p>Two {it.nonsense}</p>\n");
        assertThat(render()).contains("Good");
        assertThat(templates.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("confirm.html");
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.column()).isPositive();
            assertThat(problem.reason()).contains("nonsense");
        });
        write("confirm.html", "<p>Better <a href=\"{it.buttonUrl}\">go</a></p>");
        assertThat(render()).contains("Better");
        assertThat(templates.problems()).isEmpty();
    }

    @Test
    void anUnclosedSectionIsRefusedWithItsLine() throws IOException {
        write("tags/nameplate.html", "one\ntwo\n{#if name}three");
        assertThat(render()).contains("A headline");
        assertThat(templates.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("tags/nameplate.html");
            assertThat(problem.line()).isEqualTo(3);
        });
    }

    @Test
    void oneBrokenFileDoesNotTakeGoodOnesWithIt() throws IOException {
        write("welcome.html", "<p>{it.missing}</p>");
        write("confirm.html", "<p>Mine <a href=\"{it.buttonUrl}\">go</a></p>");
        assertThat(render()).startsWith("<p>Mine");
        assertThat(templates.problems()).extracting(TemplateProblem::file).containsExactly("welcome.html");
    }

    @Test
    void aBrokenFileAtTheStartLeavesThePackagedOne() throws IOException {
        write("confirm.html", "{#for x in it.postalAddress}");
        templates = new MailTemplates(Optional.of(folder), new MovedByHand());
        assertThat(render()).contains("<!doctype html>");
        assertThat(templates.problems()).extracting(TemplateProblem::file).containsExactly("confirm.html");
    }

    @Test
    void aChangedTagChangesEveryTemplateThatUsesItAndANewFileIsANewTag() throws IOException {
        write("tags/shout.html", "<b>{what}!</b>");
        write("tags/letter.html", "{#shout what=l.headline /} <a href=\"{l.buttonUrl}\">go</a>");
        assertThat(render()).isEqualTo("<b>A headline!</b> <a href=\"https://example.org/a\">go</a>\n");
        assertThat(templates.render("welcome.html", Letter.sample())).startsWith("<b>A headline!</b>");
    }

    @Test
    void anEditThatDropsTheLinkIsRefused() throws IOException {
        write("confirm.html", "<p>Nothing to press</p>");
        assertThat(render()).contains("<!doctype html>");
        assertThat(templates.problems()).singleElement().satisfies(problem -> assertThat(problem.reason()).contains("link of the button"));
    }

    @Test
    void whatFailsOnlyInUseGivesWayToThePackagedTemplateAndIsToldOnce() throws IOException {
        write("confirm.html", "<a href=\"{it.buttonUrl}\">go</a>{#if it.note == 'Real'}{it.nonsense}{/if}");
        var letter = new Letter("en", "ltr", MailTheme.DEFAULT, "", "Name", Optional.empty(), "https://example.org/", "#7a1f2b", "#e7a3a5", "Real headline", "", "", "Go",
                "https://example.org/real", "", "", "Real", "",
                List.of());
        assertThat(templates.render(LETTER, letter)).contains("<!doctype html>", "Real headline");
        templates.render(LETTER, letter);
        assertThat(templates.problems()).singleElement().satisfies(problem -> assertThat(problem.reason()).contains("nonsense"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{config:property('quarkus.datasource.password')}", "{cdi:mailer}", "{inject:mailer}", "{str:eval('x')}",
            "{#eval 'x' /}", "{it.getClass}", "{it.class.name}",
            "{it.headline.raw}", "{it.headline.safe}", "{it.headline.repeat(1000000000)}", "{it.headline.getBytes}",
                    "{#for i in 2000000000}x{/for}", "{#for i in 100}x{/for}",
            "{#confirm /}", "{#include nothing /}", "{it.postalAddress.getClass}", "{it.hashCode.getClass}", "<a href={it.homeUrl}>x</a>",
                    "<script>alert(1)</script>", "<form action=\"x\">"})
    @Timeout(20)
    void nothingLeadsOutOfTheModel(String attempt) throws IOException {
        write("confirm.html", "<a href=\"{it.buttonUrl}\">go</a>\n" + attempt);
        assertThat(render()).contains("<!doctype html>");
        assertThat(templates.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("confirm.html");
            assertThat(problem.line()).isEqualTo(2);
        });
    }

    @Test
    @Timeout(20)
    void loopsWithoutAnEndAreStopped() throws IOException {
        var loops = IntStream.range(0, 8).mapToObj(i -> "{#for a" + i + " in it.padding}").reduce("", String::concat);
        write("confirm.html", "<a href=\"{it.buttonUrl}\">go</a>\n" + loops + "x" + "{/for}".repeat(8));
        assertThat(render()).contains("<!doctype html>");
        assertThat(templates.problems()).singleElement().satisfies(problem -> assertThat(problem.reason()).contains("steps"));
    }

    @Test
    @Timeout(20)
    void aTagThatHoldsItselfIsStopped() throws IOException {
        write("tags/publisher.html", "x{#publisher /}");
        assertThat(render()).contains("<!doctype html>");
        assertThat(templates.problems()).singleElement().satisfies(problem -> assertThat(problem.reason()).contains("nested"));
    }

    @Test
    @Timeout(20)
    void tenMegabytesOfOutputAreRefused() throws IOException {
        write("confirm.html", "<a href=\"{it.buttonUrl}\">go</a>" + "{#for a in it.padding}{#for b in it.padding}" + "x".repeat(6_250)
                + "{/for}{/for}");
        assertThat(render()).contains("<!doctype html>");
        assertThat(templates.problems()).singleElement().satisfies(problem -> assertThat(problem.reason()).contains("1000000 bytes"));
    }

    @Test
    void aColourIsChangedInOnePlace() throws IOException {
        var sheet = Files.readString(Path.of("templates/mail/themes/broadsheet.css"));
        assertThat(render()).contains("#fdfbf7").doesNotContain("#fffdf0");
        write("themes/broadsheet.css", sheet.replace("--paper: #fdfbf7", "--paper: #fffdf0"));
        assertThat(render()).contains("background-color:#fffdf0");
        assertThat(templates.problems()).isEmpty();
    }

    @Test
    void aNewSheetIsUsedByTheTemplateThatNamesIt() throws IOException {
        write("themes/mine.css", ".big { font-size: 30px; }");
        write("confirm.html", "<style data-sheets=\"mine\"></style><p class=\"big\">x <a href=\"{it.buttonUrl}\">go</a></p>");
        assertThat(render()).contains("<p style=\"font-size:30px\">x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p { color: red; }\np { color red; }", "p { color: red; }\n@import 'x.css';", "p { color: red; }\np { background: url(https://example.org/x.png); }",
            "p { color: red; }\n</style><script>alert(1)</script>", "p { color: red; }\nh1 { background: var(--nonsense); }", "p { color: red; }\n} p { color: blue; }"})
    void aBrokenSheetIsRefusedWithItsLineAndTheLastGoodOneStays(String broken) throws IOException {
        var sheet = Files.readString(Path.of("templates/mail/themes/broadsheet.css"));
        write("themes/broadsheet.css", sheet + broken);
        assertThat(render()).contains("#fdfbf7");
        assertThat(templates.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("themes/broadsheet.css");
            assertThat(problem.line()).isEqualTo(sheet.lines().count() + 2);
            assertThat(problem.column()).isPositive();
        });
    }

    @Test
    void aSheetThatIsNotThereIsNamed() throws IOException {
        write("confirm.html", "<style data-sheets=\"base nonsense\"></style><a href=\"{it.buttonUrl}\">go</a>");
        assertThat(render()).contains("<!doctype html>");
        assertThat(templates.problems()).singleElement().satisfies(problem -> assertThat(problem.reason()).contains("themes/nonsense.css"));
    }

    @Test
    void filesThatAreNoTextAreRefusedByName() throws IOException {
        Files.createDirectories(folder.resolve("mail"));
        Files.write(folder.resolve("mail/confirm.html"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        later();
        assertThat(templates.problems()).singleElement().satisfies(problem -> assertThat(problem.toString())
                .isEqualTo("confirm.html: the file is not UTF-8"));
    }

    @Test
    void packagedLettersPassOnAllSamplesInAllDesigns() {
        new MailTemplates(Optional.empty(), Clock.systemUTC()).tryPackaged();
    }

    @Test
    void aPackagedTemplateThatFailsOnItsSampleStopsTheStart() {
        assertThatThrownBy(() -> templates.sample("digest.html", "no digest")).isInstanceOf(MailTemplateException.class);
    }

    private String render() {
        return templates.render(LETTER, Letter.sample());
    }

    private void write(String name, String content) throws IOException {
        var file = folder.resolve("mail").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(now.get()));
        later();
    }

    private void later() {
        now.updateAndGet(instant -> instant.plus(Duration.ofSeconds(2)));
    }

    private final class MovedByHand extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}
