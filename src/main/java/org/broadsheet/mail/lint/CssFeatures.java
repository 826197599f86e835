package org.broadsheet.mail.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/** Names the features of CSS that a declaration, a selector or an at-rule uses, by the slugs of the support table. */
final class CssFeatures {

    private static final Pattern UNIT = Pattern.compile("(?<![\\w#.-])[+-]?\\d*\\.?\\d+(rem|vh|vw|vmin|vmax|ch|ex|cm|mm|in|pc)\\b");
    private static final Pattern FUNCTION = Pattern.compile("(?<![\\w-])(calc|clamp|min|max|light-dark|linear-gradient|radial-gradient|conic-gradient|var|rgb|rgba|lch|oklch|lab|oklab|color|color-mix)\\(");
    private static final Pattern PSEUDO = Pattern.compile("(::?)(-?[a-z-]+)");
    private static final Map<String, String> FUNCTIONS = Map.ofEntries(Map.entry("calc", "css-unit-calc"), Map.entry("clamp", "css-function-clamp"), Map.entry("min", "css-function-min"),
            Map.entry("max", "css-function-max"), Map.entry("light-dark", "css-function-light-dark"), Map.entry("linear-gradient", "css-linear-gradient"), Map.entry("radial-gradient", "css-radial-gradient"),
            Map.entry("conic-gradient", "css-conic-gradient"), Map.entry("var", "css-variables"), Map.entry("rgba", "css-rgba"), Map.entry("lch", "css-modern-color"), Map.entry("oklch", "css-modern-color"),
            Map.entry("lab", "css-modern-color"), Map.entry("oklab", "css-modern-color"));
    private static final Map<String, String> PROPERTIES = Map.ofEntries(Map.entry("column-gap", "css-gap"), Map.entry("row-gap", "css-gap"), Map.entry("left", "css-left-right-top-bottom"),
            Map.entry("right", "css-left-right-top-bottom"), Map.entry("top", "css-left-right-top-bottom"), Map.entry("bottom", "css-left-right-top-bottom"),
            Map.entry("margin-inline", "css-margin-inline-block"), Map.entry("margin-block", "css-margin-inline-block"), Map.entry("padding-inline", "css-padding-inline-block"),
            Map.entry("padding-block", "css-padding-inline-block"), Map.entry("margin-inline-start", "css-margin-inline-start-end"), Map.entry("margin-inline-end", "css-margin-inline-start-end"),
            Map.entry("margin-block-start", "css-margin-block-start-end"), Map.entry("margin-block-end", "css-margin-block-start-end"), Map.entry("padding-inline-start", "css-padding-inline-start-end"),
            Map.entry("padding-inline-end", "css-padding-inline-start-end"), Map.entry("padding-block-start", "css-padding-block-start-end"), Map.entry("padding-block-end", "css-padding-block-start-end"),
            Map.entry("block-size", "css-block-inline-size"), Map.entry("inline-size", "css-block-inline-size"), Map.entry("grid-template-columns", "css-grid-template"),
            Map.entry("grid-template-rows", "css-grid-template"), Map.entry("grid-template-areas", "css-grid-template"), Map.entry("columns", "css-column-count"), Map.entry("column-rule", "css-column-layout-properties"),
            Map.entry("margin-top", "css-margin"), Map.entry("margin-left", "css-margin"), Map.entry("margin-right", "css-margin"), Map.entry("margin-bottom", "css-margin"),
            Map.entry("padding-top", "css-padding"), Map.entry("padding-left", "css-padding"), Map.entry("padding-right", "css-padding"), Map.entry("padding-bottom", "css-padding"),
            Map.entry("scroll-snap-type", "css-scroll-snap"), Map.entry("text-emphasis-style", "css-text-emphasis"));
    private static final Set<String> PADDED = Set.of("td", "th");
    private static final Set<String> HEIGHTLESS = Set.of("body", "span", "div", "p");

    private CssFeatures() {
    }

    /** @param element that a style attribute belongs to; null where it is a rule's */
    static List<String> of(Declaration declaration, Element element, Support support) {
        List<String> found = new ArrayList<>();
        var property = declaration.property();
        var value = declaration.lower();
        if (property.startsWith("--")) {
            return List.of(); // what matters is where the value is used
        }
        if (property.startsWith("-") || property.startsWith("mso-") || property.startsWith("*")) {
            return List.of();
        }
        if (property.equals("display")) {
            found.addAll(displays(value, element));
        } else {
            var slug = PROPERTIES.getOrDefault(property, property.startsWith("border-inline") || property.startsWith("border-block") ? "css-border-inline-block" : "css-" + property);
            if (support.knows(slug) && isMeant(slug, value, element)) {
                found.add(slug);
            }
        }
        UNIT.matcher(value.replaceAll("url\\([^)]*\\)", "")).results().forEach(unit -> found.add("css-unit-" + unit.group(1)));
        FUNCTION.matcher(value).results().map(function -> function.group(1)).forEach(function -> {
            if (function.equals("rgb")) {
                if (value.matches("(?s).*rgb\\(\\s*[\\d.%]+\\s+[\\d.%].*")) {
                    found.add("css-rgb");
                }
            } else if (FUNCTIONS.containsKey(function)) {
                found.add(FUNCTIONS.get(function));
            }
        });
        if (value.matches("(fit|min|max)-content")) {
            found.add("css-intrinsic-size");
        } else if (value.equals("initial") || value.equals("unset") || value.equals("revert")) {
            found.add("css-unit-initial");
        } else if (property.startsWith("font") && value.matches("(?s).*\\b(system-ui|ui-serif|ui-sans-serif|ui-rounded|ui-monospace)\\b.*")) {
            found.add("css-sytem-ui");
        }
        return found;
    }

    private static List<String> displays(String value, Element element) {
        if (value.contains("flex")) {
            return List.of("css-display-flex");
        } else if (value.contains("grid")) {
            return List.of("css-display-grid");
        }
        return value.equals("none") && element != null && (element.normalName().equals("img") || !element.select("table").isEmpty() && !element.attr("style").contains("mso-hide")) ? List.of("css-display-none")
                : List.of();
    }

    /** Of what clients support in part, whether this is the other part. */
    private static boolean isMeant(String slug, String value, Element element) {
        return switch (slug) {
            case "css-margin" -> value.matches("(?s).*-\\d.*") || value.contains("-.");
            case "css-padding" -> element != null && !PADDED.contains(element.normalName());
            case "css-height" -> element != null && HEIGHTLESS.contains(element.normalName()) && !value.equals("auto");
            case "css-position" -> value.matches("absolute|fixed|sticky");
            case "css-text-align" -> value.matches("start|end|match-parent");
            case "css-text-indent" -> value.startsWith("-");
            case "css-flex-direction" -> value.startsWith("column");
            case "css-flex-wrap" -> value.startsWith("wrap");
            case "css-float", "css-transform", "css-clear" -> !value.equals("none");
            case "css-visibility" -> value.equals("hidden");
            default -> true;
        };
    }

    static List<String> ofSelector(String selector) {
        List<String> found = new ArrayList<>();
        var bare = selector.replaceAll("\\([^)]*\\)", "").replaceAll("\"[^\"]*\"", "");
        PSEUDO.matcher(bare).results().forEach(pseudo -> {
            var name = pseudo.group(2);
            var element = pseudo.group(1).length() == 2 || name.equals("before") || name.equals("after") || name.equals("first-letter") || name.equals("first-line");
            found.add((element ? "css-pseudo-element-" : "css-pseudo-class-") + name);
        });
        if (bare.contains("[")) {
            found.add("css-selector-attribute");
        }
        var outside = bare.replaceAll("\\[[^]]*]", "");
        if (outside.contains(">")) {
            found.add("css-selector-child");
        }
        if (outside.contains("+")) {
            found.add("css-selector-adjacent-sibling");
        }
        if (outside.contains("~")) {
            found.add("css-selector-general-sibling");
        }
        if (outside.contains("*")) {
            found.add("css-selector-universal");
        }
        return found;
    }

    static String ofAtRule(String text) {
        if (!text.startsWith("@media")) {
            return "css-at-" + text.substring(1).replaceAll("\\s.*", "");
        }
        if (text.contains("prefers-color-scheme")) {
            return "css-at-media-prefers-color-scheme";
        } else if (text.contains("prefers-reduced-motion")) {
            return "css-at-media-prefers-reduced-motion";
        } else if (text.contains("hover")) {
            return "css-at-media-hover";
        } else if (text.contains("orientation")) {
            return "css-at-media-orientation";
        }
        return text.contains("device-pixel-ratio") ? "css-at-media-device-pixel-ratio" : "css-at-media";
    }
}
