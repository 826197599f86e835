package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.broadsheet.publication.DateSpan;
import org.broadsheet.publication.Schedule;
import org.broadsheet.publication.Schedule.WallClock;
import org.junit.jupiter.api.Test;

class CalendarTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final EnumSet<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

    @Test
    void anEditionOfThePublicationsClockIsDueWhenThatClockSaysSo() {
        var calendar = new Calendar(new Schedule(EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), LocalTime.of(7, 0), WallClock.PUBLICATION), LONDON, Set.of());

        var monday = LocalDate.of(2026, 7, 6);
        assertThat(calendar.begin(Instant.parse("2026-07-04T12:00:00Z")).orElseThrow().turn().date()).isEqualTo(monday);
        assertThat(calendar.verdict(Turn.of(monday), Instant.parse("2026-07-06T05:59:59Z"))).contains(
                new Calendar.Wait(Turn.of(monday), Instant.parse("2026-07-06T06:00:00Z")));
        assertThat(calendar.verdict(Turn.of(monday), Instant.parse("2026-07-06T06:00:00Z")).orElseThrow()).isInstanceOfSatisfying(Calendar.Due.class, due -> {
            assertThat(due.turn().date()).isEqualTo(monday);
            assertThat(due.next().orElseThrow().turn().date()).isEqualTo(monday.plusDays(1));
        });
    }

    @Test
    void aTimeThatSpringSkipsIsKeptAnHourLaterByTheClockAndNeverTwice() {
        // 02:30 did not exist in Berlin on 29 March 2026.
        assertThat(Calendar.at(LocalDate.of(2026, 3, 29), LocalTime.of(2, 30), BERLIN)).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void aTimeThatAutumnRepeatsIsKeptTheFirstTime() {
        assertThat(Calendar.at(LocalDate.of(2026, 10, 25), LocalTime.of(2, 30), BERLIN)).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void eachReaderIsDueByHisOwnClock() {
        var readers = Set.of(reader("Pacific/Auckland"), reader("Europe/Berlin"), reader("America/Los_Angeles"));
        var calendar = new Calendar(new Schedule(EVERY_DAY, LocalTime.of(7, 0), WallClock.SUBSCRIBER), LONDON, readers);
        var date = LocalDate.of(2026, 11, 24);

        assertThat(calendar.first(Turn.of(date))).isEqualTo(Instant.parse("2026-11-23T18:00:00Z"));
        assertThat(calendar.slot(Turn.of(date), reader("Europe/Berlin"))).isEqualTo(Instant.parse("2026-11-24T06:00:00Z"));
        assertThat(calendar.last(Turn.of(date))).isEqualTo(Instant.parse("2026-11-24T15:00:00Z"));
    }

    @Test
    void aReadersOwnHourCounts() {
        var early = new ReaderHour(BERLIN, Optional.of(LocalTime.of(5, 0)));
        var calendar = new Calendar(new Schedule(EVERY_DAY, LocalTime.of(7, 0), WallClock.SUBSCRIBER), LONDON, Set.of(early));

        assertThat(calendar.first(Turn.of(LocalDate.of(2026, 11, 24)))).isEqualTo(Instant.parse("2026-11-24T04:00:00Z"));
    }

    @Test
    void afterAServiceWasDownForDaysOnlyTheLatestEditionIsDue() {
        var calendar = new Calendar(new Schedule(EVERY_DAY, LocalTime.of(7, 0), WallClock.PUBLICATION), LONDON, Set.of());

        var verdict = calendar.verdict(Turn.of(LocalDate.of(2026, 11, 20)), Instant.parse("2026-11-24T09:00:00Z")).orElseThrow();

        assertThat(verdict).isInstanceOfSatisfying(Calendar.Due.class, due -> {
            assertThat(due.turn().date()).isEqualTo(LocalDate.of(2026, 11, 24));
            assertThat(due.next().orElseThrow().turn().date()).isEqualTo(LocalDate.of(2026, 11, 25));
        });
    }

    @Test
    void withoutDaysNothingIsEverDue() {
        var calendar = new Calendar(new Schedule(EnumSet.noneOf(DayOfWeek.class), LocalTime.of(7, 0), WallClock.PUBLICATION), LONDON, Set.of());

        assertThat(calendar.begin(Instant.parse("2026-11-24T09:00:00Z"))).isEmpty();
        assertThat(calendar.verdict(Turn.of(LocalDate.of(2026, 11, 24)), Instant.parse("2026-11-24T09:00:00Z"))).isEmpty();
    }

    @Test
    void overTwoYearsInEveryZoneEachScheduledDayHasExactlyOneEdition() {
        var random = new Random(20261124);
        var zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        Stream.generate(() -> zones.get(random.nextInt(zones.size()))).limit(40).forEach(zone -> {
            var calendar = new Calendar(new Schedule(EVERY_DAY, LocalTime.of(random.nextInt(24), random.nextInt(60)), WallClock.PUBLICATION), ZoneId.of(zone), Set.of());
            var now = Instant.parse("2026-01-01T00:00:00Z");
            var wait = calendar.begin(now).orElseThrow();
            var seen = new HashSet<LocalDate>();
            for (var days = 0; days < 730; days++) {
                now = calendar.first(wait.turn());
                var due = (Calendar.Due) calendar.verdict(wait.turn(), now).orElseThrow();
                assertThat(seen.add(due.turn().date())).as("%s on %s", zone, due.turn().date()).isTrue();
                assertThat(due.next().orElseThrow().turn().date()).as(zone).isEqualTo(due.turn().date().plusDays(1));
                wait = due.next().orElseThrow();
            }
        });
    }

    @Test
    void aDayMayHaveSeveralEditionsEachAtItsTime() {
        var calendar = calendar(new Schedule(EVERY_DAY, LocalTime.of(7, 0), WallClock.PUBLICATION, List.of(LocalTime.of(12, 30), LocalTime.of(18, 0)), Set.of(),
                Set.of(), List.of(), null));

        assertThat(turns(calendar, "2026-11-24T00:00:00Z", 4)).containsExactly("2026-11-24#0 07:00", "2026-11-24#1 12:30", "2026-11-24#2 18:00", "2026-11-25#0 07:00");
    }

    @Test
    void whereADayHasSeveralEditionsReadersOwnHoursDoNotCountButTheirZonesDo() {
        var early = new ReaderHour(BERLIN, Optional.of(LocalTime.of(5, 0)));
        var calendar = new Calendar(new Schedule(EVERY_DAY, LocalTime.of(7, 0), WallClock.SUBSCRIBER, List.of(LocalTime.of(18, 0)), Set.of(), Set.of(), List.of(), null),
                LONDON, Set.of(early));

        assertThat(calendar.slot(new Turn(LocalDate.of(2026, 11, 24), 1), early)).isEqualTo(Instant.parse("2026-11-24T17:00:00Z"));
    }

    @Test
    void anEditionMayAppearOnGivenDaysOfTheMonthAndWhatAMonthLacksIsItsLastDay() {
        var calendar = calendar(new Schedule(Set.of(), LocalTime.of(7, 0), WallClock.PUBLICATION, List.of(), Set.of(), Set.of(1, 30), List.of(), null));

        assertThat(turns(calendar, "2027-01-15T00:00:00Z", 5)).extracting(turn -> turn.substring(0, 10))
                .containsExactly("2027-01-30", "2027-02-01", "2027-02-28", "2027-03-01", "2027-03-30");
    }

    @Test
    void anEditionMayAppearOnTheFirstAndLastMondayOfTheMonth() {
        var calendar = calendar(new Schedule(EnumSet.of(DayOfWeek.MONDAY), LocalTime.of(7, 0), WallClock.PUBLICATION, List.of(), Set.of(1, -1), Set.of(), List.of(), null));

        assertThat(turns(calendar, "2026-11-03T00:00:00Z", 4)).extracting(turn -> turn.substring(0, 10))
                .containsExactly("2026-11-30", "2026-12-07", "2026-12-28", "2027-01-04");
    }

    @Test
    void datesToSkipHaveNoEdition() {
        var calendar = calendar(new Schedule(EVERY_DAY, LocalTime.of(7, 0), WallClock.PUBLICATION, List.of(), Set.of(), Set.of(),
                List.of(new DateSpan(LocalDate.of(2026, 12, 24), LocalDate.of(2027, 1, 1)), new DateSpan(LocalDate.of(2027, 1, 3), LocalDate.of(2027, 1, 3))), null));

        assertThat(turns(calendar, "2026-12-22T12:00:00Z", 4)).extracting(turn -> turn.substring(0, 10))
                .containsExactly("2026-12-23", "2027-01-02", "2027-01-04", "2027-01-05");
    }

    @Test
    void aPausedPublicationHasNoEditionUntilItsPauseEnds() {
        var until = calendar(new Schedule(EVERY_DAY, LocalTime.of(7, 0), WallClock.PUBLICATION, List.of(), Set.of(), Set.of(), List.of(),
                new Schedule.Pause(LocalDate.of(2027, 2, 1))));
        var open = calendar(new Schedule(EVERY_DAY, LocalTime.of(7, 0), WallClock.PUBLICATION, List.of(), Set.of(), Set.of(), List.of(), new Schedule.Pause(null)));

        assertThat(turns(until, "2026-12-22T12:00:00Z", 1)).containsExactly("2027-02-01#0 07:00");
        assertThat(open.begin(Instant.parse("2026-12-22T12:00:00Z"))).isEmpty();
        assertThat(open.verdict(Turn.of(LocalDate.of(2026, 12, 22)), Instant.parse("2026-12-22T12:00:00Z"))).isEmpty();
    }

    @Test
    void anEditionToBeApprovedIsDueEarlyAndTheOneBeforeItIsNotPassedOver() {
        var calendar = new Calendar(new Schedule(EVERY_DAY, LocalTime.of(7, 0), WallClock.PUBLICATION, List.of(LocalTime.of(7, 20)), Set.of(), Set.of(), List.of(), null),
                LONDON, Set.of(), Duration.ofMinutes(20));
        var first = Turn.of(LocalDate.of(2026, 11, 24));

        assertThat(calendar.verdict(first, Instant.parse("2026-11-24T06:39:59Z"))).contains(new Calendar.Wait(first, Instant.parse("2026-11-24T06:40:00Z")));
        assertThat(calendar.verdict(first, Instant.parse("2026-11-24T06:40:00Z")).orElseThrow()).isInstanceOfSatisfying(Calendar.Due.class, due -> {
            assertThat(due.turn()).isEqualTo(first);
            assertThat(due.since()).isEqualTo(Instant.parse("2026-11-24T07:00:00Z"));
            assertThat(due.next()).contains(new Calendar.Wait(first.following(), Instant.parse("2026-11-24T07:00:00Z")));
        });
    }

    private static Calendar calendar(Schedule schedule) {
        return new Calendar(schedule, LONDON, Set.of());
    }

    /** The next turns as a service that never stops would find them. */
    private static List<String> turns(Calendar calendar, String from, int count) {
        var turns = new ArrayList<String>();
        var wait = calendar.begin(Instant.parse(from)).orElseThrow();
        while (turns.size() < count) {
            var due = (Calendar.Due) calendar.verdict(wait.turn(), wait.lookAt()).orElseThrow();
            assertThat(due.turn()).isEqualTo(wait.turn());
            turns.add(due.turn().date() + "#" + due.turn().ordinal() + " " + due.since().atZone(LONDON).toLocalTime());
            if (turns.size() < count) {
                wait = due.next().orElseThrow();
            }
        }
        return turns;
    }

    private static ReaderHour reader(String zone) {
        return new ReaderHour(ZoneId.of(zone), Optional.empty());
    }
}
