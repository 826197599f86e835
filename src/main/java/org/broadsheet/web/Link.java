package org.broadsheet.web;

/**
 * A link with its words.
 *
 * @param text what is read, unique on its page
 * @param url  path on this server, or absolute
 */
public record Link(String text, String url) {

    /**
     * The URL where it may stand in an {@code href} although it came from outside, else "". Escaping does not help against
     * {@code javascript:} and its like (F7), so only http and https pass.
     */
    public static String outside(String url) {
        return url.regionMatches(true, 0, "https://", 0, 8) || url.regionMatches(true, 0, "http://", 0, 7) ? url : "";
    }
}
