package org.broadsheet.mail.css;

import java.util.List;

/** What stays in a style element. */
sealed interface Kept extends Item {

    /** Written as it is: @font-face, @keyframes, template code. */
    record Text(String text) implements Kept {
    }

    /** @param prelude selectors, minified */
    record Rule(String prelude, List<Declaration> declarations, Selector.Use use, int specificity, int order) implements Kept {
    }

    /** @param prelude such as "@media (max-width:600px)" */
    record Group(String prelude, List<Item> items) implements Kept {
    }
}
