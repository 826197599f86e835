package org.broadsheet.article;

/** The shapes that pictures are brought to, twice the size they are shown at. */
public enum PictureFormat {

    /** The lead's 16:9. */
    LARGE(1200, 675),
    /** Everybody else's 3:2. */
    SMALL(600, 400);

    private final int width;
    private final int height;

    PictureFormat(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** In pixels. */
    public record Size(int width, int height) {
    }

    /** The width that stands in the address of a rendition, whatever its own is. */
    public int nominalWidth() {
        return width;
    }

    double ratio() {
        return (double) width / height;
    }

    /**
     * How large a rendition of an original becomes: never larger than what is left of the original in this shape.
     *
     * @param originalWidth  in pixels, upright; 0 if it isn't known, then it is taken to be large enough
     * @param originalHeight likewise
     */
    public Size of(int originalWidth, int originalHeight) {
        if (originalWidth <= 0 || originalHeight <= 0) {
            return new Size(width, height);
        }
        int left = (int) Math.min(originalWidth, Math.round(originalHeight * ratio()));
        return left >= width ? new Size(width, height) : new Size(left, (int) Math.clamp(Math.round(left / ratio()), 1, originalHeight));
    }

    /** Path of a rendition on this server. */
    public String path(String hash) {
        return "/pictures/" + hash + "-" + width + ".jpg";
    }
}
