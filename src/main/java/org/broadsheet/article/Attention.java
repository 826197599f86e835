package org.broadsheet.article;

import java.time.Duration;

/** How much of a reader's time an article takes. */
final class Attention {

    private static final double WORDS_PER_MINUTE = 220;
    private static final double IDEOGRAPHS_PER_MINUTE = 400;
    /** A text that is read aloud takes half as long again as one that is read in silence; a recording that is longer by more is more than the text read aloud. */
    private static final double MORE_THAN_READ_ALOUD = 2;

    private Attention() {
    }

    /**
     * The time to read it, or, where its text is no more than a note to a recording, the time to hear or see that.
     *
     * @param body    plain text
     * @param playing zero if there is no recording, or nobody says how long it is
     * @return at least 1; 0 if nothing is known
     */
    static int minutes(String body, Duration playing) {
        var reading = reading(body);
        var recorded = playing.toSeconds() / 60.0;
        var minutes = recorded > MORE_THAN_READ_ALOUD * reading ? recorded : reading;
        return minutes == 0 ? 0 : (int) Math.max(1, Math.round(minutes));
    }

    private static double reading(String body) {
        if (body.isBlank()) {
            return 0;
        }
        var ideographs = body.codePoints().filter(Character::isIdeographic).count();
        return body.strip().split("\\s+").length / WORDS_PER_MINUTE + ideographs / IDEOGRAPHS_PER_MINUTE;
    }
}
