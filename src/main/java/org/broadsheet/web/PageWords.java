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
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words of the public pages in one language. They stand in files, one for each language ({@code words*.properties}); here each has its name
 * and its arguments, so that templates are checked against them.
 */
public final class PageWords {

    /** Languages that there is a file for: English, which speaks where there is none, and the others by their codes. */
    public static final List<PageWords> ALL = Stream.concat(Stream.of(Locale.UK), Bundle.languages().stream().map(Locale::of)).map(PageWords::new).toList();

    private static final int DAYS_OF_WEEK = 7;
    private static final long SECONDS_PER_MINUTE = 60;
    private static final int LAST = -1;
    private static final int LONGEST_HEADER = 200;

    private final Locale locale;
    private final Bundle bundle;

    private PageWords(Locale locale) {
        this.locale = locale;
        this.bundle = new Bundle(locale);
    }

    /** Words for a BCP 47 tag with the dates and figures of its country; English where there are none. */
    public static PageWords in(String language) {
        var wanted = Locale.forLanguageTag(language).stripExtensions();
        return spoken(wanted) ? new PageWords(wanted) : ALL.getFirst();
    }

    /**
     * The language a reader likes best among those that there are words for.
     *
     * @param header   Accept-Language (RFC 9110, section 12.5.4); "" if the browser sent none
     * @param fallback BCP 47 tag where nothing fits, or the header cannot be read
     * @return BCP 47 tag
     */
    public static String liked(String header, String fallback) {
        if (header.isBlank() || header.length() > LONGEST_HEADER) {
            return fallback;
        }
        try {
            return Locale.LanguageRange.parse(header).stream().filter(range -> range.getWeight() > 0).map(range -> Locale.forLanguageTag(range.getRange()))
                    .filter(PageWords::spoken).findFirst().map(Locale::toLanguageTag).orElse(fallback);
        } catch (IllegalArgumentException unreadable) {
            return fallback;
        }
    }

    private static boolean spoken(Locale wanted) {
        return ALL.stream().anyMatch(words -> words.locale.getLanguage().equals(wanted.getLanguage()));
    }

    public Locale locale() {
        return locale;
    }

    /** BCP 47 tag of these words, which is not the publication's where the fallback speaks. */
    public String language() {
        return locale.toLanguageTag();
    }

    // Dates and figures

    /** Week day, day, month, year. */
    public String date(LocalDate date) {
        return in("pattern.date", date);
    }

    /** Day and month without the year. */
    public String dayAndMonth(LocalDate date) {
        return in("pattern.dayAndMonth", date);
    }

    /** Week day and day of the month, under a month's heading. */
    public String dayOfMonth(LocalDate date) {
        return in("pattern.dayOfMonth", date);
    }

    public String month(YearMonth month) {
        return sentence(in("pattern.month", month));
    }

    private String in(String pattern, TemporalAccessor value) {
        return DateTimeFormatter.ofPattern(bundle.raw(pattern), locale).format(value);
    }

    public String count(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    /** An edition's number, as in "No. 1,407". */
    public String number(int number) {
        return bundle.say("number", count(number));
    }

    /** Reading time. */
    public String minutes(int minutes) {
        return bundle.count("minutes", minutes, count(minutes));
    }

    /** The same with a capital at its beginning. */
    public String sentence(String text) {
        if (text.isEmpty()) {
            return text;
        }
        var first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(locale) + text.substring(first);
    }

    /** The name of a language in that language. */
    public static String nameOf(String language) {
        var locale = Locale.forLanguageTag(language);
        var name = locale.getDisplayLanguage(locale);
        return name.isEmpty() ? language : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** "a, b and c". */
    public String list(List<String> items) {
        return items.size() < 2 ? String.join("", items)
                : String.join(bundle.raw("comma"), items.subList(0, items.size() - 1)) + and() + items.getLast();
    }

    /** What stands between two of a list. */
    public String comma() {
        return bundle.raw("comma");
    }

    /** What stands before the last of a list, with its spaces. */
    public String and() {
        return bundle.raw("beforeLast");
    }

    // When editions come

    /** The week day's name inside a sentence. */
    public String weekDay(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, locale);
    }

    /** The place that a zone is called after, as "Brussels" for {@code Europe/Brussels}; the zone's own name where there is none. */
    public String place(ZoneId zone) {
        var id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    /** Week days in a sentence: "Monday to Friday", "Tuesday and Thursday", "every day"; "" for none. */
    public String days(Collection<DayOfWeek> days) {
        var sorted = days.stream().distinct().sorted().toList();
        if (sorted.size() == DAYS_OF_WEEK) {
            return bundle.say("everyDay");
        }
        if (sorted.size() > 2 && sorted.getLast().getValue() - sorted.getFirst().getValue() == sorted.size() - 1) {
            return bundle.say("fromTo", weekDay(sorted.getFirst()), weekDay(sorted.getLast()));
        }
        return list(sorted.stream().map(this::weekDay).toList());
    }

    /**
     * Days of a month by their week: "on the first and last Monday of the month".
     *
     * @param weeks 1 to 5, -1 for the last
     */
    public String daysOfWeeks(Set<Integer> weeks, Collection<DayOfWeek> days) {
        var which = lastAtTheEnd(weeks).map(week -> bundle.say("nth." + (week == LAST ? "last" : week))).toList();
        return bundle.say("weeksOfMonth", list(which), list(days.stream().distinct().sorted().map(this::weekDay).toList()));
    }

    /**
     * Days of a month by their number: "on the 1st and the last day of the month".
     *
     * @param days 1 to 31, -1 for the last
     */
    public String daysOfMonth(Set<Integer> days) {
        return bundle.say("monthDays", list(lastAtTheEnd(days).map(day -> day == LAST ? bundle.say("monthDay.last") : bundle.say("monthDay", day)).toList()));
    }

    private static Stream<Integer> lastAtTheEnd(Set<Integer> numbers) {
        return Stream.concat(numbers.stream().filter(number -> number != LAST).sorted(), numbers.stream().filter(number -> number == LAST));
    }

    /** Days of the week, and others besides. */
    public String both(String days, String others) {
        return bundle.say("both", days, others);
    }

    /** Wall-clock times of a day in a sentence: "at 07:00, 12:30 and 17:00". */
    public String times(List<LocalTime> times) {
        var said = new ArrayList<String>();
        times.forEach(time -> said.add(bundle.say(said.isEmpty() ? "at" : "atNext", in("pattern.time", time), time.getHour())));
        return list(said);
    }

    public String onNoFixedDay() {
        return bundle.say("onNoFixedDay");
    }

    /** When editions come, where this zone's clock counts. */
    public String whenInZone(String days, String times, ZoneId zone) {
        return sentence(bundle.say("whenInZone", days, times, place(zone)));
    }

    /** The same where each reader's own clock counts. */
    public String whenInReadersZone(String days, String times) {
        return sentence(bundle.say("whenInReadersZone", days, times));
    }

    /** That a day with too little news has no edition. */
    public String tooLittle() {
        return bundle.say("tooLittle");
    }

    /** That there are no editions until somebody ends the pause. */
    public String pausedForNow() {
        return bundle.say("pausedForNow");
    }

    /** That there are none before this day. */
    public String pausedTo(LocalDate day) {
        return bundle.say("pausedTo", date(day));
    }

    /** That these days have none: "No edition on Friday 25 December 2026 and from … to …." */
    public String skipped(List<String> days) {
        return bundle.say("skipped", list(days));
    }

    /** One such day, or the days from one to another. */
    public String skippedSpan(LocalDate first, LocalDate last) {
        return first.equals(last) ? bundle.say("skippedDay", date(first)) : bundle.say("skippedSpan", date(first), date(last));
    }

    // Every page

    public String toContent() {
        return bundle.say("toContent");
    }

    public String frontPageOf(String name) {
        return bundle.say("frontPageOf", name);
    }

    public String subscribe() {
        return bundle.say("subscribe");
    }

    public String getItByMail() {
        return bundle.say("getItByMail");
    }

    public String latestEdition() {
        return bundle.say("latestEdition");
    }

    public String readInFull(int number) {
        return bundle.say("readInFull", count(number));
    }

    public String privacy() {
        return bundle.say("privacy");
    }

    // Front page and archive

    public String frontTitle(String name) {
        return bundle.say("frontTitle", name);
    }

    public String alsoInThisEdition() {
        return bundle.say("alsoInThisEdition");
    }

    public String earlierEditions() {
        return bundle.say("earlierEditions");
    }

    /** @param reason "" if there is none to tell */
    public String noEdition(String reason) {
        return reason.isEmpty() ? bundle.say("noEdition") : bundle.say("noEditionBecause", reason);
    }

    public String noEditionYet() {
        return bundle.say("noEditionYet");
    }

    public String noEditionYetMore(String name) {
        return bundle.say("noEditionYetMore", name);
    }

    /** When the next edition leaves, seen from the day of {@code now}; both in the zone that is to be shown. */
    public String nextEdition(ZonedDateTime next, ZonedDateTime now) {
        var days = ChronoUnit.DAYS.between(now.toLocalDate(), next.toLocalDate());
        var at = times(List.of(next.toLocalTime()));
        if (days < 2) {
            return bundle.say(days < 1 ? "next.today" : "next.tomorrow", at);
        }
        return days < DAYS_OF_WEEK ? bundle.say("next.weekDay", at, weekDay(next.getDayOfWeek())) : bundle.say("next.date", at, dayAndMonth(next.toLocalDate()));
    }

    public String nextEditionUnknown() {
        return bundle.say("nextEditionUnknown");
    }

    /** What joining means; {@code days} as a sentence has them, "" for no fixed ones. */
    public String joinTerms(String days) {
        return (days.isEmpty() ? bundle.say("free") : bundle.say("freeOn", days)) + " " + bundle.say("oneMail");
    }

    // Edition and story

    public String inBrief() {
        return bundle.say("inBrief");
    }

    public String otherStories() {
        return bundle.say("otherStories");
    }

    public String alsoReportedBy() {
        return bundle.say("alsoReportedBy");
    }

    public String readOnAt(String source) {
        return bundle.say("readOnAt", source);
    }

    public String readOn() {
        return bundle.say("readOn");
    }

    public String otherEditions() {
        return bundle.say("otherEditions");
    }

    public String earlier() {
        return bundle.say("earlier");
    }

    public String later() {
        return bundle.say("later");
    }

    public String editionOf(int number, LocalDate date) {
        return bundle.say("editionOf", count(number), date(date));
    }

    public String whoReports() {
        return bundle.say("whoReports");
    }

    public String appearedIn() {
        return bundle.say("appearedIn");
    }

    public String corrected(LocalDate date) {
        return bundle.say("corrected", date(date));
    }

    // Signup

    public String signupTitle(String name) {
        return bundle.say("signupTitle", name);
    }

    public String signupStandfirst() {
        return bundle.say("signupStandfirst");
    }

    public String what() {
        return bundle.say("what");
    }

    public String whatMore() {
        return bundle.say("whatMore");
    }

    public String when() {
        return bundle.say("when");
    }

    public String price() {
        return bundle.say("price");
    }

    public String priceMore() {
        return bundle.say("priceMore");
    }

    public String email() {
        return bundle.say("email");
    }

    public String emailHint() {
        return bundle.say("emailHint");
    }

    public String name() {
        return bundle.say("name");
    }

    public String nameHint() {
        return bundle.say("nameHint");
    }

    public String sections() {
        return bundle.say("sections");
    }

    public String sectionsHint() {
        return bundle.say("sectionsHint");
    }

    public String languageLabel() {
        return bundle.say("languageLabel");
    }

    public String languageHint() {
        return bundle.say("languageHint");
    }

    public String timeZone() {
        return bundle.say("timeZone");
    }

    public String timeZoneHint() {
        return bundle.say("timeZoneHint");
    }

    public String otherZones() {
        return bundle.say("otherZones");
    }

    /** The words above the button, kept with each consent (E13). */
    public String consent(String publisher, String publication) {
        return bundle.say("consent", publisher, publication);
    }

    public String leaveEmpty() {
        return bundle.say("leaveEmpty");
    }

    // What is wrong with a form

    public String problemsTitle(int count) {
        return bundle.count("problemsTitle", count, count(count));
    }

    public String problemPrefix() {
        return bundle.say("problemPrefix");
    }

    public String emailMissing() {
        return bundle.say("emailMissing");
    }

    public String emailMalformed() {
        return bundle.say("emailMalformed");
    }

    public String nameTooLong(int most) {
        return bundle.say("nameTooLong", count(most));
    }

    public String sectionUnknown() {
        return bundle.say("sectionUnknown");
    }

    public String languageUnknown() {
        return bundle.say("languageUnknown");
    }

    public String timeZoneUnknown() {
        return bundle.say("timeZoneUnknown");
    }

    public String pauseMalformed() {
        return bundle.say("pauseMalformed");
    }

    public String pauseInPast() {
        return bundle.say("pauseInPast");
    }

    public String pauseTooLong(LocalDate latest) {
        return bundle.say("pauseTooLong", date(latest));
    }

    public String formExpired() {
        return bundle.say("formExpired");
    }

    // Confirmation

    public String checkInboxTitle() {
        return bundle.say("checkInboxTitle");
    }

    public String checkInboxStandfirst(String name) {
        return bundle.say("checkInboxStandfirst", name);
    }

    public String from() {
        return bundle.say("from");
    }

    public String valid() {
        return bundle.say("valid");
    }

    public String validMore(Duration validity) {
        return sentence(bundle.say("validMore", bundle.count("hours", validity.toHours(), count(validity.toHours()))));
    }

    public String ifNothingComes() {
        return bundle.say("ifNothingComes");
    }

    public String ifNothingComesMore() {
        return bundle.say("ifNothingComesMore");
    }

    public String confirmTitle(String name) {
        return bundle.say("confirmTitle", name);
    }

    public String confirmStandfirst() {
        return bundle.say("confirmStandfirst");
    }

    public String confirmButton() {
        return bundle.say("confirmButton");
    }

    public String confirmNot() {
        return bundle.say("confirmNot");
    }

    public String confirmedTitle(String name) {
        return bundle.say("confirmedTitle", name);
    }

    public String confirmedStandfirst() {
        return bundle.say("confirmedStandfirst");
    }

    public String confirmedSender(String address) {
        return bundle.say("confirmedSender", address);
    }

    public String choose() {
        return bundle.say("choose");
    }

    public String confirmUnknownTitle() {
        return bundle.say("confirmUnknownTitle");
    }

    public String confirmUnknownStandfirst() {
        return bundle.say("confirmUnknownStandfirst");
    }

    public String confirmUnknownMore() {
        return bundle.say("confirmUnknownMore");
    }

    public String signUpAgain(String name) {
        return bundle.say("signUpAgain", name);
    }

    // Leaving and choosing

    public String unsubscribeTitle(String name) {
        return bundle.say("unsubscribeTitle", name);
    }

    /** @param maskedAddress "" if it is not to be shown */
    public String unsubscribeStandfirst(String maskedAddress) {
        return maskedAddress.isEmpty() ? bundle.say("unsubscribeStandfirst") : bundle.say("unsubscribeStandfirstFor", maskedAddress);
    }

    public String unsubscribeButton() {
        return bundle.say("unsubscribeButton");
    }

    public String unsubscribeRather() {
        return bundle.say("unsubscribeRather");
    }

    public String unsubscribeRatherLink() {
        return bundle.say("unsubscribeRatherLink");
    }

    public String unsubscribedTitle() {
        return bundle.say("unsubscribedTitle");
    }

    public String unsubscribedStandfirst(String name) {
        return bundle.say("unsubscribedStandfirst", name);
    }

    public String unsubscribedMore() {
        return bundle.say("unsubscribedMore");
    }

    public String undoLead() {
        return bundle.say("undoLead");
    }

    public String undoButton() {
        return bundle.say("undoButton");
    }

    public String preferencesTitle(String name) {
        return bundle.say("preferencesTitle", name);
    }

    public String preferencesFor(String maskedAddress) {
        return bundle.say("preferencesFor", maskedAddress);
    }

    public String preferencesSave() {
        return bundle.say("preferencesSave");
    }

    public String saved() {
        return bundle.say("saved");
    }

    public String savedMore() {
        return bundle.say("savedMore");
    }

    public String pausedUntil(LocalDate date) {
        return bundle.say("pausedUntil", date(date));
    }

    public String pause() {
        return bundle.say("pause");
    }

    public String pauseHint() {
        return bundle.say("pauseHint");
    }

    public String leave() {
        return bundle.say("leave");
    }

    public String leaveHint() {
        return bundle.say("leaveHint");
    }

    // Messages

    public String notFoundTitle() {
        return bundle.say("notFoundTitle");
    }

    public String notFoundMore() {
        return bundle.say("notFoundMore");
    }

    /** A story that readers see no more. */
    public String withdrawnTitle() {
        return bundle.say("withdrawnTitle");
    }

    /** Since when. */
    public String withdrawnMore(LocalDate date) {
        return bundle.say("withdrawnMore", date(date));
    }

    /** An edition all of whose stories were withdrawn. */
    public String withdrawnEdition() {
        return bundle.say("withdrawnEdition");
    }

    public String goneTitle() {
        return bundle.say("goneTitle");
    }

    public String goneMore() {
        return bundle.say("goneMore");
    }

    public String tooManyTitle() {
        return bundle.say("tooManyTitle");
    }

    public String tooManyMore(Duration wait) {
        return bundle.say("tooManyMore", minutes(Math.max(1, (int) Math.ceilDiv(wait.toSeconds(), SECONDS_PER_MINUTE))));
    }

    public String failedTitle() {
        return bundle.say("failedTitle");
    }

    public String failedMore() {
        return bundle.say("failedMore");
    }

    public String reference(String id) {
        return bundle.say("reference", id);
    }

    public String toFrontPage() {
        return bundle.say("toFrontPage");
    }

    // The server's own front page

    public String publicationsTitle() {
        return bundle.say("publicationsTitle");
    }

    public String publicationsNone() {
        return bundle.say("publicationsNone");
    }
}
