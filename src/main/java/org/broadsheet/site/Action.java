package org.broadsheet.site;

/**
 * A button that posts to a path.
 *
 * @param label  what it does
 * @param about  what it does it to, read by screen readers only, such as "edition no. 12 of Pen Daily"
 * @param url    path
 * @param weight how it looks
 */
public record Action(String label, String about, String url, Weight weight) {

    /** How much a button may stand out; one at most on a page is the main one. */
    public enum Weight {
        MAIN, PLAIN
    }

    public boolean main() {
        return weight == Weight.MAIN;
    }
}
