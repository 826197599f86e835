package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

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
        assertThat(calendar.begin(Instant.parse("2026-07-04T12:00:00Z")).orElseThrow().nextDate()).isEqualTo(monday);
        assertThat(calendar.verdict(monday, Instant.parse("2026-07-06T05:59:59Z"))).contains(
                new Calendar.Wait(monday, Instant.parse("2026-07-06T06:00:00Z")));
        assertThat(calendar.verdict(monday, Instant.parse("2026-07-06T06:00:00Z")).orElseThrow()).isInstanceOfSatisfying(Calendar.Due.class, due -> {
            assertThat(due.date()).isEqualTo(monday);
            assertThat(due.next().nextDate()).isEqualTo(monday.plusDays(1));
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

        assertThat(calendar.first(date)).isEqualTo(Instant.parse("2026-11-23T18:00:00Z"));
        assertThat(calendar.slot(date, reader("Europe/Berlin"))).isEqualTo(Instant.parse("2026-11-24T06:00:00Z"));
        assertThat(calendar.last(date)).isEqualTo(Instant.parse("2026-11-24T15:00:00Z"));
    }

    @Test
    void aReadersOwnHourCounts() {
        var early = new ReaderHour(BERLIN, Optional.of(LocalTime.of(5, 0)));
        var calendar = new Calendar(new Schedule(EVERY_DAY, LocalTime.of(7, 0), WallClock.SUBSCRIBER), LONDON, Set.of(early));

        assertThat(calendar.first(LocalDate.of(2026, 11, 24))).isEqualTo(Instant.parse("2026-11-24T04:00:00Z"));
    }

    @Test
    void afterAServiceWasDownForDaysOnlyTheLatestEditionIsDue() {
        var calendar = new Calendar(new Schedule(EVERY_DAY, LocalTime.of(7, 0), WallClock.PUBLICATION), LONDON, Set.of());

        var verdict = calendar.verdict(LocalDate.of(2026, 11, 20), Instant.parse("2026-11-24T09:00:00Z")).orElseThrow();

        assertThat(verdict).isInstanceOfSatisfying(Calendar.Due.class, due -> {
            assertThat(due.date()).isEqualTo(LocalDate.of(2026, 11, 24));
            assertThat(due.next().nextDate()).isEqualTo(LocalDate.of(2026, 11, 25));
        });
    }

    @Test
    void withoutDaysNothingIsEverDue() {
        var calendar = new Calendar(new Schedule(EnumSet.noneOf(DayOfWeek.class), LocalTime.of(7, 0), WallClock.PUBLICATION), LONDON, Set.of());

        assertThat(calendar.begin(Instant.parse("2026-11-24T09:00:00Z"))).isEmpty();
        assertThat(calendar.verdict(LocalDate.of(2026, 11, 24), Instant.parse("2026-11-24T09:00:00Z"))).isEmpty();
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
                now = calendar.first(wait.nextDate());
                var due = (Calendar.Due) calendar.verdict(wait.nextDate(), now).orElseThrow();
                assertThat(seen.add(due.date())).as("%s on %s", zone, due.date()).isTrue();
                assertThat(due.next().nextDate()).as(zone).isEqualTo(due.date().plusDays(1));
                wait = due.next();
            }
        });
    }

    private static ReaderHour reader(String zone) {
        return new ReaderHour(ZoneId.of(zone), Optional.empty());
    }
}
