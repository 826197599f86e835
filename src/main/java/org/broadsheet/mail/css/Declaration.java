package org.broadsheet.mail.css;

/**
 * A property and its value.
 *
 * @param name  in lower case, except those of custom properties; "" if the whole is template code, which then is the value
 * @param value minified, without "!important"
 * @param at    place of its first character in the sheet or attribute
 */
record Declaration(String name, String value, boolean important, int at) {

    boolean isCustom() {
        return name.startsWith("--");
    }

    boolean hasVariables() {
        for (var open = value.indexOf('('); open >= 0; open = value.indexOf('(', open + 1)) {
            if (open >= 3 && value.regionMatches(true, open - 3, "var", 0, 3)) {
                return true;
            }
        }
        return false;
    }

    boolean isTemplate() {
        return name.isEmpty();
    }

    Declaration with(String otherValue) {
        return new Declaration(name, otherValue, important, at);
    }

    /** Properties of one family set each other back: border and border-top-color, font and font-size. */
    String family() {
        if (name.equals("line-height")) {
            return "font";
        }
        var dash = name.indexOf('-', 1);
        return dash < 0 ? name : name.substring(0, dash);
    }

    String text() {
        return isTemplate() ? value : name + ":" + value;
    }

    String textWith(boolean importance) {
        return importance ? text() + "!important" : text();
    }
}
