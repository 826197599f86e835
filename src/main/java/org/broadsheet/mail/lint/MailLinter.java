package org.broadsheet.mail.lint;

import java.util.List;

import jakarta.inject.Singleton;

/**
 * Looks over finished mails. The same mail gives the same report; nothing is fetched; time and memory are bounded whatever the mail is: more than
 * {@value Inspection#LARGEST_READ} characters of HTML are not read. What is an error and what a warning: {@link Rule}, {@link Weight}, ADR 19.
 */
@Singleton
public class MailLinter {

    private static final List<Check> CHECKS = List.of(new SizeCheck(), new HeadCheck(), new StyleCheck(), new SupportCheck(), new OutlookCheck(), new StructureCheck(), new ReadingCheck(),
            new LinkCheck(), new ImageCheck(), new WordsCheck(), new DangerCheck(), new PreheaderCheck(), new FooterCheck(), new TextPartCheck(), new HeaderCheck(),
            new ListHeaderCheck(), new MimeCheck());

    /** @return what was found, errors first; never null */
    public LintReport lint(Mail mail) {
        var inspection = Inspection.of(mail);
        var findings = new Findings();
        for (var check : CHECKS) {
            check.look(inspection, findings);
        }
        return findings.report(inspection.bytes());
    }
}
