package org.broadsheet.mail.css;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Writes what stays in a style element, minified. */
final class KeptWriter {

    private final Set<InlinerOption> options;
    private final CustomProperties variables;
    private final Predicate<StyleRule> stays;

    /**
     * @param variables of the root element
     * @param stays     asks whether a rule that was inlined must stay all the same
     */
    KeptWriter(Set<InlinerOption> options, CustomProperties variables, Predicate<StyleRule> stays) {
        this.options = options;
        this.variables = variables;
        this.stays = stays;
    }

    String text(List<Item> items) {
        var text = new StringBuilder();
        write(items, text);
        return text.toString();
    }

    private void write(List<Item> items, StringBuilder text) {
        for (var item : items) {
            switch (item) {
                case Kept.Text whole -> text.append(whole.text());
                case Kept.Group group -> {
                    text.append(group.prelude()).append('{');
                    write(group.items(), text);
                    text.append('}');
                }
                case Kept.Rule rule -> write(rule.prelude(), rule.declarations(), rule.use() != Selector.Use.APART && options.contains(InlinerOption.KEPT_RULES_WIN), text);
                case StyleRule rule when stays.test(rule) -> write(rule.prelude(), rule.declarations(), false, text);
                case StyleRule _ -> { }
            }
        }
    }

    private void write(String prelude, List<Declaration> declarations, boolean wins, StringBuilder text) {
        text.append(prelude).append('{');
        var separator = "";
        for (var declaration : declarations) {
            var value = declaration.hasVariables() ? variables.resolve(declaration.value()).orElse(declaration.value()) : declaration.value();
            text.append(separator).append(declaration.with(value).textWith(declaration.important() || wins && !declaration.isCustom() && !declaration.isTemplate()));
            separator = ";";
        }
        text.append('}');
    }
}
