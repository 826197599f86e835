package org.broadsheet.article;

/**
 * Where a picture has something to look at. Every point weighs by its edges, by how far its colour is from that of its surroundings and by
 * its saturation, all the more the rarer its colour is, and by whether it could be skin; sums over rectangles come from an integral image.
 */
final class SaliencyMap {

    /** What a point weighs at most for each reason. Edges are relative to the sharpest of the picture, so that soft pictures count, too. */
    private static final double EDGES = 1.0;
    private static final double CONTRAST = 1.3;
    private static final double SATURATION = 0.35;
    private static final double SKIN = 0.8;
    private static final double HAIR = 0.7;
    /** What is left of a reason where the colour is that of a tenth of the picture or more. */
    private static final double COMMON = 0.2;
    private static final double COMMON_FROM = 0.1;
    /** Small and strong rather than wide and weak. */
    private static final double CONCENTRATION = 1.4;
    /** What half the points reach is ground, not subject. */
    private static final double GROUND = 0.5;

    private final int width;
    private final int height;
    private final double[] sums;

    private SaliencyMap(int width, int height, double[] weights) {
        this.width = width;
        this.height = height;
        this.sums = integral(width, height, weights);
    }

    static SaliencyMap of(SmallCopy copy) {
        var size = copy.width() * copy.height();
        var weights = new double[size];
        var edges = edges(copy);
        var contrast = contrast(copy);
        var rarity = rarity(copy);
        var skin = skin(copy);
        for (var at = 0; at < size; at++) {
            int rgb = copy.colours()[at];
            weights[at] = (EDGES * edges[at] + CONTRAST * contrast[at] + SATURATION * saturation(rgb)) * (COMMON + (1 - COMMON) * rarity[at]) + SKIN * skin[at];
        }
        subtractGround(weights);
        return new SaliencyMap(copy.width(), copy.height(), weights);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The weight of a rectangle; its corners are cut to the picture. */
    double weight(int left, int top, int right, int bottom) {
        var across = width + 1;
        var x0 = Math.clamp(left, 0, width);
        var x1 = Math.clamp(right, x0, width);
        var y0 = Math.clamp(top, 0, height);
        var y1 = Math.clamp(bottom, y0, height);
        return sums[y1 * across + x1] - sums[y0 * across + x1] - sums[y1 * across + x0] + sums[y0 * across + x0];
    }

    private static double[] integral(int width, int height, double[] weights) {
        var across = width + 1;
        var sums = new double[across * (height + 1)];
        for (var y = 0; y < height; y++) {
            var row = 0.0;
            for (var x = 0; x < width; x++) {
                row += weights[y * width + x];
                sums[(y + 1) * across + x + 1] = sums[y * across + x + 1] + row;
            }
        }
        return sums;
    }

    /** Differences to the neighbours, relative to the top twentieth. */
    private static double[] edges(SmallCopy copy) {
        var edges = new double[copy.width() * copy.height()];
        for (var y = 1; y < copy.height() - 1; y++) {
            for (var x = 1; x < copy.width() - 1; x++) {
                var at = y * copy.width() + x;
                edges[at] = difference(copy.colours()[at - 1], copy.colours()[at + 1]) + difference(copy.colours()[at - copy.width()], copy.colours()[at + copy.width()]);
            }
        }
        return relative(edges);
    }

    /** Distance of each colour from the mean of its wider surroundings, which lifts a subject from sky, grass or wall. */
    private static double[] contrast(SmallCopy copy) {
        var width = copy.width();
        var height = copy.height();
        var radius = Math.max(width, height) / 4;
        var channels = new double[3][];
        for (var channel = 0; channel < 3; channel++) {
            var values = new double[width * height];
            for (var at = 0; at < values.length; at++) {
                values[at] = copy.colours()[at] >> 8 * channel & 0xff;
            }
            channels[channel] = integral(width, height, values);
        }
        var contrast = new double[width * height];
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var x0 = Math.max(0, x - radius);
                var x1 = Math.min(width, x + radius + 1);
                var y0 = Math.max(0, y - radius);
                var y1 = Math.min(height, y + radius + 1);
                for (var channel = 0; channel < 3; channel++) {
                    var sums = channels[channel];
                    var mean = (sums[y1 * (width + 1) + x1] - sums[y0 * (width + 1) + x1] - sums[y1 * (width + 1) + x0] + sums[y0 * (width + 1) + x0])
                            / ((x1 - x0) * (y1 - y0));
                    contrast[y * width + x] += Math.abs((copy.colours()[y * width + x] >> 8 * channel & 0xff) - mean);
                }
            }
        }
        return relative(contrast);
    }

    private static double saturation(int rgb) {
        int most = Math.max(rgb >> 16 & 0xff, Math.max(rgb >> 8 & 0xff, rgb & 0xff));
        int least = Math.min(rgb >> 16 & 0xff, Math.min(rgb >> 8 & 0xff, rgb & 0xff));
        return most < 40 ? 0 : (double) (most - least) / most;
    }

    /** 1 for colours that are nearly nowhere else, 0 for those of sky, sea, grass and wall. */
    private static double[] rarity(SmallCopy copy) {
        var counts = new int[512];
        for (var rgb : copy.colours()) {
            counts[bucket(rgb)]++;
        }
        var rarity = new double[copy.colours().length];
        for (var at = 0; at < rarity.length; at++) {
            rarity[at] = 1 - Math.min(1, counts[bucket(copy.colours()[at])] / (COMMON_FROM * rarity.length));
        }
        return rarity;
    }

    private static int bucket(int rgb) {
        return rgb >> 15 & 0x1c0 | rgb >> 10 & 0x38 | rgb >> 5 & 7;
    }

    /** Skin, and in part what is above it: hair, and room for a head. */
    private static double[] skin(SmallCopy copy) {
        var width = copy.width();
        var skin = new double[width * copy.height()];
        var room = Math.max(1, copy.height() / 12);
        for (var at = skin.length - 1; at >= 0; at--) {
            int rgb = copy.colours()[at];
            if (isSkin(rgb, rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff)) {
                skin[at] = 1;
                for (var above = 1; above <= room && at - above * width >= 0; above++) {
                    skin[at - above * width] = Math.max(skin[at - above * width], HAIR);
                }
            }
        }
        return skin;
    }

    /** The range of chrominance that skin of any shade falls into (Chai and Ngan 1999), not too dark to tell. */
    private static boolean isSkin(int rgb, int red, int green, int blue) {
        var bright = SmallCopy.brightness(rgb);
        var cb = 128 + 0.564 * (blue - bright);
        var cr = 128 + 0.713 * (red - bright);
        return bright > 50 && bright < 235 && red > green && green > blue * 0.8 && cb >= 77 && cb <= 123 && cr >= 135 && cr <= 173;
    }

    private static double difference(int one, int other) {
        return Math.abs((one >> 16 & 0xff) - (other >> 16 & 0xff)) + Math.abs((one >> 8 & 0xff) - (other >> 8 & 0xff)) + Math.abs((one & 0xff) - (other & 0xff));
    }

    private static double[] relative(double[] values) {
        var most = Math.max(24, quantile(values, 0.95)); // below that it is noise
        for (var at = 0; at < values.length; at++) {
            values[at] = Math.min(1, values[at] / most);
        }
        return values;
    }

    private static void subtractGround(double[] weights) {
        var ground = quantile(weights, GROUND);
        for (var at = 0; at < weights.length; at++) {
            weights[at] = Math.pow(Math.max(0, weights[at] - ground), CONCENTRATION);
        }
    }

    private static double quantile(double[] values, double share) {
        var sorted = values.clone();
        java.util.Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
    }
}
