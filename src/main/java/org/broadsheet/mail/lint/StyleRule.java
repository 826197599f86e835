package org.broadsheet.mail.lint;

import java.util.List;

/**
 * A rule of a style sheet.
 *
 * @param conditions the media queries and at-rules around it, from the outside; empty if it always holds
 */
record StyleRule(List<String> selectors, List<String> conditions, List<Declaration> declarations, int offset) {

    boolean always() {
        return conditions.stream().allMatch(Media::isPlain);
    }
}
