package org.broadsheet.mail.css;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;

/** Leaves out what a later declaration overrides in every client. Order stays, since it is what tells a shorthand from its exceptions. */
final class Overridden {

    private Overridden() {
    }

    /** @param declarations all that hold for one element, the strongest last */
    static List<Declaration> removed(List<Declaration> declarations) {
        var settled = new HashSet<String>();
        var texts = new HashSet<String>();
        var left = new ArrayDeque<Declaration>();
        for (var i = declarations.size() - 1; i >= 0; i--) {
            var declaration = declarations.get(i);
            if (declaration.isTemplate()) {
                left.addFirst(declaration);
                continue;
            }
            var longhands = Shorthands.longhands(declaration.name());
            if (!settled.containsAll(longhands) && texts.add(declaration.text())) {
                left.addFirst(declaration);
                if (declaration.isCustom() || PlainValue.understood(declaration)) {
                    settled.addAll(longhands);
                }
            }
        }
        return List.copyOf(left);
    }
}
