package org.broadsheet.mail.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.broadsheet.testsupport.Corpora;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MailLinterTest {

    /** What any mail meets with that has dark colours, which some clients do not know. */
    private static final Set<String> UNAVOIDABLE = Set.of("support-css-at-media-prefers-color-scheme");
    private static final MailLinter LINTER = new MailLinter();

    static List<PlantedFaults.Fault> faults() {
        return PlantedFaults.all();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aPlantedFaultIsFoundWhereItStands(PlantedFaults.Fault fault) {
        var found = LINTER.lint(fault.mail()).findings().stream().filter(finding -> finding.check().equals(fault.check())).toList();
        assertThat(found).as(fault.check()).isNotEmpty();
        if (!fault.where().isEmpty()) {
            var at = fault.part().indexOf(fault.where());
            var expected = new Lines(fault.part()).place(Place.Part.HTML, at, "");
            assertThat(found).extracting(finding -> finding.place().line() + ":" + finding.place().column()).contains(expected.line() + ":" + expected.column());
        }
        assertThat(found).allSatisfy(finding -> {
            assertThat(finding.message()).endsWith(finding.check().startsWith("support-") ? "" : ".");
            assertThat(finding.remedy()).isNotEmpty();
        });
    }

    @Test
    void everyRuleHasAPlantedFault() {
        var planted = faults().stream().map(PlantedFaults.Fault::check).collect(Collectors.toSet());
        assertThat(Arrays.stream(Rule.values()).filter(rule -> rule != Rule.SUPPORT).map(Rule::id)).allSatisfy(id -> assertThat(planted).contains(id));
    }

    @Test
    void aCleanMailGivesNothing() {
        assertThat(LINTER.lint(Mail.of(CleanMail.HTML, CleanMail.TEXT)).findings()).filteredOn(finding -> !UNAVOIDABLE.contains(finding.check())).isEmpty();
    }

    @Test
    void aCleanMessageGivesNothing() {
        var mail = CleanMail.parsed(CleanMail.message());
        assertThat(mail.html()).isEqualTo(CleanMail.HTML.stripTrailing());
        assertThat(mail.text()).contains(CleanMail.TEXT.stripTrailing());
        assertThat(LINTER.lint(mail).findings()).filteredOn(finding -> !UNAVOIDABLE.contains(finding.check())).isEmpty();
    }

    @Test
    void whatIsPromisedAndKeptIsNoFault() {
        var promised = new Promised("https://www.lockkeeper.net/unsubscribe/k7Qm", "https://www.lockkeeper.net/editions/12", List.of("3 Ropewalk Steps,", "Aldermoor AL9 9ZZ"));
        assertThat(LINTER.lint(Mail.of(CleanMail.HTML, CleanMail.TEXT).promising(promised)).errors()).isZero();
    }

    @Test
    void aMailThatGoesToNoListNeedsNoWayOut() {
        var html = CleanMail.HTML.replaceAll("<a href=\"https://www.lockkeeper.net/unsubscribe.*?</a>", "").replace(", 3 Ropewalk Steps, Aldermoor AL9 9ZZ", "");
        assertThat(LINTER.lint(Mail.of(html)).findings()).extracting(Finding::check).contains("unsubscribe", "postal-address-unsure");
        assertThat(LINTER.lint(Mail.of(html).ofService()).findings()).extracting(Finding::check).doesNotContain("unsubscribe", "postal-address-unsure");
    }

    @Test
    void theSameMailGivesTheSameReport() {
        faults().stream().limit(40).forEach(fault -> assertThat(LINTER.lint(fault.mail())).isEqualTo(LINTER.lint(fault.mail())));
    }

    @Test
    void whatAFallbackCoversIsOnlyANote() {
        assertThat(verdict("<div style=\"width:100%; width:calc(100% - 8px);\">x</div>", "support-css-unit-calc")).isEqualTo(Verdict.NOTE);
        assertThat(verdict("<div style=\"width:calc(100% - 8px);\">x</div>", "support-css-unit-calc")).isEqualTo(Verdict.WARNING);
        assertThat(verdict("<picture><source srcset=\"https://a.net/x.webp\"><img src=\"https://a.net/x.jpg\" alt=\"\"></picture>", "support-html-picture")).isEqualTo(Verdict.NOTE);
        assertThat(verdict("<video src=\"https://a.net/x.mp4\"><a href=\"https://a.net/x\">The film</a></video>", "support-html-video")).isEqualTo(Verdict.NOTE);
        assertThat(verdict("<svg></svg>", "support-html-svg")).isEqualTo(Verdict.ERROR);
    }

    @Test
    void outlookForWindowsIsJudgedByWhatWordReads() {
        var shownToWord = checks("<div style=\"display:grid;\">x</div>");
        var keptFromWord = checks("<!--[if !mso]><!--><div style=\"display:grid;\">x</div><!--<![endif]-->");
        assertThat(clients(shownToWord, "support-css-display-grid")).anyMatch(client -> client.startsWith("Outlook Windows"));
        assertThat(clients(keptFromWord, "support-css-display-grid")).noneMatch(client -> client.startsWith("Outlook Windows")).isNotEmpty();
        assertThat(checks("<!--[if mso]><table width=\"300\"><tr><td>x</td></tr></table><![endif]-->")).extracting(Finding::check).contains("table-role");
    }

    @Test
    void aDataTableNeedsNoRole() {
        assertThat(checks("<table><tr><th>Year</th></tr><tr><td>2026</td></tr></table>")).extracting(Finding::check).doesNotContain("table-role");
    }

    @Test
    void contrastFollowsTheCascade() {
        assertThat(contrast(".p { color: #999999 } #q { color: #111111 }", "<p class=\"p\" id=\"q\">x</p>")).isFalse();
        assertThat(contrast(".p { color: #999999 !important }", "<p class=\"p\" style=\"color:#111111\">x</p>")).isTrue();
        assertThat(contrast(".p { color: #999999 } @media (max-width: 300px) { .p { color: #fff } }", "<p class=\"p\" style=\"color:#111111\">x</p>")).isFalse();
        assertThat(contrast("", "<div style=\"background:#111111\"><p style=\"color:#eeeeee\">x</p></div>")).isFalse();
        assertThat(contrast("", "<table><tr><td bgcolor=\"111111\"><font color=\"#222222\">x</font></td></tr></table>")).isTrue();
        assertThat(contrast("", "<p style=\"color:rgba(0,0,0,0.3)\">x</p>")).isTrue();
        assertThat(contrast("", "<p style=\"color:#8a8a8a; font-size:24px\">large text may be paler</p>")).isFalse();
        assertThat(contrast("", "<p style=\"color:#8a8a8a; font-size:19px; font-weight:bold\">bold, too</p>")).isFalse();
        assertThat(contrast("", "<p style=\"color:#ffffff; display:none\">hidden</p>")).isFalse();
    }

    @Test
    void evenHugeMailsAreLookedOverInSeconds() {
        var nested = "<table><tr><td style=\"color:#777;width:10px\">".repeat(120_000);
        var styles = "<p style=\"color:#%06x;font-size:9px\">x</p>";
        var different = new StringBuilder();
        for (var i = 0; i < 100_000; i++) {
            different.append(String.format(styles, i));
        }
        var braces = "<style>" + "a{".repeat(100_000) + "</style><p style=\"" + "(".repeat(100_000) + "\">";
        var rules = "<style>" + ".a .b .c{color:red}".repeat(10_000) + "</style>" + "<p class=a>".repeat(20_000);
        var links = "<a href=\"https://a.net/{x\">click here</a>".repeat(50_000);
        var comments = "<!--[if mso]>".repeat(100_000);
        for (var hostile : List.of(nested, different.toString(), braces, rules, links, comments, "<".repeat(2_000_000), "&".repeat(2_000_000), "<a ".repeat(300_000))) {
            var report = Assertions.assertTimeout(Duration.ofSeconds(20), () -> LINTER.lint(Mail.of(hostile, hostile)));
            assertThat(report.findings().size()).isLessThan(600);
            assertThat(report.bytes()).isGreaterThan(10_000);
        }
    }

    @Test
    void aMailOfTextAloneIsNotAskedForHtml() {
        assertThat(LINTER.lint(Mail.of("", CleanMail.TEXT)).findings()).isEmpty();
        assertThat(LINTER.lint(Mail.of("", "")).findings()).extracting(Finding::check).contains("empty-mail", "text-missing");
    }

    @Test
    void everyMessageOfTheCorpusIsLookedOver() throws IOException {
        try (var files = Files.walk(Corpora.folder("eml"))) {
            var messages = files.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
            assertThat(messages).hasSize(45).allSatisfy(file -> assertThat(LINTER.lint(Mail.parse(Files.readAllBytes(file))).findings()).isNotEmpty());
        }
    }

    @Test
    void brokenMessagesAreReadAsFarAsTheyGo() {
        for (var broken : List.of("", "\r\n", "no header", "Content-Type: multipart/mixed; boundary=x\r\n\r\n" + "--x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n".repeat(2_000),
                "Content-Type: text/html; charset=nonsense\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%", "Subject: =?x?y?z?=\r\n\r\n\0\0\0", "From: \u00ff\u00ff\u00ff <\r\n\r\n")) {
            assertThat(LINTER.lint(CleanMail.parsed(broken)).errors()).isPositive();
        }
    }

    private static List<Finding> checks(String markup) {
        return LINTER.lint(Mail.of(CleanMail.HTML.replace("  <h2 ", markup + "\n  <h2 "))).findings();
    }

    private static Verdict verdict(String markup, String check) {
        return checks(markup).stream().filter(finding -> finding.check().equals(check)).map(Finding::verdict).findFirst().orElseThrow();
    }

    private static List<String> clients(List<Finding> findings, String check) {
        return findings.stream().filter(finding -> finding.check().equals(check)).flatMap(finding -> finding.clients().stream()).map(Client::toString).toList();
    }

    private static boolean contrast(String css, String markup) {
        return LINTER.lint(Mail.of(CleanMail.HTML.replace("  .wide {", css + "\n  .wide {").replace("  <h2 ", markup + "\n  <h2 "))).findings().stream()
                .anyMatch(finding -> finding.check().equals("contrast"));
    }
}
