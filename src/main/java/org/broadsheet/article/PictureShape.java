package org.broadsheet.article;

/** A shape that pictures are brought to. A rendition is never larger than its original allows. */
public sealed interface PictureShape permits PictureFormat, WholeFormat {

    /** The width that stands in the address of a rendition, whatever its own is; no two shapes share one. */
    int nominalWidth();

    /** Most that a rendition may weigh, in bytes. */
    int heaviest();

    /**
     * How large a rendition of an original becomes: never larger than what is left of the original in this shape.
     *
     * @param originalWidth  in pixels, upright; 0 if it isn't known, then it is taken to be large enough
     * @param originalHeight likewise
     */
    Size of(int originalWidth, int originalHeight);

    /** Path of a rendition on this server. */
    default String path(String hash) {
        return "/pictures/" + hash + "-" + nominalWidth() + ".jpg";
    }

    /** In pixels. */
    record Size(int width, int height) {
    }
}
