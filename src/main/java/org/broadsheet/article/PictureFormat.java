package org.broadsheet.article;

import java.util.List;

/** The shapes that an article's own picture is cropped to, twice the size they are shown at. */
public enum PictureFormat implements PictureShape {

    /** The lead's 16:9. */
    LARGE(1200, 675),
    /** Everybody else's 3:2. */
    SMALL(600, 400);

    static final List<PictureShape> ALL = List.of(values());
    /** Mails hold it. */
    private static final int HEAVIEST = 90_000;

    private final int width;
    private final int height;

    PictureFormat(int width, int height) {
        this.width = width;
        this.height = height;
    }

    @Override
    public int nominalWidth() {
        return width;
    }

    @Override
    public int heaviest() {
        return HEAVIEST;
    }

    double ratio() {
        return (double) width / height;
    }

    @Override
    public Size of(int originalWidth, int originalHeight) {
        if (originalWidth <= 0 || originalHeight <= 0) {
            return new Size(width, height);
        }
        int left = (int) Math.min(originalWidth, Math.round(originalHeight * ratio()));
        return left >= width ? new Size(width, height) : new Size(left, (int) Math.clamp(Math.round(left / ratio()), 1, originalHeight));
    }
}
