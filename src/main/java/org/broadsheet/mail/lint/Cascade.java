package org.broadsheet.mail.lint;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.select.Selector.SelectorParseException;

/**
 * What holds for each element, of the few properties that decide whether it can be read: the cascade of CSS (level 4, section 6) without
 * layers, on a wide screen, in light and in dark.
 */
final class Cascade {

    private static final Set<String> PROPERTIES = Set.of("color", "background-color", "background", "background-image", "font-size", "font-weight", "display", "visibility",
            "opacity", "max-height", "height", "overflow", "text-align", "line-height", "mso-hide", "min-height", "padding", "padding-top", "padding-bottom", "font");
    /** Selectors times elements; beyond it only inline styles count. */
    private static final long MOST_WORK = 5_000_000;
    private static final long INLINE = 1_000_000_000L;
    private static final long IMPORTANT = 10_000_000_000L;
    private static final Pattern IDS = Pattern.compile("#[\\w-]+");
    private static final Pattern CLASSES = Pattern.compile("\\.[\\w-]+|\\[[^\\]]*]|(?<!:):(?!:|not|is|where|has)[\\w-]+");
    private static final Pattern TYPES = Pattern.compile("(?:^|[\\s>+~(])[a-zA-Z][\\w-]*|::[\\w-]+");

    private record Won(String value, long weight) {
    }

    private final Markup markup;
    private final Map<Media.Mode, Map<Element, Map<String, Won>>> byMode = new EnumMap<>(Media.Mode.class);
    private final boolean complete;

    Cascade(Markup markup) {
        this.markup = markup;
        var selectors = markup.sheets().stream().flatMap(sheet -> sheet.rules().stream()).mapToLong(rule -> rule.selectors().size()).sum();
        this.complete = selectors * markup.elements().size() <= MOST_WORK;
        for (var mode : Media.Mode.values()) {
            byMode.put(mode, resolve(mode));
        }
    }

    boolean isComplete() {
        return complete;
    }

    /** The value that won for this very element; inheritance is not looked at. */
    Optional<String> own(Element element, String property, Media.Mode mode) {
        return Optional.ofNullable(byMode.get(mode).get(element)).map(values -> values.get(property)).map(Won::value);
    }

    private Map<Element, Map<String, Won>> resolve(Media.Mode mode) {
        Map<Element, Map<String, Won>> result = new IdentityHashMap<>();
        var order = 0L;
        for (var sheet : markup.sheets()) {
            for (var rule : complete ? sheet.rules() : List.<StyleRule>of()) {
                order++;
                if (rule.conditions().stream().allMatch(condition -> Media.holds(condition, mode))) {
                    apply(rule, order, result);
                }
            }
        }
        markup.inline().all().forEach((element, declarations) -> declarations.forEach(declaration -> put(result, element, declaration, INLINE)));
        return result;
    }

    private void apply(StyleRule rule, long order, Map<Element, Map<String, Won>> result) {
        var wanted = rule.declarations().stream().filter(declaration -> PROPERTIES.contains(declaration.property())).toList();
        if (wanted.isEmpty()) {
            return;
        }
        for (var selector : rule.selectors()) {
            var weight = specificity(selector) * 1_000_000 + Math.min(order, 999_999);
            for (var element : matching(selector)) {
                wanted.forEach(declaration -> put(result, element, declaration, weight));
            }
        }
    }

    /** Selectors that need a reader's hand (hover), or make elements of their own, match nothing here. */
    private List<Element> matching(String selector) {
        if (selector.contains("::") || selector.matches(".*:(hover|focus|active|visited|before|after|target).*")) {
            return List.of();
        }
        try {
            return markup.document().select(selector);
        } catch (SelectorParseException | IllegalArgumentException e) {
            return List.of(); // what jsoup does not know is rare, and at worst leaves a colour unchecked
        }
    }

    private static long specificity(String selector) {
        return Math.min(9, IDS.matcher(selector).results().count()) * 100 + Math.min(9, CLASSES.matcher(selector).results().count()) * 10
                + Math.min(9, TYPES.matcher(selector).results().count());
    }

    private static void put(Map<Element, Map<String, Won>> result, Element element, Declaration declaration, long weight) {
        if (!PROPERTIES.contains(declaration.property())) {
            return;
        }
        var total = declaration.important() ? weight + IMPORTANT : weight;
        var values = result.computeIfAbsent(element, any -> new HashMap<>());
        win(values, declaration.property(), declaration.value(), total);
        switch (declaration.property()) {
            case "background" -> win(values, "background-color", Colour.within(declaration.value()).map(Colour::toCss).orElse("transparent"), total);
            case "font" -> FontShorthand.of(declaration.value()).ifPresent(font -> {
                win(values, "font-size", font.size(), total);
                win(values, "line-height", font.lineHeight(), total);
                win(values, "font-weight", font.weight(), total);
            });
            default -> {
                // it stands for itself alone
            }
        }
    }

    private static void win(Map<String, Won> values, String property, String value, long weight) {
        var before = values.get(property);
        if (before == null || before.weight <= weight) {
            values.put(property, new Won(value, weight));
        }
    }
}
