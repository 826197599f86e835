package org.broadsheet.mail.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.broadsheet.mail.css.Selector.ClassName;
import org.broadsheet.mail.css.Selector.Id;

/** A parsed sheet, with what can be known of its rules before any document is there. Immutable, so that many threads may share it. */
final class StyleSheet {

    /** @param at place in the sheet */
    record Flaw(CssProblem.Kind kind, int at, String reason) {
    }

    /**
     * A selector of a rule.
     *
     * @param key   what the last part of the selector asks for: "#id", ".class", a tag's name or "", in lower case
     * @param needs names of ids and classes without which no document answers it
     */
    record Candidate(Selector selector, StyleRule rule, String key, List<String> needs) {
    }

    private final List<Item> items;
    private final List<Flaw> flaws;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<StyleRule> asking;
    private final List<StyleRule> setting;
    private final int rules;

    StyleSheet(List<Item> items, List<Flaw> flaws, int rules) {
        this.items = List.copyOf(items);
        this.flaws = List.copyOf(flaws);
        this.rules = rules;
        for (var item : items) {
            if (item instanceof StyleRule rule) {
                rule.selectors().forEach(selector -> candidates.add(new Candidate(selector, rule, key(selector), needs(selector))));
            }
        }
        asking = rulesWith(declaration -> !declaration.isCustom() && declaration.hasVariables());
        setting = rulesWith(Declaration::isCustom);
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

    List<Candidate> candidates() {
        return candidates;
    }

    /** Rules that ask for variables. */
    List<StyleRule> asking() {
        return asking;
    }

    /** Rules that set variables. */
    List<StyleRule> setting() {
        return setting;
    }

    private List<StyleRule> rulesWith(Predicate<Declaration> declaration) {
        return candidates.stream().map(Candidate::rule).distinct().filter(rule -> rule.declarations().stream().anyMatch(declaration)).toList();
    }

    private static List<String> needs(Selector selector) {
        return selector.compounds().stream().flatMap(compound -> compound.tests().stream()).map(test -> switch (test) {
            case Id id -> "#" + id.name().toLowerCase(Locale.ROOT);
            case ClassName name -> "." + name.name().toLowerCase(Locale.ROOT);
            default -> "";
        }).filter(name -> !name.isEmpty()).distinct().toList();
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
