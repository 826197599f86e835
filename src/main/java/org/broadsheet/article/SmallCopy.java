package org.broadsheet.article;

import java.awt.image.BufferedImage;

/**
 * A picture on few points, to be judged by. Each holds the mean of what it stands for; {@link #points} holds single pixels instead, since a
 * mean would smooth away what tells a photograph from a plane.
 *
 * @param colours mean colours, opaque on white, row by row
 * @param points  single pixels with their opacity (ARGB)
 */
record SmallCopy(int width, int height, int[] colours, int[] points) {

    private static final int LONGEST_SIDE = 150;
    private static final int LOOKS = 3;

    static SmallCopy of(BufferedImage image) {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        int[] colours = new int[width * height];
        int[] points = new int[width * height];
        int[] row = new int[image.getWidth()];
        int[] sums = new int[width * 3];
        for (int y = 0; y < height; y++) {
            java.util.Arrays.fill(sums, 0);
            for (int look = 0; look < LOOKS; look++) {
                int from = (int) ((y + (look + 0.5) / LOOKS) * image.getHeight() / height);
                image.getRGB(0, Math.min(image.getHeight() - 1, from), image.getWidth(), 1, row, 0, image.getWidth());
                add(row, width, sums);
                if (look == LOOKS / 2) {
                    point(row, width, points, y * width);
                }
            }
            for (int x = 0; x < width; x++) {
                int count = LOOKS * LOOKS;
                colours[y * width + x] = sums[3 * x] / count << 16 | sums[3 * x + 1] / count << 8 | sums[3 * x + 2] / count;
            }
        }
        return new SmallCopy(width, height, colours, points);
    }

    private static void add(int[] row, int width, int[] sums) {
        for (int x = 0; x < width; x++) {
            for (int look = 0; look < LOOKS; look++) {
                int argb = row[Math.min(row.length - 1, (int) ((x + (look + 0.5) / LOOKS) * row.length / width))];
                int clear = 255 - (argb >>> 24);
                sums[3 * x] += blended(argb >> 16 & 0xff, clear);
                sums[3 * x + 1] += blended(argb >> 8 & 0xff, clear);
                sums[3 * x + 2] += blended(argb & 0xff, clear);
            }
        }
    }

    private static int blended(int value, int clear) {
        return (value * (255 - clear) + 255 * clear) / 255;
    }

    private static void point(int[] row, int width, int[] points, int at) {
        for (int x = 0; x < width; x++) {
            points[at + x] = row[Math.min(row.length - 1, (int) ((x + 0.5) * row.length / width))];
        }
    }

    /** Brightness of a colour, 0 to 255 (ITU-R BT.601). */
    static int brightness(int rgb) {
        return (299 * (rgb >> 16 & 0xff) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff)) / 1000;
    }
}
