package org.broadsheet.edition;

import java.time.Instant;

/**
 * What the linter counted in an edition.
 *
 * @param problem why it could not look, in words; "" if it could
 */
public record EditionLint(int errors, int warnings, int notes, String problem, Instant at) {

    /** It did not come to a verdict. */
    public static EditionLint failed(String problem, Instant at) {
        return new EditionLint(0, 0, 0, problem, at);
    }
}
