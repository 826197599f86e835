package org.broadsheet.article;

import java.util.HashMap;
import java.util.Map;

/**
 * Whether there is anything to see: planes of one colour stand in for pictures that were not there, graphics have a ground of one colour, and
 * drawings on a transparent ground are logos.
 */
final class PictureSubstance {

    /** Bits a pixel. A plane has 0, one with words on it 0.1, fog of six shades 2.6. */
    private static final double LEAST_ENTROPY = 0.9;
    /** A photograph may have round corners or a shadow; a logo is mostly ground. */
    private static final double MOST_TRANSPARENT = 0.2;
    /** Of 4,096 that are told apart. A cut-out photograph has hundreds. */
    private static final int FEWEST_COLOURS = 48;

    /** Of all points, those of the one most common colour; the sky of a photograph has many. */
    private static final double MOST_OF_ONE_COLOUR = 0.25;

    /** What it looks like. */
    enum Looks {
        PHOTOGRAPH,
        /** A drawing, a chart, a logo on a ground. */
        GRAPHIC,
        /** One colour nearly everywhere, as placeholders have. */
        PLANE
    }

    private PictureSubstance() {
    }

    /** Why it is of no use, "" if it is. */
    static String objection(SmallCopy copy) {
        return transparent(copy) > MOST_TRANSPARENT && colours(copy).size() < FEWEST_COLOURS ? "it is a logo or a drawing on a transparent ground" : "";
    }

    static Looks looks(SmallCopy copy) {
        if (entropy(copy) < LEAST_ENTROPY) {
            return Looks.PLANE;
        }
        var most = colours(copy).values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return most > MOST_OF_ONE_COLOUR * copy.points().length ? Looks.GRAPHIC : Looks.PHOTOGRAPH;
    }

    private static double transparent(SmallCopy copy) {
        var clear = 0;
        for (var argb : copy.points()) {
            clear += argb >>> 24 < 32 ? 1 : 0;
        }
        return (double) clear / copy.points().length;
    }

    /** How many points have which colour, of 4,096. */
    private static Map<Integer, Integer> colours(SmallCopy copy) {
        var seen = new HashMap<Integer, Integer>();
        for (var argb : copy.points()) {
            if (argb >>> 24 > 223) {
                seen.merge(argb >> 12 & 0xf00 | argb >> 8 & 0xf0 | argb >> 4 & 0xf, 1, Integer::sum);
            }
        }
        return seen;
    }

    /** Shannon entropy of the brightness. */
    static double entropy(SmallCopy copy) {
        var counts = new int[256];
        for (var argb : copy.points()) {
            counts[argb >>> 24 < 32 ? 255 : SmallCopy.brightness(argb)]++;
        }
        var bits = 0.0;
        for (var count : counts) {
            if (count > 0) {
                var share = (double) count / copy.points().length;
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return bits;
    }
}
