package org.broadsheet.mail;

import java.util.Locale;
import java.util.Set;

import org.broadsheet.web.Directions;

/** What typography has to know of a language's script: some have no italics, and no letters to move closer together. */
public final class Script {

    private static final Set<String> IDEOGRAPHIC = Set.of("ja", "zh", "ko", "yue", "wuu");

    private Script() {
    }

    /**
     * @param language BCP 47
     * @return {@code rtl} for those written from right to left, {@code cjk} for Chinese, Japanese and Korean, else {@code western}
     */
    public static String of(String language) {
        if ("rtl".equals(Directions.of(language))) {
            return "rtl";
        }
        return IDEOGRAPHIC.contains(Locale.forLanguageTag(language).getLanguage()) ? "cjk" : "western";
    }
}
