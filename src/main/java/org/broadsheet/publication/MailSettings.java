package org.broadsheet.publication;

/** How a publication's mail is made. */
public record MailSettings(Pictures pictures) {

    /** Where a mail's pictures are. */
    public enum Pictures {
        /** On this server: a light mail, and pictures that can be withdrawn. */
        HOSTED,
        /** In the mail itself, as far as it may grow: they show without being asked for, and stay as long as the mail (A36). */
        INLINE
    }

    static final MailSettings DEFAULT = new MailSettings(Pictures.HOSTED);

    public MailSettings {
        pictures = pictures == null ? Pictures.HOSTED : pictures;
    }
}
