package org.broadsheet.mail.css;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Attributes that Outlook's Word engine obeys where it does not obey the CSS that says the same (D2). */
final class OutlookAttributes {

    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> SIZED = Set.of("table", "td", "th", "img");
    private static final Set<String> COLOURED = Set.of("table", "tr", "td", "th", "body");
    private static final Pattern PIXELS = Pattern.compile("(?i)(\\d{1,5})(?:\\.\\d+)?px|0");
    private static final Pattern PERCENT = Pattern.compile("\\d{1,3}(?:\\.\\d+)?%");
    private static final Pattern COLOUR = Pattern.compile("(?i)#[0-9a-f]{6}|#[0-9a-f]{3}|[a-z]+");
    private static final Pattern RGB = Pattern.compile("(?i)rgb\\((\\d{1,3})[, ](\\d{1,3})[, ](\\d{1,3})\\)");
    private static final Set<String> NO_COLOUR = Set.of("transparent", "none", "inherit", "initial", "unset", "revert", "currentcolor");
    private static final Set<String> ACROSS = Set.of("left", "right", "center", "justify");
    private static final Set<String> DOWN = Set.of("top", "middle", "bottom", "baseline");

    private final String tag;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();

    private OutlookAttributes(String tag, List<Declaration> declarations) {
        this.tag = tag;
        declarations.forEach(declaration -> put(declaration.name(), declaration.value()));
    }

    /** @param declarations of this element in the order of the cascade */
    static Map<String, String> of(String tag, List<Declaration> declarations) {
        var mapped = new OutlookAttributes(tag, declarations);
        if (SIZED.contains(tag)) {
            mapped.size("width");
            mapped.size("height");
        }
        if (COLOURED.contains(tag)) {
            mapped.colour();
        }
        if (CELLS.contains(tag) || tag.equals("tr")) {
            mapped.oneOf("align", "text-align", ACROSS);
            mapped.oneOf("valign", "vertical-align", DOWN);
        } else if (tag.equals("table") || tag.equals("img")) {
            mapped.oneOf("align", "float", Set.of("left", "right"));
        }
        if (tag.equals("table")) {
            mapped.table();
        }
        return mapped.attributes;
    }

    /** A later value that Word would not understand does not take back one that it does: that one is the fallback. */
    private void put(String property, String value) {
        var plain = value.toLowerCase(Locale.ROOT);
        switch (property) {
            case "background", "background-color" -> {
                if (colour(plain) != null || NO_COLOUR.contains(plain)) {
                    values.put("background-color", plain);
                }
            }
            case "margin" -> {
                var sides = plain.split(" ");
                values.put("margin-right", sides.length > 1 ? sides[1] : sides[0]);
                values.put("margin-left", sides.length > 3 ? sides[3] : sides.length > 1 ? sides[1] : sides[0]);
            }
            default -> values.put(property, plain);
        }
    }

    private void size(String name) {
        var value = values.getOrDefault(name, "");
        var pixels = PIXELS.matcher(value);
        if (pixels.matches()) {
            attributes.put(name, pixels.group(1) == null ? "0" : pixels.group(1));
        } else if (PERCENT.matcher(value).matches()) {
            attributes.put(name, value);
        }
    }

    private void colour() {
        var colour = colour(values.getOrDefault("background-color", ""));
        if (colour != null) {
            attributes.put("bgcolor", colour);
        }
    }

    /** As an attribute can say it: three digits and rgb() are understood in CSS only; null if it is no plain colour. */
    private static String colour(String value) {
        var rgb = RGB.matcher(value);
        if (rgb.matches()) {
            return String.format(Locale.ROOT, "#%02x%02x%02x", part(rgb.group(1)), part(rgb.group(2)), part(rgb.group(3)));
        }
        if (!COLOUR.matcher(value).matches() || NO_COLOUR.contains(value)) {
            return null;
        }
        return value.length() != 4 || value.charAt(0) != '#' ? value
                : "#" + value.substring(1).chars().mapToObj(digit -> Character.toString(digit).repeat(2)).reduce("", String::concat);
    }

    private static int part(String digits) {
        return Math.min(255, Integer.parseInt(digits));
    }

    private void oneOf(String attribute, String property, Set<String> words) {
        var value = values.getOrDefault(property, "");
        if (words.contains(value)) {
            attributes.put(attribute, value);
        }
    }

    private void table() {
        if ("auto".equals(values.get("margin-left")) && "auto".equals(values.get("margin-right"))) {
            attributes.putIfAbsent("align", "center");
        }
        if ("collapse".equals(values.get("border-collapse")) || isNothing(values.get("border-spacing"))) {
            attributes.put("cellspacing", "0");
        }
        if (isNothing(values.get("border")) || "none".equals(values.get("border"))) {
            attributes.put("border", "0");
        }
    }

    private static boolean isNothing(String value) {
        return value != null && (value.equals("0") || value.equals("0px") || value.equals("0 0"));
    }
}
