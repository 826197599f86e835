package org.broadsheet.article;

import java.io.IOException;

/**
 * What a file says of its picture, read by ourselves before any decoder sees it (F5), and the file without everything that a decoder need not
 * see: remarks, thumbnails, colour profiles, further frames, and whatever was hidden behind its end.
 *
 * @param width       in pixels, as stored
 * @param height      in pixels, as stored
 * @param frames      1 for a still picture
 * @param orientation how the camera was held, 1 to 8 (Exif 2.32, tag 0x0112); 1 if unstated
 * @param profile     ICC profile of its colours; none if empty
 * @param bare        the first frame alone
 * @param bytesPerPixelRead heap that its decoder takes for each pixel of the file, kept or not; 0 where it reads line by line
 */
record PictureHead(int width, int height, int frames, int orientation, byte[] profile, byte[] bare, int bytesPerPixelRead) {

    static final byte[] NO_PROFILE = {};
    /** Profiles of four inks take 500 kB to 3 MB; those of screens a few hundred bytes. */
    static final int LONGEST_PROFILE = 4_000_000;

    PictureHead(int width, int height, int frames, int orientation, byte[] profile, byte[] bare) {
        this(width, height, frames, orientation, profile, bare, 0);
    }

    /** @throws IOException in words, if the file contradicts itself or ends too early */
    static PictureHead of(byte[] bytes, PictureKind kind) throws IOException {
        try {
            return switch (kind) {
                case JPEG -> JpegNotes.of(bytes).head(bytes);
                case PNG -> PngHead.of(bytes);
                case GIF -> GifHead.of(bytes);
                case WEBP -> WebpHead.of(bytes);
                case BMP -> BmpHead.of(bytes);
            };
        } catch (IndexOutOfBoundsException cut) {
            throw new IOException("it ends too early", cut);
        }
    }

    /** Of one frame. */
    long pixels() {
        return (long) width * height;
    }

    /** Whether it lies on its side as stored. */
    boolean isTurned() {
        return orientation >= 5;
    }

    int uprightWidth() {
        return isTurned() ? height : width;
    }

    int uprightHeight() {
        return isTurned() ? width : height;
    }
}
