package org.broadsheet.edition;

import java.time.LocalDate;

/**
 * A place in the schedule: the edition of a day, or the first, second … of a day that has several.
 *
 * @param date    in the publication's zone
 * @param ordinal among the day's editions, from 0. Not a time: should that be changed on the very day, the edition stays the same
 */
public record Turn(LocalDate date, int ordinal) {

    /** The first of a day. */
    public static Turn of(LocalDate date) {
        return new Turn(date, 0);
    }

    Turn following() {
        return new Turn(date, ordinal + 1);
    }
}
