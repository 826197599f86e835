package org.broadsheet.article;

import java.util.HashSet;

/**
 * Whether there is anything to see: planes of one colour stand in for pictures that were not there, and drawings on a transparent ground are
 * logos.
 */
final class PictureSubstance {

    /** Bits a pixel. A plane has 0, one with words on it 0.1, fog of six shades 2.6. */
    private static final double LEAST_ENTROPY = 0.9;
    /** A photograph may have round corners or a shadow; a logo is mostly ground. */
    private static final double MOST_TRANSPARENT = 0.2;
    /** Of 4,096 that are told apart. A cut-out photograph has hundreds. */
    private static final int FEWEST_COLOURS = 48;

    private PictureSubstance() {
    }

    /** Why it is of no use, "" if it is. */
    static String objection(SmallCopy copy) {
        if (transparent(copy) > MOST_TRANSPARENT && colours(copy) < FEWEST_COLOURS) {
            return "it is a logo or a drawing on a transparent ground";
        }
        return entropy(copy) < LEAST_ENTROPY ? "it is of one colour nearly everywhere, as placeholders are" : "";
    }

    private static double transparent(SmallCopy copy) {
        var clear = 0;
        for (var argb : copy.points()) {
            clear += argb >>> 24 < 32 ? 1 : 0;
        }
        return (double) clear / copy.points().length;
    }

    private static int colours(SmallCopy copy) {
        var seen = new HashSet<Integer>();
        for (var argb : copy.points()) {
            if (argb >>> 24 > 223) {
                seen.add(argb >> 12 & 0xf00 | argb >> 8 & 0xf0 | argb >> 4 & 0xf);
            }
        }
        return seen.size();
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
