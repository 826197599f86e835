package org.broadsheet.article.page;

import java.util.regex.Pattern;

/** White space as HTML collapses it, with the no-break spaces that pages put between words. */
final class WhiteSpace {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");

    private WhiteSpace() {
    }

    /** One space for each run of it, none at the ends. */
    static String folded(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }
}
