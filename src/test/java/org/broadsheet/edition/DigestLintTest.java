package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

import org.broadsheet.mail.MailTemplates;
import org.broadsheet.mail.lint.LintReport;
import org.broadsheet.mail.lint.Mail;
import org.broadsheet.mail.lint.MailLinter;
import org.broadsheet.mail.lint.Promised;
import org.broadsheet.mail.lint.Verdict;
import org.broadsheet.testsupport.SampleEditions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DigestLintTest {

    private static final DigestRenderer RENDERER = new DigestRenderer(new MailTemplates(Optional.empty(), Clock.systemUTC()));

    static Stream<Digest> editions() {
        return Stream.of(SampleEditions.ordinary(), SampleEditions.oneStory(), SampleEditions.briefsOnly(), SampleEditions.many(30, 12), SampleEditions.hebrew(), SampleEditions.arabic());
    }

    @ParameterizedTest
    @MethodSource("editions")
    void ourOwnMailBreaksNothingInAnyChosenClient(Digest digest) {
        assertThat(lint(digest).findings()).filteredOn(finding -> finding.verdict() == Verdict.ERROR).isEmpty();
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
