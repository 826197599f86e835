package org.broadsheet.mail.css;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes what stays in a style element, minified, with variables resolved as the root element has them. */
final class KeptWriter {

    private static final Set<String> ROOTS = Set.of(":root", "html", "body", "*", ":root,html", "html,body", "html,:root");
    private static final Pattern ASKED = Pattern.compile("(?i)var\\(\\s*(--[^\\s,)]+)");

    private final boolean wins;
    private final CustomProperties variables;
    private final List<StyleRule> asking;
    private final Set<String> local;

    /**
     * @param variables of the root element
     * @param inlined   sheets that took part in the cascade, in the order of the document
     */
    KeptWriter(Set<InlinerOption> options, CustomProperties variables, List<StyleSheet> inlined) {
        wins = options.contains(InlinerOption.KEPT_RULES_WIN);
        this.variables = variables;
        asking = inlined.stream().flatMap(sheet -> sheet.asking().stream()).toList();
        local = inlined.stream().flatMap(sheet -> sheet.setting().stream()).filter(rule -> !ROOTS.contains(rule.prelude())).flatMap(rule -> rule.declarations().stream())
                .filter(Declaration::isCustom).map(Declaration::name).collect(Collectors.toSet());
    }

    /** Names that var() in this text asks for. */
    static Set<String> asked(String text) {
        return ASKED.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /**
     * @param wanted custom properties that something left still asks for
     * @param stays  asks whether a rule that was inlined must stay all the same
     */
    String text(List<Item> items, Set<String> wanted, Predicate<StyleRule> stays) {
        return items.stream().map(item -> text(item, variables, wanted, stays)).collect(Collectors.joining());
    }

    private String text(Item item, CustomProperties known, Set<String> wanted, Predicate<StyleRule> stays) {
        return switch (item) {
            case Kept.Text whole -> whole.text();
            case Kept.Group group -> group(group, known, wanted, stays);
            case Kept.Rule rule -> rule(rule.prelude(), rule.declarations(), wins && rule.use() != Selector.Use.APART, known, wanted);
            case StyleRule rule -> stays.test(rule) ? rule(rule.prelude(), rule.declarations(), false, known, wanted) : "";
        };
    }

    private String group(Kept.Group group, CustomProperties known, Set<String> wanted, Predicate<StyleRule> stays) {
        var within = known.with(rootVariables(group.items()));
        var text = group.items().stream().map(item -> text(item, within, wanted, stays)).collect(Collectors.joining());
        var restated = within == known ? "" : restated(known, within, wanted);
        return text.isEmpty() && restated.isEmpty() ? "" : group.prelude() + '{' + restated + text + '}';
    }

    private static List<Declaration> rootVariables(Collection<Item> items) {
        var own = new ArrayList<Declaration>();
        for (var item : items) {
            if (item instanceof Kept.Rule rule && ROOTS.contains(rule.prelude())) {
                rule.declarations().stream().filter(Declaration::isCustom).forEach(own::add);
            }
        }
        return own;
    }

    /** Inlined rules whose variables have other values in this group, for instance in dark mode: said again with those, since the variables are gone. */
    private String restated(CustomProperties known, CustomProperties within, Set<String> wanted) {
        var text = new StringBuilder();
        for (var rule : asking) {
            var other = rule.declarations().stream().filter(declaration -> !declaration.isCustom() && declaration.hasVariables())
                    .filter(declaration -> asked(declaration.value()).stream().noneMatch(local::contains))
                    .filter(declaration -> !known.resolve(declaration.value()).equals(within.resolve(declaration.value()))).toList();
            text.append(rule(rule.prelude(), other, wins, within, wanted));
        }
        return text.toString();
    }

    private static String rule(String prelude, List<Declaration> declarations, boolean important, CustomProperties known, Set<String> wanted) {
        var text = declarations.stream().filter(declaration -> !declaration.isCustom() || wanted.contains(declaration.name())).map(declaration -> {
            var value = declaration.hasVariables() ? known.resolve(declaration.value()).orElse(declaration.value()) : declaration.value();
            return declaration.with(value).textWith(declaration.important() || important && !declaration.isCustom() && !declaration.isTemplate());
        }).collect(Collectors.joining(";"));
        return text.isEmpty() ? "" : prelude + '{' + text + '}';
    }
}
