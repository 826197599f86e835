package org.broadsheet.mail.css;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.broadsheet.mail.css.Cascade.Placed;

/** The selectors that may hold in one document, by what their last part asks for. Most rules of a theme are for things that an edition does not have. */
final class Candidates {

    /** @param strength in the cascade */
    record Rated(Selector selector, StyleRule rule, long strength) {
    }

    private final Map<String, List<Rated>> byKey = new HashMap<>();

    Candidates(List<Placed> sheets, List<StyledElement> document) {
        var names = names(document);
        for (var placed : sheets) {
            for (var candidate : placed.sheet().candidates()) {
                if (names.containsAll(candidate.needs())) {
                    var strength = Contest.strength(candidate.selector().specificity(), placed.base() + candidate.rule().order());
                    byKey.computeIfAbsent(candidate.key(), _ -> new ArrayList<>()).add(new Rated(candidate.selector(), candidate.rule(), strength));
                }
            }
        }
    }

    private static Set<String> names(List<StyledElement> document) {
        var names = new HashSet<String>();
        for (var element : document) {
            names.addAll(element.keys);
        }
        return names;
    }

    /** Those whose last part may hold for this element; all others surely do not. */
    void of(StyledElement element, Consumer<Rated> sink) {
        offer("", sink);
        offer(element.tag, sink);
        for (var i = 0; i < element.keys.size(); i++) {
            offer(element.keys.get(i), sink);
        }
    }

    private void offer(String key, Consumer<Rated> sink) {
        var found = byKey.get(key);
        if (found != null) {
            for (var i = 0; i < found.size(); i++) {
                sink.accept(found.get(i));
            }
        }
    }
}
