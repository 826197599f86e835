package org.broadsheet.source;

import java.util.regex.Pattern;

import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/** Selectors by CSS as an operator writes them. */
final class CssSelector {

    /** One within another takes time that grows with the depth of a page to the power of their number; a list of sources from a stranger may hold one. */
    private static final Pattern LOOKS_INSIDE = Pattern.compile("(?i):has\\(");

    private CssSelector() {
    }

    /** @throws IllegalArgumentException in words that follow the name of a field, if it cannot be read or may take for ever */
    static Evaluator of(String written) {
        if (LOOKS_INSIDE.matcher(written).results().count() > 1) {
            throw new IllegalArgumentException("has :has() more than once, which may take for ever");
        }
        try {
            return Selector.evaluatorOf(written);
        } catch (IllegalStateException | IllegalArgumentException problem) {
            throw new IllegalArgumentException("is no CSS selector that can be used: " + String.valueOf(problem.getMessage()).replaceAll("\\s+", " "), problem);
        }
    }
}
