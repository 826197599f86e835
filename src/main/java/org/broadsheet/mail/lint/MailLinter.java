package org.broadsheet.mail.lint;

import java.util.List;

import jakarta.inject.Singleton;

/**
 * Looks over finished mails. The same mail gives the same report; nothing is fetched; time and memory are bounded whatever the mail is: more than
 * {@value Inspection#LARGEST_READ} characters of HTML are not read. What is an error and what a warning: {@link Rule}, {@link Weight}, ADR 19.
 */
@Singleton
public class MailLinter {

    private static final List<Check> OF_HTML = List.of(new SizeCheck(), new HeadCheck(), new StyleCheck(), new SupportCheck(), new OutlookCheck(), new StructureCheck(), new ReadingCheck(),
            new LinkCheck(), new ImageCheck(), new DangerCheck(), new PreheaderCheck(), new FooterCheck());
    private static final List<Check> OF_ALL = List.of(new WordsCheck(), new TextPartCheck(), new HeaderCheck(), new ListHeaderCheck(), new MimeCheck());

    /** @return what was found, errors first; never null */
    public LintReport lint(Mail mail) {
        var inspection = Inspection.of(mail);
        var findings = new Findings();
        if (!mail.html().isBlank() || mail.text().filter(text -> !text.isBlank()).isEmpty()) { // else it is meant to be of text alone
            OF_HTML.forEach(check -> check.look(inspection, findings));
        }
        OF_ALL.forEach(check -> check.look(inspection, findings));
        return findings.report(inspection.bytes());
    }
}
