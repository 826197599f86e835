package org.broadsheet.edition;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

import org.broadsheet.publication.Schedule;

/**
 * Reckons when an edition is due.
 *
 * @param schedule of the publication
 * @param home     zone of the publication
 * @param readers  wall clocks of its readers; they count only where the schedule goes by them
 */
public record Calendar(Schedule schedule, ZoneId home, Set<ReaderHour> readers) {

    /** What there is to do now. */
    public sealed interface Verdict {
    }

    /** Nothing before this instant; the next edition is that of this day. */
    public record Wait(LocalDate nextDate, Instant lookAt) implements Verdict {
    }

    /** The edition of this day is due since this instant; afterwards comes the one of {@code next}. */
    public record Due(LocalDate date, Instant since, Instant lastSlot, Wait next) implements Verdict {
    }

    private static final int LONGEST_GAP_DAYS = 8;
    /** Readers may move to an earlier zone at any time. */
    private static final Duration LOOK_FOR_NEW_ZONES = Duration.ofMinutes(15);

    /**
     * When a wall clock shows this time on this day. In the hour that spring skips it is that much later; in the hour that autumn
     * repeats it is the first.
     */
    public static Instant at(LocalDate date, LocalTime time, ZoneId zone) {
        return date.atTime(time).atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    /** When readers with this wall clock are due on this day. */
    public Instant slot(LocalDate date, ReaderHour reader) {
        return at(date, reader.time().orElse(schedule.time()), reader.zone());
    }

    /** When the first readers are due on this day. */
    public Instant first(LocalDate date) {
        return clocks().stream().map(reader -> slot(date, reader)).min(Comparator.naturalOrder()).orElseThrow();
    }

    /** When the last readers are due on this day. */
    public Instant last(LocalDate date) {
        return clocks().stream().map(reader -> slot(date, reader)).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** Where the calendar begins for a schedule that was made now: with the first day whose first slot is still to come. */
    public Optional<Wait> begin(Instant now) {
        return nextDay(now.atZone(home).toLocalDate().minusDays(2), now).map(date -> waitFor(date, now));
    }

    /**
     * @param expected the day that the calendar waits for
     * @return empty if the schedule has no days
     */
    public Optional<Verdict> verdict(LocalDate expected, Instant now) {
        var date = onOrAfter(expected);
        if (date.isEmpty()) {
            return Optional.empty();
        }
        if (first(date.get()).isAfter(now)) {
            return Optional.of(waitFor(date.get(), now));
        }
        var latest = date.get();
        for (var later = onOrAfter(latest.plusDays(1)).orElseThrow(); !first(later).isAfter(now); later = onOrAfter(later.plusDays(1)).orElseThrow()) {
            latest = later;
        }
        var next = onOrAfter(latest.plusDays(1)).orElseThrow();
        return Optional.of(new Due(latest, first(latest), last(latest), waitFor(next, now)));
    }

    private Set<ReaderHour> clocks() {
        if (schedule.clock() == Schedule.WallClock.PUBLICATION || readers.isEmpty()) {
            return Set.of(new ReaderHour(home, Optional.empty()));
        }
        return readers;
    }

    private Wait waitFor(LocalDate date, Instant now) {
        var first = first(date);
        var soon = now.plus(LOOK_FOR_NEW_ZONES);
        var watchesReaders = schedule.clock() == Schedule.WallClock.SUBSCRIBER;
        return new Wait(date, watchesReaders && soon.isBefore(first) ? soon : first);
    }

    private Optional<LocalDate> nextDay(LocalDate from, Instant now) {
        for (var date = onOrAfter(from); date.isPresent(); date = onOrAfter(date.get().plusDays(1))) {
            if (first(date.get()).isAfter(now)) {
                return date;
            }
        }
        return Optional.empty();
    }

    private Optional<LocalDate> onOrAfter(LocalDate date) {
        for (var day = date; day.isBefore(date.plusDays(LONGEST_GAP_DAYS)); day = day.plusDays(1)) {
            if (schedule.days().contains(day.getDayOfWeek())) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }
}
