package org.broadsheet.web;

import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The words of the public pages, one implementation for each language: a text that is missing in one does not compile. */
public sealed interface PageWords permits EnglishWords, GermanWords, FrenchWords {

    /** Languages that there are words for, the fallback first. */
    List<PageWords> ALL = List.of(new EnglishWords(), new GermanWords(), new FrenchWords());

    /** Words for a BCP 47 tag, English where there are none. */
    static PageWords in(String language) {
        var wanted = Locale.forLanguageTag(language).getLanguage();
        return ALL.stream().filter(words -> words.locale().getLanguage().equals(wanted)).findFirst().orElse(ALL.getFirst());
    }

    Locale locale();

    /** BCP 47 tag of these words, which is not the publication's where the fallback speaks. */
    default String language() {
        return locale().toLanguageTag();
    }

    // Dates and figures

    /** Week day, day, month, year. */
    default String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(datePattern(), locale()).format(date);
    }

    /** Pattern for {@link #date}. */
    String datePattern();

    /** Day and month without the year. */
    default String dayAndMonth(LocalDate date) {
        return DateTimeFormatter.ofPattern(dayAndMonthPattern(), locale()).format(date);
    }

    String dayAndMonthPattern();

    /** Week day and day of the month, under a month's heading. */
    default String dayOfMonth(LocalDate date) {
        return DateTimeFormatter.ofPattern(dayOfMonthPattern(), locale()).format(date);
    }

    String dayOfMonthPattern();

    default String month(YearMonth month) {
        return sentence(DateTimeFormatter.ofPattern("LLLL yyyy", locale()).format(month));
    }

    /** Wall-clock time. */
    default String time(LocalTime time) {
        return DateTimeFormatter.ofPattern(timePattern(), locale()).format(time);
    }

    String timePattern();

    default String count(long count) {
        return NumberFormat.getIntegerInstance(locale()).format(count);
    }

    /** An edition's number, as in "No. 1,407". */
    String number(int number);

    /** Reading time. */
    String minutes(int minutes);

    /** The same with a capital at its beginning. */
    default String sentence(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(locale()) + text.substring(1);
    }

    /** The name of a language in that language. */
    static String nameOf(String language) {
        var locale = Locale.forLanguageTag(language);
        var name = locale.getDisplayLanguage(locale);
        return name.isEmpty() ? language : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** The week day's name inside a sentence. */
    default String weekDay(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, locale());
    }

    /** The place that a zone is called after, as "Brussels" for {@code Europe/Brussels}; the zone's own name where there is none. */
    default String place(ZoneId zone) {
        var id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    /** Week days in a sentence: "Monday to Friday", "Tuesday and Thursday", "every day". */
    default String days(Collection<DayOfWeek> days) {
        var sorted = days.stream().distinct().sorted().toList();
        if (sorted.size() == 7) {
            return everyDay();
        }
        var last = sorted.getLast();
        if (sorted.size() > 2 && last.getValue() - sorted.getFirst().getValue() == sorted.size() - 1) {
            return fromTo(weekDay(sorted.getFirst()), weekDay(last));
        }
        return list(sorted.stream().map(this::weekDay).toList());
    }

    String everyDay();

    String fromTo(String first, String last);

    String and();

    /** "a, b and c". */
    default String list(List<String> items) {
        return items.size() < 2 ? String.join("", items)
                : String.join(", ", items.subList(0, items.size() - 1)) + " " + and() + " " + items.getLast();
    }

    // Every page

    String toContent();

    String frontPageOf(String name);

    String subscribe();

    String getItByMail();

    String latestEdition();

    String readInFull(int number);

    // Front page and archive

    String frontTitle(String name);

    String alsoInThisEdition();

    String earlierEditions();

    String noEdition(String reason);

    String noEditionYet();

    String noEditionYetMore(String name);

    /** When the next edition leaves, seen from the day of {@code now}; both in the zone that is to be shown. */
    String nextEdition(ZonedDateTime next, ZonedDateTime now);

    /** The same without a known time. */
    String nextEditionUnknown();

    /** What joining means; {@code days} may be empty. */
    String joinTerms(Collection<DayOfWeek> days);

    String feeds();

    // Edition and story

    String inBrief();

    String otherStories();

    String alsoReportedBy();

    String readOnAt(String source);

    String readOn();

    String otherEditions();

    String earlier();

    String later();

    String editionOf(int number, LocalDate date);

    String whoReports();

    String reports(int count);

    String appearedIn();

    // Signup

    String signupTitle(String name);

    String signupStandfirst();

    String what();

    String whatMore();

    String when();

    /** When editions come: on these days (none: on no fixed day) at this time in this zone. */
    String whenInZone(Collection<DayOfWeek> days, LocalTime time, ZoneId zone);

    /** The same where each reader's own clock counts. */
    String whenInReadersZone(Collection<DayOfWeek> days, LocalTime time);

    String price();

    String priceMore();

    String email();

    String emailHint();

    String name();

    String nameHint();

    String sections();

    String sectionsHint();

    String languageLabel();

    String languageHint();

    String timeZone();

    String timeZoneHint();

    String otherZones();

    /** The words above the button, kept with each consent (E13). */
    String consent(String publisher, String publication);

    String leaveEmpty();

    // What is wrong with a form

    String problemsTitle(int count);

    String problemPrefix();

    String emailMissing();

    String emailMalformed();

    String nameTooLong(int most);

    String sectionUnknown();

    String languageUnknown();

    String timeZoneUnknown();

    String pauseMalformed();

    String pauseInPast();

    String pauseTooLong(LocalDate latest);

    String formExpired();

    // Confirmation

    String checkInboxTitle();

    String checkInboxStandfirst(String name);

    String from();

    String valid();

    String validMore(Duration validity);

    String ifNothingComes();

    String ifNothingComesMore();

    String confirmTitle(String name);

    String confirmStandfirst();

    String confirmButton();

    String confirmNot();

    String confirmedTitle(String name);

    String confirmedStandfirst();

    String confirmedSender(String address);

    String choose();

    String confirmUnknownTitle();

    String confirmUnknownStandfirst();

    String confirmUnknownMore();

    String signUpAgain(String name);

    // Leaving and choosing

    String unsubscribeTitle(String name);

    String unsubscribeStandfirst(String maskedAddress);

    String unsubscribeButton();

    String unsubscribeRather();

    String unsubscribeRatherLink();

    String unsubscribedTitle();

    String unsubscribedStandfirst(String name);

    String unsubscribedMore();

    String undoLead();

    String undoButton();

    String preferencesTitle(String name);

    String preferencesFor(String maskedAddress);

    String preferencesSave();

    String saved();

    String savedMore();

    String pausedUntil(LocalDate date);

    String pause();

    String pauseHint();

    String leave();

    String leaveHint();

    // Messages

    String notFoundTitle();

    String notFoundMore();

    /** A story that readers see no more. */
    String withdrawnTitle();

    /** Since when. */
    String withdrawnMore(LocalDate date);

    /** An edition all of whose stories were withdrawn. */
    String withdrawnEdition();

    /** Before the words of a correction, with a colon at its end. */
    String corrected(LocalDate date);

    String tooManyTitle();

    String tooManyMore(Duration wait);

    String failedTitle();

    String failedMore();

    String reference(String id);

    String toFrontPage();

    // The server's own front page

    String publicationsTitle();

    String publicationsNone();

    String readAndSubscribe(String name);
}
