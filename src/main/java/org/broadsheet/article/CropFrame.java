package org.broadsheet.article;

/**
 * What is kept of a picture that is brought to another shape: as much as possible, moved along its longer side to where the subject is.
 *
 * @param left in pixels
 * @param top  in pixels
 */
record CropFrame(int left, int top, int width, int height) {

    /** Where a crop lies when nothing speaks for another place: in the middle across, towards the top down, where heads are. */
    private static final double MIDDLE = 0.5;
    private static final double TOWARDS_TOP = 0.3;
    /** How much of the subject may be given up to lie there. */
    private static final double PULL = 0.12;
    /** At each side of a frame this share is edge: what lies there is cut or cramped, and counts less. */
    private static final double EDGE = 0.1;
    private static final double AT_EDGE = 0.5;
    private static final int STEPS = 60;

    /** @param ratio width by height of the result */
    static CropFrame of(int width, int height, double ratio, SaliencyMap map) {
        if ((double) width / height > ratio) {
            int narrower = Math.max(1, (int) Math.round(height * ratio));
            double at = best((double) narrower / width, MIDDLE, (from, to) -> map.weight((int) Math.round(from * map.width()), 0, (int) Math.round(to * map.width()), map.height()));
            return new CropFrame((int) Math.round((width - narrower) * at), 0, narrower, height);
        }
        int lower = Math.max(1, Math.min(height, (int) Math.round(width / ratio)));
        double at = best((double) lower / height, TOWARDS_TOP, (from, to) -> map.weight(0, (int) Math.round(from * map.height()), map.width(), (int) Math.round(to * map.height())));
        return new CropFrame(0, (int) Math.round((height - lower) * at), width, lower);
    }

    /** The weight between two shares of the side along which the frame moves. */
    private interface Weight {

        double between(double from, double to);
    }

    /** @return how much of what is cut away is cut before the frame, 0 to 1 */
    private static double best(double share, double usual, Weight weight) {
        double all = weight.between(0, 1);
        if (all <= 0 || share >= 1) {
            return usual;
        }
        double best = usual;
        double most = Double.NEGATIVE_INFINITY;
        for (int step = 0; step <= STEPS; step++) {
            double at = (double) step / STEPS;
            double from = (1 - share) * at;
            double to = from + share;
            double edge = share * EDGE;
            double inside = weight.between(from, to) - (1 - AT_EDGE) * (cramped(weight, from, from + edge, from > 0) + cramped(weight, to - edge, to, to < 1));
            double value = inside / all - PULL * Math.pow(at - usual, 2) / Math.pow(Math.max(usual, 1 - usual), 2);
            if (value > most) {
                most = value;
                best = at;
            }
        }
        return best;
    }

    /** An edge that is the picture's own cuts nothing. */
    private static double cramped(Weight weight, double from, double to, boolean cuts) {
        return cuts ? weight.between(from, to) : 0;
    }
}
