package org.broadsheet.web;

import java.util.Locale;
import java.util.Set;

/** Which way a language is written. */
public final class Directions {

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "iw", "ur", "yi", "ps", "sd", "ug", "dv");

    private Directions() {
    }

    /** @return {@code ltr} or {@code rtl} */
    public static String of(String language) {
        return RIGHT_TO_LEFT.contains(Locale.forLanguageTag(language).getLanguage()) ? "rtl" : "ltr";
    }
}
