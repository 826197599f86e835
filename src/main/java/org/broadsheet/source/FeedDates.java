package org.broadsheet.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as feeds really write them: RFC 822 and ISO 8601 with their usual mistakes. What is no date is none, never "now". */
final class FeedDates {

    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})-?(\\d{2})-?(\\d{2})(?:[T ]+(\\d{1,2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d+)?)?\\s*(Z|[+-]\\d{2}:?\\d{0,2}|[A-Za-z/_]{1,30})?)?");
    private static final Pattern RFC822 = Pattern.compile("(?:\\p{L}+\\.?,?\\s+)?(\\d{1,2})[\\s.-]+(\\p{L}{3,12})\\.?,?[\\s-]+(\\d{2,4})"
            + "(?:,?\\s+(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:\\.\\d+)?)?\\s*([AaPp][Mm])?\\s*(?:\\(?([A-Za-z]{1,5}|[A-Za-z]+/[A-Za-z_]+)?\\)?\\s*([+-]\\d{1,2}:?\\d{0,2})?)?.*)?");
    private static final Pattern ASCTIME = Pattern.compile(
            "(?:\\p{L}+,?\\s+)?(\\p{L}{3,12})\\.?\\s+(\\d{1,2})(?:,\\s*(\\d{4}))?,?(?:\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*([AaPp][Mm])?)?\\s*([A-Z]{2,5}|[+-]\\d{4})?\\s*(\\d{4})?");
    private static final Map<String, Integer> MONTHS = months();
    private static final Map<String, String> ZONES = Map.ofEntries(Map.entry("UT", "Z"), Map.entry("UTC", "Z"), Map.entry("GMT", "Z"),
            Map.entry("Z", "Z"), Map.entry("EST", "-05:00"), Map.entry("EDT", "-04:00"), Map.entry("CST", "-06:00"), Map.entry("CDT", "-05:00"),
            Map.entry("MST", "-07:00"), Map.entry("MDT", "-06:00"), Map.entry("PST", "-08:00"), Map.entry("PDT", "-07:00"), Map.entry("CET", "+01:00"),
            Map.entry("CEST", "+02:00"), Map.entry("MEZ", "+01:00"), Map.entry("MESZ", "+02:00"), Map.entry("BST", "+01:00"), Map.entry("WET", "Z"),
            Map.entry("WEST", "+01:00"), Map.entry("EET", "+02:00"), Map.entry("EEST", "+03:00"), Map.entry("MSK", "+03:00"), Map.entry("JST", "+09:00"),
            Map.entry("IST", "+05:30"), Map.entry("AEST", "+10:00"), Map.entry("AEDT", "+11:00"));

    private FeedDates() {
    }

    static Optional<Instant> parse(String text) {
        var date = text.strip().replace('\u00A0', ' ').replaceAll("\\s+", " ");
        if (date.isEmpty() || date.length() > 80) {
            return Optional.empty();
        }
        try {
            return iso(date).or(() -> rfc822(date)).or(() -> asctime(date)).filter(FeedDates::plausible);
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static boolean plausible(Instant at) {
        return at.isAfter(Instant.parse("1970-01-02T00:00:00Z")) && at.isBefore(Instant.parse("2100-01-01T00:00:00Z"));
    }

    private static Optional<Instant> iso(String text) {
        var match = ISO.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        return Optional.of(at(LocalDate.of(number(match, 1, 0), number(match, 2, 1), number(match, 3, 1)), number(match, 4, 0), number(match, 5, 0),
                number(match, 6, 0), Optional.ofNullable(match.group(7)).orElse("Z")));
    }

    private static Optional<Instant> rfc822(String text) {
        var match = RFC822.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        return month(match.group(2)).map(month -> at(LocalDate.of(year(match.group(3)), month, number(match, 1, 1)),
                hour(match, 4, 7), number(match, 5, 0), number(match, 6, 0),
                Optional.ofNullable(match.group(9)).or(() -> Optional.ofNullable(match.group(8))).orElse("Z")));
    }

    private static Optional<Instant> asctime(String text) {
        var match = ASCTIME.matcher(text);
        if (!match.matches() || match.group(3) == null && match.group(9) == null) {
            return Optional.empty();
        }
        var year = Integer.parseInt(match.group(3) == null ? match.group(9) : match.group(3));
        return month(match.group(1)).map(month -> at(LocalDate.of(year, month, number(match, 2, 1)), hour(match, 4, 7), number(match, 5, 0),
                number(match, 6, 0), Optional.ofNullable(match.group(8)).orElse("Z")));
    }

    private static Instant at(LocalDate date, int hour, int minute, int second, String zone) {
        var day = hour == 24 ? date.plusDays(1) : date;
        var local = LocalDateTime.of(day, java.time.LocalTime.of(hour == 24 ? 0 : hour, minute, Math.min(second, 59)));
        return zone.contains("/") ? local.atZone(ZoneId.of(zone)).toInstant() : OffsetDateTime.of(local, offset(zone)).toInstant();
    }

    /** An unknown name of a zone is taken for UTC, as RFC 822 has it for the military ones. */
    private static ZoneOffset offset(String zone) {
        if (Character.isLetter(zone.charAt(0))) {
            return ZoneOffset.of(ZONES.getOrDefault(zone.toUpperCase(Locale.ROOT), "Z"));
        }
        var digits = zone.substring(1).replace(":", "");
        var padded = switch (digits.length()) {
            case 1 -> "0" + digits + "00";
            case 2 -> digits + "00";
            case 3 -> "0" + digits;
            default -> digits;
        };
        return ZoneOffset.of(zone.charAt(0) + padded.substring(0, 2) + ":" + padded.substring(2, 4));
    }

    private static int hour(Matcher match, int group, int half) {
        var hour = number(match, group, 0);
        var suffix = Optional.ofNullable(match.group(half)).orElse("").toUpperCase(Locale.ROOT);
        return switch (suffix) {
            case "PM" -> hour < 12 ? hour + 12 : hour;
            case "AM" -> hour == 12 ? 0 : hour;
            default -> hour;
        };
    }

    private static int number(Matcher match, int group, int otherwise) {
        return match.group(group) == null ? otherwise : Integer.parseInt(match.group(group));
    }

    /** Two digits as RFC 2822, section 4.3, reads them. */
    private static int year(String digits) {
        var year = Integer.parseInt(digits);
        return digits.length() == 2 ? year + (year < 50 ? 2000 : 1900) : digits.length() == 3 ? year + 1900 : year;
    }

    private static Optional<Integer> month(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(MONTHS.get(lower)).or(() -> Optional.ofNullable(lower.length() > 3 ? MONTHS.get(lower.substring(0, 3)) : null));
    }

    private static Map<String, Integer> months() {
        var months = new java.util.HashMap<String, Integer>();
        for (var language : new String[] {"nl", "pt", "it", "es", "fr", "de", "en"}) {
            for (var month : java.time.Month.values()) {
                for (var style : new java.time.format.TextStyle[] {java.time.format.TextStyle.FULL, java.time.format.TextStyle.SHORT}) {
                    months.put(month.getDisplayName(style, Locale.forLanguageTag(language)).toLowerCase(Locale.ROOT).replace(".", ""), month.getValue());
                }
            }
        }
        return Map.copyOf(months);
    }
}
