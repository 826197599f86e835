package org.broadsheet.publication;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * When editions appear. Days are those of the publication's zone.
 *
 * @param days         week days with an edition
 * @param time         wall-clock time of the day's first edition
 * @param clock        whose wall the clock hangs on
 * @param alsoAt       times of further editions on each of these days, later than {@code time}, in order
 * @param weeksOfMonth which of a month's {@code days} count: 1 to 5, or -1 for the last; empty for all
 * @param daysOfMonth  days of the month with an edition besides: 1 to 31, or -1 for the last. What a month does not have is its last day
 * @param skip         days without an edition all the same
 * @param pause        null while none is on
 */
public record Schedule(Set<DayOfWeek> days, LocalTime time, WallClock clock, List<LocalTime> alsoAt, Set<Integer> weeksOfMonth, Set<Integer> daysOfMonth,
        List<DateSpan> skip, Pause pause) {

    private static final int LAST = -1;

    /** Whose local time counts. */
    public enum WallClock {
        /** Everybody gets it when it is {@code time} in the publication's zone. */
        PUBLICATION,
        /** Each reader gets it when it is {@code time} in his own zone. */
        SUBSCRIBER
    }

    /** @param until first day with editions again; null until somebody ends it */
    public record Pause(LocalDate until) {

        boolean holds(LocalDate date) {
            return until == null || date.isBefore(until);
        }
    }

    /** What was stored by an earlier version lacks what came later. */
    public Schedule {
        alsoAt = alsoAt == null ? List.of() : List.copyOf(alsoAt);
        weeksOfMonth = weeksOfMonth == null ? Set.of() : Set.copyOf(weeksOfMonth);
        daysOfMonth = daysOfMonth == null ? Set.of() : Set.copyOf(daysOfMonth);
        skip = skip == null ? List.of() : List.copyOf(skip);
    }

    /** One edition on each of these week days. */
    public Schedule(Set<DayOfWeek> days, LocalTime time, WallClock clock) {
        this(days, time, clock, List.of(), Set.of(), Set.of(), List.of(), null);
    }

    /** Whether there are editions by schedule at all, but for what is skipped. */
    @JsonIgnore
    public boolean onRequestOnly() {
        return days.isEmpty() && daysOfMonth.isEmpty();
    }

    /** Times of a day's editions, in order. */
    public List<LocalTime> times() {
        return Stream.concat(Stream.of(time), alsoAt.stream()).toList();
    }

    /** Whether there are editions on this day. */
    public boolean appearsOn(LocalDate date) {
        return (onWeekDay(date) || onMonthDay(date)) && !skips(date) && !pausedOn(date);
    }

    public boolean pausedOn(LocalDate date) {
        return Optional.ofNullable(pause).filter(on -> on.holds(date)).isPresent();
    }

    private boolean skips(LocalDate date) {
        return skip.stream().anyMatch(span -> span.contains(date));
    }

    private boolean onWeekDay(LocalDate date) {
        return days.contains(date.getDayOfWeek()) && (weeksOfMonth.isEmpty() || weeksOfMonth.contains((date.getDayOfMonth() - 1) / 7 + 1)
                || weeksOfMonth.contains(LAST) && date.plusWeeks(1).getMonth() != date.getMonth());
    }

    private boolean onMonthDay(LocalDate date) {
        return daysOfMonth.stream().anyMatch(day -> date.getDayOfMonth() == (day == LAST ? date.lengthOfMonth() : Math.min(day, date.lengthOfMonth())));
    }
}
