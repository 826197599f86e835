package org.broadsheet.article;

import java.util.List;

/** The sizes of pictures that stand in a text: whole, in their own proportions. A column is 640 pixels wide, a telephone's screen some 400. */
public enum WholeFormat implements PictureShape {

    /** For columns, sharp on fine screens. */
    WIDE(1160, 1600, 150_000),
    /** For telephones. */
    NARROW(580, 800, 60_000);

    static final List<PictureShape> ALL = List.of(values());

    private final int width;
    private final int height;
    private final int heaviest;

    WholeFormat(int width, int height, int heaviest) {
        this.width = width;
        this.height = height;
        this.heaviest = heaviest;
    }

    @Override
    public int nominalWidth() {
        return width;
    }

    @Override
    public int heaviest() {
        return heaviest;
    }

    /** As large as fits in this width and height, and never larger than the original. */
    @Override
    public Size of(int originalWidth, int originalHeight) {
        if (originalWidth <= 0 || originalHeight <= 0) {
            return new Size(width, height);
        }
        var scale = Math.min(1, Math.min((double) width / originalWidth, (double) height / originalHeight));
        return new Size((int) Math.max(1, Math.round(originalWidth * scale)), (int) Math.max(1, Math.round(originalHeight * scale)));
    }
}
