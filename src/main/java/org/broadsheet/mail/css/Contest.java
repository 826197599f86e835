package org.broadsheet.mail.css;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which properties kept rules may want to set on elements. Order in a style attribute already says which inlined declaration is stronger, so
 * "!important" is needed there only where a kept rule lost to it in the sheet.
 */
final class Contest {

    private static final long NORMAL_ONLY = -1;

    /** By family of properties, the strength of the strongest important declaration that is kept. */
    private final Map<String, Long> strongest = new HashMap<>();

    void add(List<Item> items, int base) {
        for (var item : items) {
            switch (item) {
                case Kept.Rule rule when rule.use() != Selector.Use.APART -> add(rule.declarations(), strength(rule.specificity(), base + rule.order()));
                case Kept.Group group -> add(group.items(), base);
                default -> { }
            }
        }
    }

    private void add(List<Declaration> declarations, long strength) {
        declarations.forEach(declaration -> strongest.merge(declaration.family(), declaration.important() ? strength : NORMAL_ONLY, Math::max));
    }

    boolean needsImportance(Declaration declaration, long strength) {
        var kept = strongest.get(declaration.family());
        return kept != null && kept < strength;
    }

    static long strength(int specificity, int order) {
        return (long) specificity << 32 | order;
    }
}
