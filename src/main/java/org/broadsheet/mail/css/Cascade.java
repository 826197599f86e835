package org.broadsheet.mail.css;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the sheets of one document and an element's own style attribute say together (CSS Cascading Level 4, section 6). */
final class Cascade {

    private static final long INLINE = Long.MAX_VALUE;

    /** @param base place of the sheet's first rule among those of all sheets */
    record Placed(StyleSheet sheet, int base) {
    }

    /**
     * @param declarations for the style attribute, the strongest last
     * @param variables    of the element, for its children
     * @param matched      rules of sheets that hold for it
     * @param flaws        of the element's own style attribute
     */
    record Style(List<Declaration> declarations, String text, CustomProperties variables, List<StyleRule> matched, List<StyleSheet.Flaw> flaws) {
    }

    private record Match(StyleRule rule, long strength) {
    }

    /** Elements with the same rules, inherited variables and own style have the same result. */
    private record Key(List<Match> matches, CustomProperties inherited, String own) {
    }

    private final Candidates candidates;
    private final SelectorMatcher matcher;
    private final Contest contest;
    private final Set<String> wanted = new HashSet<>();
    private final Map<Declaration, StyleRule> unresolved = new LinkedHashMap<>();
    private final Map<Key, Style> known = new HashMap<>();
    private final List<Match> found = new ArrayList<>();

    Cascade(Candidates candidates, SelectorMatcher matcher, Contest contest) {
        this.candidates = candidates;
        this.matcher = matcher;
        this.contest = contest;
    }

    /** Custom properties that must stay on their elements, since a kept rule asks for them. */
    void want(Set<String> names) {
        wanted.addAll(names);
    }

    /** Declarations of sheets that hold for some element and whose variables have no value there. */
    Map<Declaration, StyleRule> unresolved() {
        return unresolved;
    }

    /** What was found before it was known what is wanted. */
    void forget() {
        known.clear();
        unresolved.clear();
    }

    Style style(StyledElement element, CustomProperties inherited, String own) {
        found.clear();
        candidates.of(element, candidate -> {
            if (matcher.matches(candidate.selector(), element)) {
                found.add(new Match(candidate.rule(), candidate.strength()));
            }
        });
        if (found.isEmpty() && own.isEmpty()) {
            return new Style(List.of(), "", inherited, List.of(), List.of());
        }
        found.sort((one, other) -> Long.compare(one.strength(), other.strength()));
        return known.computeIfAbsent(new Key(List.copyOf(found), inherited, own), Cascade.this::computed);
    }

    private Style computed(Key key) {
        var flaws = new ArrayList<StyleSheet.Flaw>();
        var own = SheetParser.declarations(key.own(), flaws);
        var all = new ArrayList<Declaration>();
        for (var importance : new boolean[] {false, true}) {
            key.matches().forEach(match -> add(match.rule().declarations(), importance, match.strength(), all));
            add(own, importance, INLINE, all);
        }
        var variables = key.inherited().with(all.stream().filter(Declaration::isCustom).toList());
        for (var match : key.matches()) {
            match.rule().declarations().stream().filter(declaration -> !declaration.isCustom() && declaration.hasVariables() && variables.resolve(declaration.value()).isEmpty())
                    .forEach(declaration -> unresolved.put(declaration, match.rule()));
        }
        var plain = all.stream().filter(declaration -> !declaration.isCustom() || wanted.contains(declaration.name())).map(declaration -> resolved(declaration, variables)).toList();
        var left = Overridden.removed(plain);
        return new Style(left, text(left), variables, key.matches().stream().map(Match::rule).distinct().toList(), flaws);
    }

    private void add(List<Declaration> declarations, boolean importance, long strength, List<Declaration> all) {
        for (var declaration : declarations) {
            if (declaration.important() == importance) {
                var stays = importance && contest.needsImportance(declaration, strength);
                all.add(new Declaration(declaration.name(), declaration.value(), stays, declaration.at()));
            }
        }
    }

    private static Declaration resolved(Declaration declaration, CustomProperties variables) {
        return declaration.hasVariables() ? variables.resolve(declaration.value()).map(declaration::with).orElse(declaration) : declaration;
    }

    private static String text(List<Declaration> declarations) {
        var text = new StringBuilder();
        for (var declaration : declarations) {
            text.append(text.isEmpty() ? "" : ";").append(declaration.textWith(declaration.important()));
        }
        return text.toString();
    }
}
