package org.broadsheet.publication;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.broadsheet.web.PageWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When editions come, as a reader is told. */
class ScheduleWordsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalTime SEVEN = LocalTime.of(7, 0);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "en | Monday to Friday at 07:00, 12:30 and 17:00 in Brussels.",
            "de | Montag bis Freitag um 7:00~Uhr, 12:30~Uhr und 17:00~Uhr, Ortszeit Brussels.",
            "fr | Du lundi au vendredi à 7~h~00, 12~h~30 et 17~h~00 (heure de Brussels).",
            "es | De lunes a viernes a las 7:00, a las 12:30 y a las 17:00 (hora de Brussels).",
            "nl | Maandag tot en met vrijdag om 7.00~uur, 12.30~uur en 17.00~uur (tijd in Brussels)."})
    void severalTimesADay(String language, String sentence) {
        assertThat(when(language, schedule(EnumSet.range(MONDAY, FRIDAY), List.of(LocalTime.of(12, 30), LocalTime.of(17, 0)), Set.of(), Set.of(), List.of(), null)))
                .startsWith(sentence.replace('~', '\u00a0'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "en | On the first and last Monday of the month at 07:00",
            "de | Am ersten und letzten Montag im Monat um 7:00",
            "fr | Le premier et dernier lundi du mois à 7",
            "es | El primer y último lunes del mes a las 7:00",
            "nl | Op de eerste en laatste maandag van de maand om 7.00"})
    void someWeeksOfAMonth(String language, String beginning) {
        assertThat(when(language, schedule(Set.of(MONDAY), List.of(), Set.of(-1, 1), Set.of(), List.of(), null))).startsWith(beginning);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "en | On the 1st, the 22nd and the last day of the month at 07:00",
            "de | Am 1., am 22. und am letzten Tag jedes Monats um 7:00",
            "fr | Le 1er, le 22 et le dernier jour du mois à 7",
            "es | El día 1, el día 22 y el último día de cada mes a las 7:00",
            "nl | Op de 1e, de 22e en de laatste dag van de maand om 7.00"})
    void daysOfAMonth(String language, String beginning) {
        assertThat(when(language, schedule(Set.of(), List.of(), Set.of(), Set.of(22, -1, 1), List.of(), null))).startsWith(beginning);
    }

    @Test
    void daysOfTheWeekAndOfTheMonthTogether() {
        assertThat(when("en", schedule(Set.of(MONDAY, THURSDAY), List.of(), Set.of(), Set.of(13), List.of(), null)))
                .startsWith("Monday and Thursday, and on the 13th of the month at 07:00 in Brussels.");
    }

    @Test
    void aHolidayThatComesIsTold() {
        var skips = List.of(new DateSpan(LocalDate.of(2026, 12, 24), LocalDate.of(2027, 1, 1)), new DateSpan(TODAY.minusDays(1), TODAY.minusDays(1)),
                new DateSpan(LocalDate.of(2026, 12, 8), LocalDate.of(2026, 12, 8)), new DateSpan(LocalDate.of(2027, 8, 1), LocalDate.of(2027, 8, 2)));
        assertThat(when("en", schedule(EnumSet.allOf(DayOfWeek.class), List.of(), Set.of(), Set.of(), skips, null)))
                .endsWith("No edition on Tuesday 8 December 2026 and from Thursday 24 December 2026 to Friday 1 January 2027.");
    }

    @Test
    void aPauseIsToldWithItsEnd() {
        assertThat(when("en", schedule(Set.of(MONDAY), List.of(), Set.of(), Set.of(), List.of(), new Schedule.Pause(LocalDate.of(2026, 12, 1)))))
                .endsWith("No editions at the moment: there is a pause until Tuesday 1 December 2026.");
        assertThat(when("en", schedule(Set.of(MONDAY), List.of(), Set.of(), Set.of(), List.of(), new Schedule.Pause(null)))).contains("there is a pause.");
        assertThat(when("en", schedule(Set.of(MONDAY), List.of(), Set.of(), Set.of(), List.of(), new Schedule.Pause(TODAY)))).doesNotContain("pause");
    }

    @Test
    void onRequestOnlyIsNoFixedDay() {
        for (var words : PageWords.ALL) {
            assertThat(when(words.language(), schedule(Set.of(), List.of(), Set.of(), Set.of(), List.of(), null))).isEqualTo(words.onNoFixedDay());
        }
    }

    @Test
    void inSpanishOneOClockIsSingular() {
        assertThat(PageWords.in("es").times(List.of(LocalTime.MIDNIGHT, LocalTime.of(1, 15), LocalTime.of(13, 0)))).isEqualTo("a las 0:00, a la 1:15 y a las 13:00");
    }

    private static String when(String language, Schedule schedule) {
        var publication = new Publication();
        publication.timeZone = ZoneId.of("Europe/Brussels");
        publication.schedule = schedule;
        return new ScheduleWords(publication, PageWords.in(language)).when(TODAY);
    }

    private static Schedule schedule(Set<DayOfWeek> days, List<LocalTime> alsoAt, Set<Integer> weeks, Set<Integer> monthDays, List<DateSpan> skip, Schedule.Pause pause) {
        return new Schedule(days, SEVEN, Schedule.WallClock.PUBLICATION, alsoAt, weeks, monthDays, skip, pause);
    }
}
