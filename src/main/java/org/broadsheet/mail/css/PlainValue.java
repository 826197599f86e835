package org.broadsheet.mail.css;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Knows values that every mail client understands, Outlook's Word included: only such a value makes what it overrides needless. Whatever is not known
 * to be plain leaves the value before it in place, as the fallback that its author may have meant.
 */
final class PlainValue {

    private static final String LENGTH = "[+-]?(?:0|\\d*\\.?\\d+(?:px|em|pt|ex|in|cm|mm|pc|%))";
    private static final Pattern LENGTHS = Pattern.compile("(?i)(?:" + LENGTH + "|auto)(?: (?:" + LENGTH + "|auto)){0,3}");
    private static final Pattern PADDINGS = Pattern.compile("(?i)" + LENGTH.replace("[+-]?", "") + "(?: " + LENGTH.replace("[+-]?", "") + "){0,3}");
    private static final Pattern SIZE = Pattern.compile("(?i)" + LENGTH.replace("[+-]?", ""));
    private static final Pattern HEX = Pattern.compile("(?i)#(?:[0-9a-f]{3}|[0-9a-f]{6})");
    private static final Pattern WIDTH = Pattern.compile("(?i)(?:thin|medium|thick|0|\\d*\\.?\\d+(?:px|em|pt|ex|in|cm|mm|pc))");
    private static final Pattern STYLE = Pattern.compile("(?i)none|hidden|dotted|dashed|solid|double|groove|ridge|inset|outset");
    private static final Pattern FAMILIES = Pattern.compile("(?i)(?:'[^'\\\\]*'|[a-z][a-z-]*(?: [a-z][a-z-]*)*)(?:,(?:'[^'\\\\]*'|[a-z][a-z-]*(?: [a-z][a-z-]*)*))*");
    private static final Set<String> WIDE = Set.of("inherit", "initial", "unset", "revert", "revert-layer", "default");
    /** The basic colours of CSS 2.2. */
    private static final Set<String> COLOURS = Set.of("aqua", "black", "blue", "fuchsia", "gray", "green", "lime", "maroon", "navy", "olive", "orange", "purple", "red", "silver",
            "teal", "white", "yellow");
    private static final Map<String, Predicate<String>> KNOWN = new HashMap<>();

    static {
        Predicate<String> colour = value -> HEX.matcher(value).matches() || COLOURS.contains(lower(value));
        Predicate<String> lengths = LENGTHS.asMatchPredicate();
        Predicate<String> size = SIZE.asMatchPredicate();
        Predicate<String> auto = oneOf("auto");
        Predicate<String> width = WIDTH.asMatchPredicate();
        Predicate<String> style = STYLE.asMatchPredicate();
        Predicate<String> line = value -> line(value, List.of(width, style, colour));
        put(colour, "color", "background-color", "background");
        put(lengths, "margin");
        put(value -> LENGTHS.matcher(value).matches() && value.indexOf(' ') < 0, "margin-top", "margin-right", "margin-bottom", "margin-left");
        put(PADDINGS.asMatchPredicate(), "padding");
        put(size, "padding-top", "padding-right", "padding-bottom", "padding-left", "font-size", "min-width", "min-height");
        put(size.or(auto), "width", "height");
        put(size.or(oneOf("none")), "max-width", "max-height");
        put(size.or(oneOf("normal")).or(Pattern.compile("\\d*\\.?\\d+").asMatchPredicate()), "line-height");
        put(Pattern.compile("(?i)" + LENGTH).asMatchPredicate().and(value -> !value.endsWith("%")).or(oneOf("normal")), "letter-spacing", "word-spacing");
        put(Pattern.compile("(?i)" + LENGTH).asMatchPredicate(), "text-indent");
        put(many(colour), "border-color");
        put(many(style), "border-style");
        put(many(width), "border-width");
        put(line, "border", "border-top", "border-right", "border-bottom", "border-left");
        for (var side : List.of("top", "right", "bottom", "left")) {
            put(colour, "border-" + side + "-color");
            put(style, "border-" + side + "-style");
            put(width, "border-" + side + "-width");
        }
        put(FAMILIES.asMatchPredicate().and(value -> !WIDE.contains(lower(value))), "font-family");
        put(oneOf("normal", "bold", "bolder", "lighter", "100", "200", "300", "400", "500", "600", "700", "800", "900"), "font-weight");
        put(oneOf("normal", "italic", "oblique"), "font-style");
        put(oneOf("left", "right", "center", "justify"), "text-align");
        put(oneOf("none", "underline", "line-through", "overline"), "text-decoration");
        put(oneOf("none", "uppercase", "lowercase", "capitalize"), "text-transform");
        put(oneOf("top", "middle", "bottom", "baseline", "sub", "super", "text-top", "text-bottom"), "vertical-align");
        put(oneOf("block", "inline", "inline-block", "none", "table", "table-cell", "table-row"), "display");
        put(oneOf("left", "right", "none"), "float");
        put(oneOf("left", "right", "both", "none"), "clear");
        put(oneOf("collapse", "separate"), "border-collapse");
        put(oneOf("normal", "nowrap", "pre"), "white-space");
        put(oneOf("ltr", "rtl"), "direction");
    }

    private PlainValue() {
    }

    static boolean understood(Declaration declaration) {
        var known = KNOWN.get(declaration.name());
        return known != null && known.test(declaration.value());
    }

    private static void put(Predicate<String> values, String... properties) {
        for (var property : properties) {
            KNOWN.put(property, values);
        }
    }

    private static Predicate<String> oneOf(String... words) {
        var set = Set.of(words);
        return value -> set.contains(lower(value));
    }

    private static Predicate<String> many(Predicate<String> one) {
        return value -> value.split(" ").length <= 4 && Arrays.stream(value.split(" ")).allMatch(one);
    }

    /** Each part once, in any order: width, style and colour of a border. */
    private static boolean line(String value, List<Predicate<String>> parts) {
        var words = value.split(" ");
        var used = new boolean[parts.size()];
        for (var word : words) {
            var found = -1;
            for (var i = 0; i < used.length && found < 0; i++) {
                found = !used[i] && parts.get(i).test(word) ? i : -1;
            }
            if (found < 0) {
                return false;
            }
            used[found] = true;
        }
        return words.length <= parts.size();
    }

    private static String lower(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
