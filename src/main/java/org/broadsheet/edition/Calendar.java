package org.broadsheet.edition;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

import org.broadsheet.publication.Approval;
import org.broadsheet.publication.Publication;
import org.broadsheet.publication.Schedule;

/**
 * Reckons when an edition is due.
 *
 * @param schedule of the publication
 * @param home     zone of the publication
 * @param readers  wall clocks of its readers; they count only where the schedule goes by them
 * @param early    an edition is put together so long before its first readers get it
 */
public record Calendar(Schedule schedule, ZoneId home, Set<ReaderHour> readers, Duration early) {

    /** What there is to do now. */
    public sealed interface Verdict {
    }

    /** Nothing before this instant; the next edition is that of this turn. */
    public record Wait(Turn turn, Instant lookAt) implements Verdict {
    }

    /**
     * The edition of this turn is to be put together.
     *
     * @param since    when its first readers get it; may be still to come
     * @param lastSlot when its last readers get it
     * @param next     empty if the schedule knows no further one
     */
    public record Due(Turn turn, Instant since, Instant lastSlot, Optional<Wait> next) implements Verdict {
    }

    /** A schedule whose next edition is further away than this has none. */
    private static final int LONGEST_GAP_DAYS = 1100;
    /** Readers may move to an earlier zone at any time. */
    private static final Duration LOOK_FOR_NEW_ZONES = Duration.ofMinutes(15);

    /** The calendar of editions that nobody is asked about. */
    public Calendar(Schedule schedule, ZoneId home, Set<ReaderHour> readers) {
        this(schedule, home, readers, Duration.ZERO);
    }

    /** @param readers wall clocks of its readers */
    public static Calendar of(Publication publication, Set<ReaderHour> readers) {
        return new Calendar(publication.schedule, publication.timeZone, readers, publication.approval().map(Approval::early).orElse(Duration.ZERO));
    }

    /**
     * When a wall clock shows this time on this day. In the hour that spring skips it is that much later; in the hour that autumn
     * repeats it is the first.
     */
    public static Instant at(LocalDate date, LocalTime time, ZoneId zone) {
        return date.atTime(time).atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    /** When it is this turn by the publication's own clock. */
    public Instant atHome(Turn turn) {
        return at(turn.date(), time(turn), home);
    }

    /** When readers with this wall clock are due. An hour that they chose counts where a day has one edition. */
    public Instant slot(Turn turn, ReaderHour reader) {
        var time = schedule.alsoAt().isEmpty() ? reader.time().orElse(schedule.time()) : time(turn);
        return at(turn.date(), time, reader.zone());
    }

    /** When the first readers are due. */
    public Instant first(Turn turn) {
        return clocks().stream().map(reader -> slot(turn, reader)).min(Comparator.naturalOrder()).orElseThrow();
    }

    /** When the last readers are due. */
    public Instant last(Turn turn) {
        return clocks().stream().map(reader -> slot(turn, reader)).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** Where the calendar begins for a schedule that was made now: with the first turn whose first slot is still to come. */
    public Optional<Wait> begin(Instant now) {
        var turn = onOrAfter(Turn.of(now.atZone(home).toLocalDate().minusDays(2)));
        while (turn.isPresent() && !first(turn.get()).isAfter(now)) {
            turn = onOrAfter(turn.get().following());
        }
        return turn.map(next -> waitFor(next, now));
    }

    /**
     * @param expected the turn that the calendar waits for
     * @return empty if the schedule has none any more
     */
    public Optional<Verdict> verdict(Turn expected, Instant now) {
        return onOrAfter(expected).map(turn -> opens(turn).isAfter(now) ? waitFor(turn, now) : due(turn, now));
    }

    /** After a time without service only the latest edition is due. */
    private Due due(Turn earliest, Instant now) {
        var turn = earliest;
        var next = onOrAfter(turn.following());
        while (next.isPresent() && !first(turn).isAfter(now) && !opens(next.get()).isAfter(now)) {
            turn = next.get();
            next = onOrAfter(turn.following());
        }
        return new Due(turn, first(turn), last(turn), next.map(later -> waitFor(later, now)));
    }

    private Instant opens(Turn turn) {
        return first(turn).minus(early);
    }

    private LocalTime time(Turn turn) {
        var times = schedule.times();
        return times.get(Math.min(turn.ordinal(), times.size() - 1));
    }

    private Set<ReaderHour> clocks() {
        if (schedule.clock() == Schedule.WallClock.PUBLICATION || readers.isEmpty()) {
            return Set.of(new ReaderHour(home, Optional.empty()));
        }
        return readers;
    }

    private Wait waitFor(Turn turn, Instant now) {
        var opens = opens(turn);
        var soon = now.plus(LOOK_FOR_NEW_ZONES);
        var watchesReaders = schedule.clock() == Schedule.WallClock.SUBSCRIBER;
        return new Wait(turn, watchesReaders && soon.isBefore(opens) ? soon : opens);
    }

    private Optional<Turn> onOrAfter(Turn turn) {
        if (schedule.appearsOn(turn.date()) && turn.ordinal() < schedule.times().size()) {
            return Optional.of(turn);
        }
        if (schedule.onRequestOnly()) {
            return Optional.empty();
        }
        return turn.date().plusDays(1).datesUntil(turn.date().plusDays(LONGEST_GAP_DAYS)).filter(schedule::appearsOn).findFirst().map(Turn::of);
    }
}
