package org.broadsheet.mail.lint;

/** Looks at one side of a mail. Has no state, and takes time at most proportional to what it looks at. */
interface Check {

    void look(Inspection mail, Findings findings);
}
