package org.broadsheet.mail.lint;

import java.util.Locale;

/**
 * One declaration of a style.
 *
 * @param property in lower case
 * @param value    as it was written but for white space
 * @param offset   in the HTML part
 */
record Declaration(String property, String value, boolean important, int offset) {

    String lower() {
        return value.toLowerCase(Locale.ROOT);
    }
}
