package org.broadsheet.article;

/**
 * A copied picture of an article's text.
 *
 * @param url    its address as it stands in the text
 * @param hash   names the stored picture
 * @param width  of the original, upright, in pixels
 * @param height likewise
 */
public record BodyPicture(String url, String hash, int width, int height) {

    /** How far one is. */
    public enum State {
        WANTED, READY,
        /** It cannot be had. */
        FAILED,
        /** It is the article's own picture, which stands above the text. */
        LEAD
    }

    /**
     * As the operator sees it.
     *
     * @param problem why it is not there, in words; "" if it is, or nothing is known yet
     */
    public record Status(String url, State state, String problem) {
    }

    double ratio() {
        return (double) width / height;
    }
}
