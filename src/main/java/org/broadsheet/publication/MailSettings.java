package org.broadsheet.publication;

import org.broadsheet.web.Refusal;

/**
 * How a publication's mail is made.
 *
 * @param subject      pattern of the subject, see {@link SubjectPattern}
 * @param stopOnErrors whether an edition in which the linter finds errors stays a draft until an operator sends it
 */
public record MailSettings(Pictures pictures, String subject, boolean stopOnErrors) {

    private static final int LONGEST_PATTERN = 150;

    /** Where a mail's pictures are. */
    public enum Pictures {
        /** On this server: a light mail, and pictures that can be withdrawn. */
        HOSTED,
        /** In the mail itself, as far as it may grow: they show without being asked for, and stay as long as the mail (A36). */
        INLINE
    }

    static final MailSettings DEFAULT = new MailSettings(Pictures.HOSTED, SubjectPattern.DEFAULT, false);

    public MailSettings {
        pictures = pictures == null ? Pictures.HOSTED : pictures;
        subject = subject == null || subject.isBlank() ? SubjectPattern.DEFAULT : subject.strip();
    }

    /** @throws Refusal if its subject's pattern cannot be used */
    void check() {
        if (subject.length() > LONGEST_PATTERN || !subject.matches(OneLine.RULE)) {
            throw Refusal.invalid("mail.subject", "must be one line of at most " + LONGEST_PATTERN + " characters");
        }
        SubjectPattern.objection(subject).ifPresent(words -> {
            throw Refusal.invalid("mail.subject", words);
        });
    }
}
