package org.broadsheet.mail.css;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import org.broadsheet.mail.css.Selector.ClassName;
import org.broadsheet.mail.css.Selector.Id;

/** A parsed sheet, with its rules indexed by what the last part of their selectors asks for. Immutable, so that many threads may share it. */
final class StyleSheet {

    /** @param at place in the sheet */
    record Flaw(CssProblem.Kind kind, int at, String reason) {
    }

    record Candidate(Selector selector, StyleRule rule) {
    }

    private final List<Item> items;
    private final List<Flaw> flaws;
    private final Map<String, List<Candidate>> candidates = new HashMap<>();
    private final int rules;

    StyleSheet(List<Item> items, List<Flaw> flaws, int rules) {
        this.items = List.copyOf(items);
        this.flaws = List.copyOf(flaws);
        this.rules = rules;
        for (var item : items) {
            if (item instanceof StyleRule rule) {
                rule.selectors().forEach(selector -> candidates.computeIfAbsent(key(selector), _ -> new ArrayList<>()).add(new Candidate(selector, rule)));
            }
        }
    }

    List<Item> items() {
        return items;
    }

    List<Flaw> flaws() {
        return flaws;
    }

    /** How many places {@link StyleRule#order()} counts. */
    int rules() {
        return rules;
    }

    /** Those whose last part may hold for this element; all others surely do not. */
    void candidates(StyledElement element, Consumer<Candidate> sink) {
        offer("", sink);
        offer(element.tag, sink);
        for (var i = 0; i < element.classes.length; i++) {
            offer("." + element.classes[i].toLowerCase(Locale.ROOT), sink);
        }
        if (!element.id.isEmpty()) {
            offer("#" + element.id.toLowerCase(Locale.ROOT), sink);
        }
    }

    private void offer(String key, Consumer<Candidate> sink) {
        var found = candidates.get(key);
        if (found != null) {
            found.forEach(sink);
        }
    }

    private static String key(Selector selector) {
        var key = selector.last().tag();
        for (var test : selector.last().tests()) {
            switch (test) {
                case Id id -> {
                    return "#" + id.name().toLowerCase(Locale.ROOT);
                }
                case ClassName name -> key = "." + name.name().toLowerCase(Locale.ROOT);
                default -> { }
            }
        }
        return key;
    }
}
