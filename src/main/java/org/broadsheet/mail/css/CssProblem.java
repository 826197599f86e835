package org.broadsheet.mail.css;

/**
 * Something in the CSS of a mail that does not do what its author hoped for.
 *
 * @param kind   what follows from it
 * @param line   in the document, from 1
 * @param column in the document, from 1, in UTF-16 code units
 * @param reason in words for the author
 */
public record CssProblem(Kind kind, int line, int column, String reason) {

    public enum Kind {
        /** Breaks a rule of CSS, and is left out as browsers would. */
        INVALID,
        /** Would have to be fetched, and never is (D4). */
        NOT_LOADED,
        /** A variable without a value that is known now; var() stays. */
        UNRESOLVED,
        /** More CSS is left for style elements than Gmail takes. */
        TOO_LARGE
    }

    /** Line, column and reason, as a person reads it. */
    @Override
    public String toString() {
        return line + ":" + column + " " + reason;
    }
}
