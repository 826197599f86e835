package org.broadsheet.mail.css;

import java.util.List;

/**
 * A mail whose styles stand in its elements.
 *
 * @param html      the same document, byte for byte, but for style attributes and elements, and what the options ask for
 * @param problems  in the order of the document
 * @param keptBytes of CSS that stays in style elements, in UTF-8; Gmail takes {@link CssInliner#MOST_KEPT_BYTES}
 */
public record Inlined(String html, List<CssProblem> problems, int keptBytes) {

    public Inlined {
        problems = List.copyOf(problems);
    }
}
