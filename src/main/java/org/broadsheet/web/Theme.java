package org.broadsheet.web;

import java.util.regex.Pattern;

/**
 * The colours in which publications differ, each {@code #rrggbb}.
 *
 * @param accentLight links and kickers on light paper, contrast at least 4.5
 * @param accentDark  the same on dark paper, contrast at least 7
 * @param fillLight   ground of the button on light paper, at least 4.5 against its light text
 * @param fillDark    the same on dark paper
 */
public record Theme(String accentLight, String accentDark, String fillLight, String fillDark) {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    /** @throws IllegalArgumentException if one is no colour: they are written into a style sheet, where nothing is escaped */
    public Theme {
        requireColour(accentLight);
        requireColour(accentDark);
        requireColour(fillLight);
        requireColour(fillDark);
    }

    private static void requireColour(String value) {
        if (!COLOUR.matcher(value).matches()) {
            throw new IllegalArgumentException("not a colour of the form #rrggbb: " + value);
        }
    }
}
