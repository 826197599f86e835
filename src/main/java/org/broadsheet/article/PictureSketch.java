package org.broadsheet.article;

import java.util.Arrays;

/**
 * A picture on a few grey points, by which it is known again in another size, in another compression, or with a strip cut off at one or two
 * opposite sides.
 *
 * @param light brightness, row by row, {@value #SIDE} points in each, whatever the picture's proportions
 */
record PictureSketch(byte[] light) {

    static final int SIDE = 32;
    private static final int POINTS = 16;
    private static final int STEPS = 16;
    /** Who cuts off more than this makes another picture. */
    private static final double LEAST_LEFT = 0.5;
    /** Cosine between the slopes of brightness: of ten drawn scenes, their own sizes and cuts have 0.96 and more, others 0.57 at most (WholePicturesTest prints it). */
    private static final double ALIKE = 0.93;
    /** Under this, nothing is there to be compared. */
    private static final double FLAT = 400;

    static PictureSketch of(SmallCopy copy) {
        var light = new byte[SIDE * SIDE];
        for (var y = 0; y < SIDE; y++) {
            for (var x = 0; x < SIDE; x++) {
                light[y * SIDE + x] = (byte) mean(copy, x, y);
            }
        }
        return new PictureSketch(light);
    }

    private static int mean(SmallCopy copy, int x, int y) {
        var sum = 0;
        var count = 0;
        for (var row = y * copy.height() / SIDE; row < Math.max(y * copy.height() / SIDE + 1, (y + 1) * copy.height() / SIDE); row++) {
            for (var column = x * copy.width() / SIDE; column < Math.max(x * copy.width() / SIDE + 1, (x + 1) * copy.width() / SIDE); column++) {
                sum += SmallCopy.brightness(copy.colours()[row * copy.width() + column]);
                count++;
            }
        }
        return sum / count;
    }

    /**
     * Whether both show the same photograph.
     *
     * @param ratio      width by height of this one
     * @param other      another one
     * @param otherRatio its width by its height
     */
    boolean shows(double ratio, PictureSketch other, double otherRatio) {
        return likeness(ratio, other, otherRatio) >= ALIKE;
    }

    /** From -1 to 1, where they are most alike: the wider one may be a strip of the taller one, or the other way round. */
    double likeness(double ratio, PictureSketch other, double otherRatio) {
        var left = Math.min(ratio, otherRatio) / Math.max(ratio, otherRatio);
        if (left < LEAST_LEFT) {
            return 0;
        }
        var taller = ratio < otherRatio ? this : other;
        var wider = ratio < otherRatio ? other : this;
        var best = -1.0;
        for (var step = 0; step <= STEPS; step++) {
            var start = (1 - left) * step / STEPS;
            best = Math.max(best, cosine(taller.slopes(0, 1, start, left), wider.slopes(0, 1, 0, 1)));
            best = Math.max(best, cosine(wider.slopes(start, left, 0, 1), taller.slopes(0, 1, 0, 1)));
        }
        return best;
    }

    /** How brightness changes from each point of a part to its neighbours. */
    private double[] slopes(double left, double width, double top, double height) {
        var points = new double[POINTS * POINTS];
        for (var y = 0; y < POINTS; y++) {
            for (var x = 0; x < POINTS; x++) {
                points[y * POINTS + x] = at(left + width * (x + 0.5) / POINTS, top + height * (y + 0.5) / POINTS);
            }
        }
        var slopes = new double[2 * POINTS * (POINTS - 1)];
        var place = 0;
        for (var y = 0; y < POINTS; y++) {
            for (var x = 1; x < POINTS; x++) {
                slopes[place++] = points[y * POINTS + x] - points[y * POINTS + x - 1];
                slopes[place++] = points[x * POINTS + y] - points[(x - 1) * POINTS + y];
            }
        }
        return slopes;
    }

    /** Brightness between the points. @param x from 0 to 1 @param y likewise */
    private double at(double x, double y) {
        var across = Math.clamp(x * SIDE - 0.5, 0, SIDE - 1.0);
        var down = Math.clamp(y * SIDE - 0.5, 0, SIDE - 1.0);
        var column = Math.min(SIDE - 2, (int) across);
        var row = Math.min(SIDE - 2, (int) down);
        var right = across - column;
        var lower = down - row;
        return (point(column, row) * (1 - right) + point(column + 1, row) * right) * (1 - lower) + (point(column, row + 1) * (1 - right) + point(column + 1, row + 1) * right) * lower;
    }

    private int point(int column, int row) {
        return light[row * SIDE + column] & 0xff;
    }

    private static double cosine(double[] one, double[] other) {
        var both = 0.0;
        var own = 0.0;
        var others = 0.0;
        for (var place = 0; place < one.length; place++) {
            both += one[place] * other[place];
            own += one[place] * one[place];
            others += other[place] * other[place];
        }
        return own > FLAT && others > FLAT ? both / Math.sqrt(own * others) : 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PictureSketch sketch && Arrays.equals(light, sketch.light);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(light);
    }

    @Override
    public String toString() {
        return "PictureSketch" + hashCode();
    }
}
