package org.broadsheet.source;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Dates as feeds really write them: RFC 822 and ISO 8601 with their usual mistakes. What is no date is none, never "now". */
public final class FeedDates {

    private static final String TIME = "(?:T|,? (?:- )?)(?<hour>\\d{2}(?=\\d{2})|\\d{1,2}(?=[:.]))[:.]?(?<minute>\\d{2})"
            + "(?:[:.]?(?<second>\\d{2})(?:[.,]\\d{1,9})?)?(?: ?(?<half>[AaPp][Mm])\\b)?";
    private static final String ZONE = "(?: ?(?<zone>[A-Za-z]+/[A-Za-z_/]+|(?:[A-Za-z]{1,5} ?)?(?<offset>[+-]\\d{1,2}:?\\d{0,2})|[A-Za-z]{1,5}))?";
    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
    private static final String NAME = "(?<name>\\p{L}{3,12})\\.?";
    private static final List<Pattern> SHAPES = Stream.of("(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})",
            "(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})",
            "(?<year>\\d{2})-(?<month>\\d{2})-(?<day>\\d{2})",
            "(?<year>\\d{4})-?(?<ordinal>\\d{3})",
            "(?<day>\\d{1,2})\\. ?(?<month>\\d{1,2})\\. ?(?<year>\\d{4})",
            "(?<year>\\d{4})-" + NAME + "-(?<day>\\d{1,2})",
            DAY + "[ .-]+" + NAME + ",?[ -]+(?<year>\\d{2,4})",
            NAME + " " + DAY + ",? (?<year>\\d{4})",
            "(?<month>\\d{1,2})(?<mark>[/-])(?<day>\\d{1,2})\\k<mark>(?<year>\\d{4}|\\d{2})").map(date -> Pattern.compile(date + "(?:" + TIME + ")?" + ZONE)).toList();
    /** As C's asctime has it, with the year behind the time, and with a zone. */
    private static final Pattern ASCTIME = Pattern.compile(NAME + " " + DAY + TIME + ZONE + " (?<year>\\d{4})");
    /** What ISO 8601 allows to leave out, in its edition of 1988 too. */
    private static final List<Pattern> SHORTENED = Stream.of("(?<year>\\d{4})-(?<month>\\d{2})", "-(?<year>\\d{2})-?(?<month>\\d{2})",
            "(?<year>\\d{2})(?<month>\\d{2})(?<day>\\d{2})", "(?<year>(?:19|20)\\d{2})").map(Pattern::compile).toList();
    private static final Pattern EPOCH = Pattern.compile("1\\d{9}(?:\\d{3})?");
    private static final Pattern IDEOGRAPHS = Pattern.compile("(\\d{4}) ?[年년] ?(\\d{1,2}) ?[月월] ?(\\d{1,2}) ?[日일]?");
    private static final Pattern EASTERN_HALF = Pattern.compile("(오전|오후|午前|午後|上午|下午) ?(\\d{1,2}:\\d{2}(?::\\d{2})?)");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern WEEKDAY = Pattern.compile("^\\p{L}{2,15}(?:-\\p{L}{2,8})?\\.?,? (?=[\\p{L}\\d])");
    private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final Pattern ENDS = Pattern.compile("[\\s\u00A0\u202F,]+$|^[\\s\u00A0]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\u00A0\u202F]+");
    private static final Pattern REMARK = Pattern.compile(" ?\\([^()]*\\) ?$");
    private static final Pattern HALF = Pattern.compile("(?i)\\b([ap])\\. ?m\\.?");
    private static final Map<String, Integer> MONTHS = months();
    private static final Map<String, String> ZONES = Map.ofEntries(Map.entry("UT", "Z"), Map.entry("UTC", "Z"), Map.entry("GMT", "Z"),
            Map.entry("Z", "Z"), Map.entry("EST", "-05:00"), Map.entry("EDT", "-04:00"), Map.entry("CST", "-06:00"), Map.entry("CDT", "-05:00"),
            Map.entry("MST", "-07:00"), Map.entry("MDT", "-06:00"), Map.entry("PST", "-08:00"), Map.entry("PDT", "-07:00"), Map.entry("CET", "+01:00"),
            Map.entry("CEST", "+02:00"), Map.entry("MEZ", "+01:00"), Map.entry("MESZ", "+02:00"), Map.entry("MEST", "+02:00"), Map.entry("BST", "+01:00"),
            Map.entry("WET", "Z"), Map.entry("WEST", "+01:00"), Map.entry("EET", "+02:00"), Map.entry("EEST", "+03:00"), Map.entry("MSK", "+03:00"), Map.entry("JST", "+09:00"),
            Map.entry("IST", "+05:30"), Map.entry("AEST", "+10:00"), Map.entry("AEDT", "+11:00"), Map.entry("KST", "+09:00"),
            Map.entry("ET", "America/New_York"), Map.entry("CT", "America/Chicago"), Map.entry("MT", "America/Denver"), Map.entry("PT", "America/Los_Angeles"));

    private FeedDates() {
    }

    public static Optional<Instant> parse(String text) {
        if (text.length() > 200) {
            return Optional.empty();
        }
        var quick = CommonDates.parse(text);
        if (quick.isPresent()) {
            return quick.filter(FeedDates::plausible);
        }
        var spaced = SPACES.matcher(ENDS.matcher(eastern(digits(text))).replaceAll("")).replaceAll(" ");
        var date = HALF.matcher(REMARK.matcher(spaced).replaceAll("")).replaceAll("$1m").strip();
        try {
            if (EPOCH.matcher(date).matches()) {
                return Optional.of(Instant.ofEpochSecond(Long.parseLong(date.substring(0, 10))));
            }
            return read(date).or(() -> read(WEEKDAY.matcher(date).replaceFirst(""))).filter(FeedDates::plausible);
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static String digits(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            var digit = point > 127 && Character.isDigit(point) ? Character.digit(point, 10) : -1;
            plain.appendCodePoint(digit < 0 ? point : '0' + digit);
        });
        return plain.toString();
    }

    /** The way in which Korea, Japan and China write; who writes in Korean means Korean time. */
    private static String eastern(String text) {
        if (text.chars().allMatch(character -> character < 0x3000)) {
            return text;
        }
        var korean = text.contains("년") || text.contains("오");
        var date = IDEOGRAPHS.matcher(text).replaceFirst("$1-$2-$3");
        var half = EASTERN_HALF.matcher(date);
        if (half.find()) {
            date = half.replaceFirst(half.group(2) + ("오전午前上午".contains(half.group(1)) ? " AM" : " PM"));
        }
        return korean && !date.matches(".*([A-Z]|[+-]\\d{2}:?\\d{2})$|.*\\d Z$") || korean && date.endsWith("M") ? date.strip() + " +0900" : date;
    }

    private static boolean plausible(Instant at) {
        return at.isAfter(EARLIEST) && at.isBefore(LATEST);
    }

    private static Optional<Instant> read(String text) {
        return Stream.of(SHAPES.stream(), Stream.of(ASCTIME), SHORTENED.stream()).flatMap(shapes -> shapes).map(shape -> shape.matcher(text)).filter(Matcher::matches)
                .flatMap(match -> at(match).stream()).findFirst();
    }

    private static Optional<Instant> at(Matcher match) {
        var time = time(match);
        var zone = group(match, "offset").or(() -> group(match, "zone")).orElse("Z");
        if (group(match, "hour").isEmpty() && Character.isLetter(zone.charAt(0)) && !ZONES.containsKey(zone)) {
            return Optional.empty();
        }
        var midnight = group(match, "hour").filter("24"::equals).isPresent() ? 1 : 0;
        return date(match).map(date -> date.plusDays(midnight).atTime(time).atZone(zone(zone)).toInstant());
    }

    /** Numbers with slashes are taken only where they can be read in one way. */
    private static Optional<LocalDate> date(Matcher match) {
        var year = group(match, "year").map(FeedDates::year).orElseThrow();
        if (group(match, "ordinal").isPresent()) {
            return Optional.of(LocalDate.ofYearDay(year, number(match, "ordinal", 1)));
        }
        var day = number(match, "day", 1);
        if (group(match, "name").isPresent()) {
            return month(match.group("name")).map(month -> LocalDate.of(year, month, day));
        }
        var month = number(match, "month", 1);
        if (group(match, "mark").isPresent()) {
            var ambiguous = month <= 12 && day <= 12 && month != day;
            return ambiguous ? Optional.empty() : Optional.of(LocalDate.of(year, Math.min(month, day), Math.max(month, day)));
        }
        return Optional.of(LocalDate.of(year, month, day));
    }

    /** A leap second is the one before it; 24:00 is the midnight that follows. */
    private static LocalTime time(Matcher match) {
        var hour = number(match, "hour", 0);
        var second = number(match, "second", 0);
        var half = group(match, "half").orElse("").toUpperCase(Locale.ROOT);
        var whole = switch (half) {
            case "PM" -> hour < 12 ? hour + 12 : hour;
            case "AM" -> hour == 12 ? 0 : hour;
            default -> hour == 24 ? 0 : hour;
        };
        return LocalTime.of(whole, number(match, "minute", 0), second == 60 ? 59 : second);
    }

    /** An unknown name of a zone is taken for UTC, as RFC 822 has it for the military ones. */
    private static ZoneId zone(String zone) {
        if (zone.contains("/")) {
            return ZoneId.of(zone);
        }
        if (Character.isLetter(zone.charAt(0))) {
            return ZoneId.of(ZONES.getOrDefault(zone.toUpperCase(Locale.ROOT), "Z"));
        }
        var digits = zone.substring(1).replace(":", "");
        var padded = switch (digits.length()) {
            case 1 -> "0" + digits + "00";
            case 2 -> digits + "00";
            case 3 -> "0" + digits;
            default -> digits;
        };
        return ZoneId.of(zone.charAt(0) + padded.substring(0, 2) + ":" + padded.substring(2, 4));
    }

    private static Optional<String> group(Matcher match, String name) {
        return match.namedGroups().containsKey(name) ? Optional.ofNullable(match.group(name)) : Optional.empty();
    }

    private static int number(Matcher match, String name, int otherwise) {
        return group(match, name).map(Integer::parseInt).orElse(otherwise);
    }

    /** Two digits as RFC 2822, section 4.3, reads them. */
    private static int year(String digits) {
        var year = Integer.parseInt(digits);
        return digits.length() == 2 ? year + (year < 50 ? 2000 : 1900) : digits.length() == 3 ? year + 1900 : year;
    }

    private static Optional<Integer> month(String name) {
        var lower = plain(name);
        return Optional.ofNullable(MONTHS.get(lower)).or(() -> Optional.ofNullable(lower.length() > 3 ? MONTHS.get(lower.substring(0, 3)) : null));
    }

    /** In many languages; a name that means different months in different ones means none, unless it is one of the larger languages'. */
    private static Map<String, Integer> months() {
        var months = new HashMap<String, Integer>();
        var ambiguous = new HashSet<String>();
        for (var language : List.of("el", "pl", "cs", "sk", "sv", "da", "nb", "fi", "ro", "hr", "sl", "ca", "tr", "ru", "uk", "bg", "id", "et", "lv", "lt", "ar", "he", "eu", "gl")) {
            names(language).forEach((name, month) -> {
                var before = months.put(name, month);
                if (before != null && !before.equals(month)) {
                    ambiguous.add(name);
                }
            });
        }
        months.keySet().removeAll(ambiguous);
        List.of("hu", "nl", "pt", "it", "es", "fr", "de", "en").forEach(language -> months.putAll(names(language)));
        return Map.copyOf(months);
    }

    private static Map<String, Integer> names(String language) {
        var names = new HashMap<String, Integer>();
        for (var month : Month.values()) {
            for (var style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                var name = plain(month.getDisplayName(style, Locale.forLanguageTag(language)));
                if (name.length() >= 3 && name.chars().allMatch(Character::isLetter)) {
                    names.put(name, month.getValue());
                }
            }
        }
        return names;
    }

    /** Without case, accents and full stop. */
    private static String plain(String name) {
        return ACCENTS.matcher(Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)).replaceAll("").replace(".", "");
    }
}
