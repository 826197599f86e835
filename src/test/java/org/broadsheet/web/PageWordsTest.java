package org.broadsheet.web;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;

class PageWordsTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final ZonedDateTime TUESDAY_MORNING = ZonedDateTime.of(2026, 11, 24, 9, 30, 0, 0, BRUSSELS);

    @Test
    void speaksTheLanguageAskedForAndEnglishWhereItHasNone() {
        assertThat(PageWords.in("de-AT").subscribe()).isEqualTo("Abonnieren");
        assertThat(PageWords.in("fr").subscribe()).isEqualTo("S’abonner");
        assertThat(PageWords.in("ar").subscribe()).isEqualTo("Subscribe");
        assertThat(PageWords.in("").language()).isEqualTo("en-GB");
    }

    @Test
    void datesReadAsPeopleWriteThem() {
        var date = LocalDate.of(2026, 11, 24);
        assertThat(PageWords.in("en").date(date)).isEqualTo("Tuesday 24 November 2026");
        assertThat(PageWords.in("de").date(date)).isEqualTo("Dienstag, 24. November 2026");
        assertThat(PageWords.in("fr").date(date)).isEqualTo("mardi 24 novembre 2026");
        assertThat(PageWords.in("es").date(date)).isEqualTo("martes, 24 de noviembre de 2026");
        assertThat(PageWords.in("nl").date(date)).isEqualTo("dinsdag 24 november 2026");
    }

    @Test
    void aCountryWritesDatesAndFiguresInItsOwnWay() {
        assertThat(PageWords.in("en-US").date(LocalDate.of(2026, 11, 24))).isEqualTo("Tuesday, November 24, 2026");
        assertThat(PageWords.in("en-US").times(List.of(LocalTime.of(7, 0), LocalTime.of(17, 30)))).isEqualTo("at 7:00 AM and 5:30 PM");
        assertThat(PageWords.in("de-CH").number(1407)).isEqualTo("Nr. 1’407");
        assertThat(PageWords.in("de-AT").date(LocalDate.of(2027, 1, 4))).isEqualTo("Montag, 4. Jänner 2027");
    }

    @Test
    void aReaderGetsTheFirstLanguageOfHisThatThereAreWordsFor() {
        assertThat(PageWords.liked("da, nl-BE;q=0.8, en;q=0.5", "en")).isEqualTo("nl-BE");
        assertThat(PageWords.liked("es;q=0, fr;q=0.3", "en")).isEqualTo("fr");
        assertThat(PageWords.liked("", "de")).isEqualTo("de");
        assertThat(PageWords.liked("*", "de")).isEqualTo("de");
        assertThat(PageWords.liked("de;q=what", "en")).isEqualTo("en");
        assertThat(PageWords.liked("de,".repeat(400), "en")).isEqualTo("en");
    }

    @Test
    void daysInARowAreARange() {
        var words = PageWords.in("en");
        assertThat(words.days(EnumSet.range(MONDAY, FRIDAY))).isEqualTo("Monday to Friday");
        assertThat(words.days(List.of(THURSDAY, TUESDAY))).isEqualTo("Tuesday and Thursday");
        assertThat(words.days(List.of(MONDAY, TUESDAY, FRIDAY))).isEqualTo("Monday, Tuesday and Friday");
        assertThat(words.days(EnumSet.allOf(DayOfWeek.class))).isEqualTo("every day");
    }

    @Test
    void aPublicationWithoutDaysSaysSo() {
        for (var words : PageWords.ALL) {
            assertThat(words.onNoFixedDay()).isNotBlank();
            assertThat(words.joinTerms("")).isNotBlank();
        }
    }

    @Test
    void theNextEditionLeavesTodayTomorrowOrOnADay() {
        var words = PageWords.in("en");
        assertThat(words.nextEdition(TUESDAY_MORNING.withHour(17), TUESDAY_MORNING)).isEqualTo("The next edition leaves today at 17:30");
        assertThat(words.nextEdition(TUESDAY_MORNING.plusDays(1), TUESDAY_MORNING)).contains("tomorrow at 09:30");
        assertThat(words.nextEdition(TUESDAY_MORNING.plusDays(3), TUESDAY_MORNING)).contains("on Friday at");
        assertThat(words.nextEdition(TUESDAY_MORNING.plusDays(30), TUESDAY_MORNING)).contains("on 24 December at");
        assertThat(PageWords.in("de").nextEdition(TUESDAY_MORNING.plusDays(1), TUESDAY_MORNING)).isEqualTo("Die nächste Ausgabe erscheint morgen um 9:30\u00a0Uhr");
        assertThat(PageWords.in("fr").nextEdition(TUESDAY_MORNING.plusDays(3), TUESDAY_MORNING)).isEqualTo("La prochaine édition part vendredi à 9\u00a0h\u00a030");
    }

    @Test
    void aReaderIsSpokenToInHisLanguageUnderThePublicationsName() {
        var masthead = Masthead.ofServer("Lattice & Gauge", "en-GB").speaking("de");
        assertThat(masthead.words().subscribe()).isEqualTo("Abonnieren");
        assertThat(masthead.language()).isEqualTo("en-GB");
        assertThat(masthead.wordsForeign()).isTrue();
        assertThat(masthead.nameParts()).containsExactly("Lattice ", "&", " Gauge");
    }

    @Test
    void onlyWebAddressesFromOutsideBecomeLinks() {
        assertThat(Link.outside("HTTPS://example.org/a")).isEqualTo("HTTPS://example.org/a");
        assertThat(Link.outside("javascript:alert(1)")).isEmpty();
        assertThat(Link.outside("data:text/html,x")).isEmpty();
        assertThat(Link.outside(" http://example.org")).isEmpty();
        assertThat(Link.outside("")).isEmpty();
    }
}
