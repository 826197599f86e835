package org.broadsheet.publication;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/**
 * When editions appear.
 *
 * @param days  week days with an edition; empty: only on request
 * @param time  wall-clock time
 * @param clock whose wall the clock hangs on
 */
public record Schedule(Set<DayOfWeek> days, LocalTime time, WallClock clock) {

    /** Whose local time counts. */
    public enum WallClock {
        /** Everybody gets it when it is {@code time} in the publication's zone. */
        PUBLICATION,
        /** Each reader gets it when it is {@code time} in his own zone. */
        SUBSCRIBER
    }
}
