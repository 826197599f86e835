package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Stream;

import org.broadsheet.mail.MailTemplates;
import org.broadsheet.mail.MailTheme;
import org.broadsheet.mail.lint.LintReport;
import org.broadsheet.mail.lint.Mail;
import org.broadsheet.mail.lint.MailLinter;
import org.broadsheet.mail.lint.Promised;
import org.broadsheet.mail.lint.Verdict;
import org.broadsheet.testsupport.SampleEditions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DigestLintTest {

    private static final DigestRenderer RENDERER = new DigestRenderer(new MailTemplates(Optional.empty(), Clock.systemUTC()));

    /** Every sample in every design. */
    static Stream<Arguments> editions() {
        var samples = new LinkedHashMap<>(SampleDigest.all());
        samples.put("with a logo", SampleDigest.withLogo(SampleDigest.rich()));
        samples.put("many", SampleEditions.many(30, 12));
        return samples.entrySet().stream().flatMap(sample -> Arrays.stream(MailTheme.Design.values())
                .map(design -> Arguments.of(sample.getKey() + ", " + design, sample.getValue().withTheme(MailTheme.of(design)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("editions")
    void ourOwnMailBreaksNothingInAnyChosenClient(String name, Digest digest) {
        assertThat(lint(digest).findings()).as(name).filteredOn(finding -> finding.verdict() == Verdict.ERROR || finding.check().equals("text-size")).isEmpty();
    }

    private static LintReport lint(Digest digest) {
        var rendered = RENDERER.render(digest);
        var footer = digest.footer();
        return new MailLinter().lint(Mail.of(filled(rendered.html()), filled(rendered.text())).promising(new Promised(filled(footer.unsubscribeUrl()), filled(footer.webUrl()), footer.postalAddress())));
    }

    private static String filled(String text) {
        return text.replace(Slot.TOKEN.mark(), "k7Qm2vX9tR4c").replace(Slot.SINCE.mark(), "1 October 2026");
    }
}
