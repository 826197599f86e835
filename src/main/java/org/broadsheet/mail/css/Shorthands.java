package org.broadsheet.mail.css;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which properties a shorthand sets (the property definitions of CSS 2.2 and its successors), as far as they meet in mails. */
final class Shorthands {

    private static final List<String> SIDES = List.of("top", "right", "bottom", "left");
    private static final Map<String, Set<String>> PARTS = new HashMap<>();

    static {
        for (var box : List.of("margin", "padding")) {
            PARTS.put(box, set(SIDES.stream().map(side -> box + "-" + side).toList()));
        }
        var border = new ArrayList<>(List.of("border-image-source", "border-image-slice", "border-image-width", "border-image-outset", "border-image-repeat"));
        for (var aspect : List.of("width", "style", "color")) {
            PARTS.put("border-" + aspect, set(SIDES.stream().map(side -> "border-" + side + "-" + aspect).toList()));
            border.addAll(PARTS.get("border-" + aspect));
        }
        for (var side : SIDES) {
            PARTS.put("border-" + side, Set.of("border-" + side + "-width", "border-" + side + "-style", "border-" + side + "-color"));
        }
        PARTS.put("border-image", set(border.subList(0, 5)));
        PARTS.put("border", set(border));
        PARTS.put("border-radius", Set.of("border-top-left-radius", "border-top-right-radius", "border-bottom-right-radius", "border-bottom-left-radius"));
        PARTS.put("background", Set.of("background-color", "background-image", "background-position", "background-position-x", "background-position-y",
                "background-size", "background-repeat", "background-attachment", "background-origin", "background-clip"));
        PARTS.put("font", Set.of("font-style", "font-variant", "font-weight", "font-stretch", "font-size", "line-height", "font-family"));
        PARTS.put("list-style", Set.of("list-style-type", "list-style-position", "list-style-image"));
        PARTS.put("outline", Set.of("outline-width", "outline-style", "outline-color"));
        PARTS.put("text-decoration", Set.of("text-decoration-line", "text-decoration-style", "text-decoration-color", "text-decoration-thickness"));
        PARTS.put("overflow", Set.of("overflow-x", "overflow-y"));
    }

    private Shorthands() {
    }

    /** The longhands that this property sets; itself if it is none of the shorthands known here. */
    static Set<String> longhands(String property) {
        return PARTS.getOrDefault(property, Set.of(property));
    }

    private static Set<String> set(List<String> names) {
        return Set.copyOf(new HashSet<>(names));
    }
}
