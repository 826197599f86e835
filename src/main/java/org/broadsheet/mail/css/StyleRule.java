package org.broadsheet.mail.css;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule whose selectors the document itself answers, so that its declarations can be inlined.
 *
 * @param order place among the rules of its sheet
 */
record StyleRule(List<Selector> selectors, List<Declaration> declarations, int order) implements Item {

    /** As it would be written in a sheet. */
    String prelude() {
        return selectors.stream().map(Selector::text).collect(Collectors.joining(","));
    }
}
