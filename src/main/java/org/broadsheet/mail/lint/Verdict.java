package org.broadsheet.mail.lint;

/** How bad a finding is (ADR 19). */
public enum Verdict {
    /** Breaks reading, or what a server or the law demands: somebody cannot read the mail, act on it, or get it at all. */
    ERROR,
    /** Degrades: it can be read, and is worse than it need be. */
    WARNING,
    /** To know: nothing is lost, or something stands in for it. */
    NOTE
}
