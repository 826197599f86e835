package org.broadsheet.delivery;

import java.util.regex.Pattern;

/**
 * How a mail is looked at in a browser. A frame has the colour scheme of whoever looks, so for light and dark the rules of the mail itself are
 * decided beforehand.
 */
public enum PreviewView {
    /** As whoever looks has set his browser. */
    AS_IT_IS,
    LIGHT,
    DARK,
    /** In light, with pictures off. */
    BARE,
    /** The plain text part. */
    TEXT;

    private static final Pattern ASKS_FOR_DARK = Pattern.compile("\\(\\s*prefers-color-scheme\\s*:\\s*dark\\s*\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ASKS_FOR_LIGHT = Pattern.compile("\\(\\s*prefers-color-scheme\\s*:\\s*light\\s*\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern OFFERS_BOTH = Pattern.compile("\\b(?:light\\s+dark|dark\\s+light)\\b(?=\\s*[;}\"'!])", Pattern.CASE_INSENSITIVE);
    private static final String ALWAYS = "(min-width:0)";
    private static final String NEVER = "(max-width:0)";

    /** The HTML part as it is seen so. */
    String of(String html) {
        return switch (this) {
            case AS_IT_IS, TEXT -> html;
            case LIGHT, BARE -> decided(html, NEVER, ALWAYS, "light");
            case DARK -> decided(html, ALWAYS, NEVER, "dark");
        };
    }

    private static String decided(String html, String dark, String light, String scheme) {
        var asked = ASKS_FOR_LIGHT.matcher(ASKS_FOR_DARK.matcher(html).replaceAll(dark)).replaceAll(light);
        return OFFERS_BOTH.matcher(asked).replaceAll(scheme);
    }

    /** F8: whatever a template or an article brings, nothing in a preview runs or loads from elsewhere but pictures. */
    String policy() {
        return "sandbox allow-popups; default-src 'none'; img-src " + (this == BARE ? "'none'" : "'self' https: http: data:") + "; style-src 'unsafe-inline'; frame-ancestors 'self'";
    }
}
