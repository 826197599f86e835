package org.broadsheet.site;

/**
 * A button that posts to a path.
 *
 * @param label what it does
 * @param about what it does it to, for screen readers, such as "no. 12"
 * @param url   path
 * @param main  whether it stands out
 */
public record Action(String label, String about, String url, boolean main) {
}
