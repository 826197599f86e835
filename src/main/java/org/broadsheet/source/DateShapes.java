package org.broadsheet.source;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The shapes that a date may have, each with or without a time and a zone. Without a zone it is UTC, without a time midnight. */
final class DateShapes {

    /** Words between date and time, and behind a time, in some languages. */
    private static final String AT = "(?:- |at |um |à |a las |alle (?:ore )?|às |om |o |kl\\.? |klo |в |о )?";
    private static final String TIME = "(?:T|,? " + AT + ")(?<hour>\\d{2}(?=\\d{2})|\\d{1,2}(?= ?[:.hH] ?\\d))(?: ?[:.hH] ?)?(?<minute>\\d{2})"
            + "(?:[:.m]?(?<second>\\d{2})(?:[.,:]\\d{1,9})?)?(?: ?(?<half>[AaPp][Mm])\\b)?(?: ?(?:Uhr|uur|hs?|ч\\.)(?![\\p{L}+]))?";
    private static final String HOUR = ",? " + AT + "(?<hour>\\d{1,2}) ?(?<half>[AaPp][Mm])";
    private static final String ZONE = "(?: ?(?<zone>[A-Za-z]+/[A-Za-z_/]+|(?:[A-Za-z]{1,5} ?)?(?<offset>[+-]\\d{1,2}:?\\d{0,2})(?: ?[A-Z]{1,5})?|[A-Za-z]{1,5}))?";
    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th|er|º|ª)?";
    private static final String NAME = "(?:(?:de|di|of) |d['’])?(?<name>\\p{L}{3,12})\\.?";
    private static final String YEAR = "(?:(?:de|del|of) )?(?<year>\\d{4})(?: ?(?:г|р|r)\\.)?";
    private static final List<Pattern> SHAPES = Stream.of("(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})\\.?",
            "(?<year>\\d{4})\\. ?(?<month>\\d{1,2})\\. ?(?<day>\\d{1,2})\\.?",
            "(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})",
            "(?<year>\\d{2})-(?<month>\\d{2})-(?<day>\\d{2})",
            "(?<year>\\d{4})-?(?<ordinal>\\d{3})",
            "(?<year>\\d{4})-?W(?<week>\\d{2})(?:-?(?<weekday>[1-7]))?",
            "(?<day>\\d{1,2})\\. ?(?<month>\\d{1,2})\\. ?(?<year>\\d{4}|\\d{2})",
            "(?<year>\\d{4})[-. ]+" + NAME + "[-. ]+(?<day>\\d{1,2})\\.?",
            DAY + "[ .-]+" + NAME + ",?[ -]+" + YEAR,
            DAY + "[ .-]+" + NAME + ",?[ -]+(?<year>\\d{2,3})",
            DAY + NAME + "(?<year>\\d{4})",
            NAME + " ?" + DAY + ",? " + YEAR,
            "(?<month>\\d{1,2})(?<mark>[/ -])(?<day>\\d{1,2})\\k<mark>(?<year>\\d{4}|\\d{2})")
            .flatMap(date -> Stream.of(date + "(?:" + TIME + ")?" + ZONE, date + HOUR + ZONE)).map(Pattern::compile).toList();
    /** As C's asctime has it, with the year behind the time, and with a zone. */
    private static final Pattern ASCTIME = Pattern.compile(NAME + " " + DAY + TIME + ZONE + " (?<year>\\d{4})");
    private static final Pattern RUN_TOGETHER = Pattern.compile("(?<year>(?:19|20)\\d{2})(?<month>\\d{2})(?<day>\\d{2})(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})");
    /** What ISO 8601 allows to leave out, in its edition of 1988 too; and a month alone. */
    private static final List<Pattern> SHORTENED = Stream.of("(?<year>\\d{4})-(?<month>\\d{2})", "-(?<year>\\d{2})-?(?<month>\\d{2})",
            "(?<year>\\d{2})(?<month>\\d{2})(?<day>\\d{2})", "(?<year>\\d{2})-?(?<ordinal>\\d{3})", "(?<year>(?:19|20)\\d{2})", NAME + " " + YEAR).map(Pattern::compile).toList();
    private static final List<Pattern> ALL = Stream.of(SHAPES.stream(), Stream.of(ASCTIME, RUN_TOGETHER), SHORTENED.stream()).flatMap(shapes -> shapes).toList();

    private DateShapes() {
    }

    /**
     * @param weekday as far as the text named one; it is believed only where it decides between two readings
     * @throws DateTimeException if it has the shape of a date, but is none
     */
    static Optional<Instant> read(String text, Optional<DayOfWeek> weekday, DateHabits habits) {
        for (var shape : ALL) {
            var match = shape.matcher(text);
            if (match.matches()) {
                var at = at(match, weekday, habits);
                if (at.isPresent()) {
                    return at;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> at(Matcher match, Optional<DayOfWeek> weekday, DateHabits habits) {
        var zone = group(match, "offset").or(() -> group(match, "zone")).orElse("Z");
        if (group(match, "hour").isEmpty() && Character.isLetter(zone.charAt(0)) && !DateZones.isName(zone)) {
            return Optional.empty();
        }
        var order = habits.order() == DateHabits.Order.UNKNOWN && DateZones.isAmerican(zone) ? DateHabits.Order.MONTH_FIRST : habits.order();
        var midnight = group(match, "hour").filter("24"::equals).isPresent() ? 1 : 0;
        var time = time(match);
        return date(match, weekday, new DateHabits(order, habits.language())).map(date -> date.plusDays(midnight).atTime(time).atZone(DateZones.of(zone)).toInstant());
    }

    private static Optional<LocalDate> date(Matcher match, Optional<DayOfWeek> weekday, DateHabits habits) {
        var year = group(match, "year").map(DateShapes::year).orElseThrow();
        if (group(match, "ordinal").isPresent()) {
            return Optional.of(LocalDate.ofYearDay(year, number(match, "ordinal", 1)));
        }
        if (group(match, "week").isPresent()) {
            return Optional.of(LocalDate.of(year, 1, 4).with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(match, "week", 1)).with(DayOfWeek.of(number(match, "weekday", 1))));
        }
        var day = number(match, "day", 1);
        if (group(match, "name").isPresent()) {
            return habits.month(match.group("name")).map(month -> LocalDate.of(year, month, day));
        }
        var month = number(match, "month", 1);
        return group(match, "mark").isPresent() ? ordered(year, month, day, weekday, habits.order()) : Optional.of(LocalDate.of(year, month, day));
    }

    /** Of two numbers that may both be the month, the weekday tells, or the habits of those who write so; else nobody can know. */
    private static Optional<LocalDate> ordered(int year, int first, int second, Optional<DayOfWeek> weekday, DateHabits.Order order) {
        if (first > 12 || second > 12 || first == second) {
            return Optional.of(LocalDate.of(year, Math.min(first, second), Math.max(first, second)));
        }
        var monthFirst = LocalDate.of(year, first, second);
        var dayFirst = LocalDate.of(year, second, first);
        var named = Stream.of(monthFirst, dayFirst).filter(date -> weekday.filter(date.getDayOfWeek()::equals).isPresent()).toList();
        if (named.size() == 1) {
            return Optional.of(named.getFirst());
        }
        return switch (order) {
            case MONTH_FIRST -> Optional.of(monthFirst);
            case DAY_FIRST -> Optional.of(dayFirst);
            case UNKNOWN -> Optional.empty();
        };
    }

    /** A leap second is the one before it; 24:00 is the midnight that follows. */
    private static LocalTime time(Matcher match) {
        var hour = number(match, "hour", 0);
        var minute = number(match, "minute", 0);
        var second = number(match, "second", 0);
        var half = group(match, "half").orElse("").toUpperCase(Locale.ROOT);
        if (hour == 24 && (minute > 0 || second > 0)) {
            throw new DateTimeException("There is no time after 24:00");
        }
        var whole = switch (half) {
            case "PM" -> hour < 12 ? hour + 12 : hour;
            case "AM" -> hour == 12 ? 0 : hour;
            default -> hour == 24 ? 0 : hour;
        };
        return LocalTime.of(whole, minute, second == 60 ? 59 : second);
    }

    private static Optional<String> group(Matcher match, String name) {
        return match.namedGroups().containsKey(name) ? Optional.ofNullable(match.group(name)) : Optional.empty();
    }

    private static int number(Matcher match, String name, int otherwise) {
        return group(match, name).map(Integer::parseInt).orElse(otherwise);
    }

    /** Two or three digits as RFC 5322, section 4.3, reads them. */
    private static int year(String digits) {
        var year = Integer.parseInt(digits);
        return digits.length() == 2 ? year + (year < 50 ? 2000 : 1900) : digits.length() == 3 ? year + 1900 : year;
    }
}
