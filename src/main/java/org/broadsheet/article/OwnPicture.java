package org.broadsheet.article;

/**
 * A picture that an operator uploaded, as it is served.
 *
 * @param file      its name under {@code /pictures}: the hash of what is served, and its width
 * @param width     in pixels
 * @param height    in pixels
 */
public record OwnPicture(String file, int width, int height) {

    /** What a picture is for, which says how large it may be. */
    public enum Purpose {
        /** Stands for a publication's name. */
        LOGO(1152, 320),
        /** Stands in a block of the publication's own. */
        BLOCK(1152, 1600);

        final int widest;
        final int tallest;

        Purpose(int widest, int tallest) {
            this.widest = widest;
            this.tallest = tallest;
        }
    }

    /** What of its name is the hash that it is stored under. */
    public String hash() {
        return file.substring(0, file.indexOf('-'));
    }
}
