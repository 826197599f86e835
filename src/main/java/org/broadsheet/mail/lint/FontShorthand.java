package org.broadsheet.mail.lint;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The property {@code font}, as far as it decides whether a text can be read (CSS Fonts 4, section 2.7): what it does not say is as usual again.
 *
 * @param size       as written
 * @param lineHeight {@code normal} if it says none
 * @param weight     {@code normal} if it says none
 */
record FontShorthand(String size, String lineHeight, String weight) {

    private static final Set<String> SIZES = Set.of("xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "smaller", "larger");
    private static final Set<String> WEIGHTS = Set.of("bold", "bolder", "lighter");

    /** Empty if it names no size, as system fonts and {@code inherit} do not. */
    static Optional<FontShorthand> of(String value) {
        var weight = "normal";
        for (var token : value.strip().replaceAll("\\s*/\\s*", "/").toLowerCase(Locale.ROOT).split("\\s+")) {
            var parts = token.split("/", 2);
            if (SIZES.contains(parts[0]) || parts[0].matches("\\.?[0-9].*[a-z%]")) {
                return Optional.of(new FontShorthand(parts[0], parts.length == 2 ? parts[1] : "normal", weight));
            }
            if (WEIGHTS.contains(token) || token.matches("[1-9][0-9]{1,2}|1000")) {
                weight = token;
            }
        }
        return Optional.empty();
    }
}
