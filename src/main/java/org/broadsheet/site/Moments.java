package org.broadsheet.site;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as an operator reads them. */
final class Moments {

    private static final DateTimeFormatter DENSE = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.UK);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm 'UTC'", Locale.UK)
            .withZone(ZoneOffset.UTC);

    private Moments() {
    }

    static String inUtc(Instant instant) {
        return UTC.format(instant);
    }

    /** In a zone, with the zone's name. */
    static String in(Instant instant, ZoneId zone) {
        return DENSE.format(instant.atZone(zone)) + " " + zone.getId();
    }

    /** Distance in one unit, rounded down: "just now", "12 minutes ago", "in 3 hours". */
    static String distance(Instant now, Instant instant) {
        var between = Duration.between(now, instant);
        var length = length(between.abs());
        return length.isEmpty() ? "just now" : between.isNegative() ? length + " ago" : "in " + length;
    }

    private static String length(Duration duration) {
        if (duration.toMinutes() < 1) {
            return "";
        }
        if (duration.toHours() < 1) {
            return counted(duration.toMinutes(), "minute");
        }
        return duration.toDays() < 2 ? counted(duration.toHours(), "hour") : counted(duration.toDays(), "day");
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
