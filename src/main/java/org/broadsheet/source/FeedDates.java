package org.broadsheet.source;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Dates as feeds really write them: RFC 822 and ISO 8601 with their usual mistakes, in many languages. What is no date is none, never "now". */
public final class FeedDates {

    private static final int LONGEST = 200;
    private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    /** Seconds, milliseconds or microseconds since 1970, with a fraction or without; also as .NET writes it. */
    private static final Pattern EPOCH = Pattern.compile("(?:/Date\\()?(1\\d{9})(?:\\d{3}|\\d{6})?(?:\\.\\d{1,9})?(?:(?:[+-]\\d{4})?\\)/)?");
    private static final Pattern IDEOGRAPHS = Pattern.compile("(\\d{4}) ?[年년] ?(\\d{1,2}) ?[月월] ?(\\d{1,2}) ?[日일号]?");
    private static final Pattern IDEOGRAPHIC_TIME = Pattern.compile("(\\d{1,2}) ?[時时点시] ?(\\d{1,2}) ?[分분](?: ?(\\d{1,2}) ?[秒초])?");
    private static final Pattern EASTERN_HALF = Pattern.compile("(오전|오후|午前|午後|上午|下午) ?(\\d{1,2}:\\d{2}(?::\\d{2})?)");
    private static final Pattern EASTERN_WEEKDAY = Pattern.compile(" ?[(（]?(?:[일월화수목금토]요일|[日一二三四五六月火水木金土](?=[)）])|(?:星期|周|週)[一二三四五六日天]|[月火水木金土日]曜日?)[)）]?,? ?");
    private static final Pattern KOREAN_WITHOUT_ZONE = Pattern.compile(".*(?:[A-Z]|[+-]\\d{2}:?\\d{2})$|.*\\d Z$");
    private static final Pattern WEEKDAY = Pattern.compile("^(\\p{L}{2,15})(?:-\\p{L}{2,8})?\\.?(?:(, ?)| )(?=[\\p{L}\\d])");
    private static final Set<String> ARTICLES = Set.of("le", "am", "den", "el", "il", "dne", "dia", "on");
    private static final Pattern SIGN = Pattern.compile("(?<= [+-]) (?=\\d{2}:?\\d{2}$)");
    private static final Pattern ENDS = Pattern.compile("[\\s\u00A0\u202F,]+$|^[\\s\u00A0]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\u00A0\u202F]+");
    private static final Pattern REMARK = Pattern.compile(" ?\\([^()]*\\) ?$");
    private static final Pattern HALF = Pattern.compile("(?i)(?<=[\\d ])([ap])\\. ?m\\.?");

    private FeedDates() {
    }

    /** Empty for what is no date, and where nobody can know which number is the month. */
    public static Optional<Instant> parse(String text) {
        return parse(text, () -> DateHabits.UNKNOWN);
    }

    /** @param habits of whoever wrote it; asked for if it isn't one of the two forms that nearly all write */
    static Optional<Instant> parse(String text, Supplier<DateHabits> habits) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        return CommonDates.parse(text).or(() -> other(text, habits)).filter(FeedDates::isPlausible);
    }

    private static Optional<Instant> other(String text, Supplier<DateHabits> habits) {
        var spaced = SPACES.matcher(ENDS.matcher(eastern(digits(text))).replaceAll("")).replaceAll(" ");
        var date = HALF.matcher(REMARK.matcher(spaced).replaceAll("")).replaceAll("$1m").strip();
        date = SIGN.matcher(date).replaceFirst("");
        var epoch = EPOCH.matcher(date);
        if (epoch.matches()) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(epoch.group(1))));
        }
        if (date.isEmpty()) {
            return Optional.empty();
        }
        try {
            var known = habits.get();
            var weekday = WEEKDAY.matcher(date);
            Optional<DayOfWeek> day = weekday.find() ? DateHabits.weekday(weekday.group(1)) : Optional.empty();
            var named = weekday.hasMatch() && (day.isPresent() || weekday.group(2) != null || ARTICLES.contains(weekday.group(1).toLowerCase(Locale.ROOT)));
            return DateShapes.read(date, day, known).or(() -> named ? DateShapes.read(weekday.replaceFirst(""), day, known) : Optional.empty());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static String digits(String text) {
        if (text.chars().allMatch(c -> c < 0x300)) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            var digit = point > 127 && Character.isDigit(point) ? Character.digit(point, 10) : -1;
            plain.appendCodePoint(digit < 0 ? point == '：' ? ':' : point : '0' + digit);
        });
        return plain.toString();
    }

    /** The way in which Korea, Japan and China write; who writes in Korean means Korean time. */
    private static String eastern(String text) {
        if (text.chars().allMatch(character -> character < 0x3000)) {
            return text;
        }
        var korean = text.contains("년") || text.contains("오");
        var date = EASTERN_WEEKDAY.matcher(IDEOGRAPHS.matcher(text).replaceFirst("$1-$2-$3 ")).replaceAll(" ");
        date = IDEOGRAPHIC_TIME.matcher(date).replaceFirst(match -> match.group(1) + ":" + two(match.group(2)) + (match.group(3) == null ? "" : ":" + two(match.group(3)))).strip();
        var half = EASTERN_HALF.matcher(date);
        if (half.find()) {
            date = half.replaceFirst(" " + half.group(2) + ("오전午前上午".contains(half.group(1)) ? " AM" : " PM"));
        }
        return korean && !KOREAN_WITHOUT_ZONE.matcher(date).matches() || korean && date.endsWith("M") ? date.strip() + " +0900" : date;
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    private static boolean isPlausible(Instant at) {
        return at.isAfter(EARLIEST) && at.isBefore(LATEST);
    }
}
