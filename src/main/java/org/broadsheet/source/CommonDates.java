package org.broadsheet.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The two forms that nearly all feeds write, read without a regular expression, since a feed has hundreds of dates:
 * {@code 2026-03-02T06:00:00Z} (RFC 3339) and {@code Mon, 02 Mar 2026 06:00:00 GMT} (RFC 5322, section 3.3).
 */
final class CommonDates {

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private static final int[] POWERS_OF_TEN = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000};

    private CommonDates() {
    }

    /** Empty for every other form, and for what is no date. */
    static Optional<Instant> parse(String text) {
        try {
            if (text.length() >= 20 && text.length() <= 35 && text.charAt(4) == '-' && text.charAt(10) == 'T') {
                return timestamp(text);
            }
            return text.length() >= 28 && text.length() <= 31 && text.charAt(3) == ',' ? mail(text) : Optional.empty();
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> timestamp(String text) {
        var date = number(text, 0, 4) < 1000 || text.charAt(7) != '-' ? -1 : number(text, 5, 7) | number(text, 8, 10);
        var time = text.charAt(13) != ':' || text.charAt(16) != ':' ? -1 : number(text, 11, 13) | number(text, 14, 16) | number(text, 17, 19);
        var zoneAt = 19;
        if (text.charAt(zoneAt) == '.') {
            do {
                zoneAt++;
            } while (zoneAt < text.length() && text.charAt(zoneAt) >= '0' && text.charAt(zoneAt) <= '9');
        }
        var fraction = zoneAt - 20;
        var offset = offset(text.substring(zoneAt).replace(":", ""));
        if (date < 0 || time < 0 || fraction == 0 || fraction > 9 || offset.isEmpty()) {
            return Optional.empty();
        }
        var nanos = fraction < 0 ? 0 : number(text, 20, zoneAt) * POWERS_OF_TEN[9 - fraction];
        return Optional.of(OffsetDateTime.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10), number(text, 11, 13), number(text, 14, 16), number(text, 17, 19), nanos,
                offset.get()).toInstant());
    }

    private static Optional<Instant> mail(String text) {
        var at = text.charAt(6) == ' ' ? 0 : 1; // the day has one digit or two
        var day = at == 0 ? number(text, 5, 6) : number(text, 5, 7);
        var month = text.substring(7 + at, 10 + at);
        var place = MONTHS.indexOf(month);
        var zone = text.substring(24 + at).strip();
        var punctuated = text.charAt(4) == ' ' && text.charAt(6 + at) == ' ' && text.charAt(10 + at) == ' ' && text.charAt(15 + at) == ' '
                && text.charAt(18 + at) == ':' && text.charAt(21 + at) == ':' && text.charAt(24 + at) == ' ';
        if (!punctuated || place < 0 || place % 3 != 0 || day < 0) {
            return Optional.empty();
        }
        var offset = offset(zone);
        var year = number(text, 11 + at, 15 + at);
        var hour = number(text, 16 + at, 18 + at);
        var minute = number(text, 19 + at, 21 + at);
        var second = number(text, 22 + at, 24 + at);
        return year < 1000 || hour < 0 || minute < 0 || second < 0 || offset.isEmpty() ? Optional.empty()
                : Optional.of(OffsetDateTime.of(year, place / 3 + 1, day, hour, minute, second, 0, offset.get()).toInstant());
    }

    private static Optional<ZoneOffset> offset(String zone) {
        if (zone.equals("GMT") || zone.equals("UTC") || zone.equals("Z") || zone.equals("+0000")) {
            return Optional.of(ZoneOffset.UTC);
        }
        var numeric = zone.length() == 5 && (zone.charAt(0) == '+' || zone.charAt(0) == '-') && number(zone, 1, 5) >= 0;
        return numeric ? Optional.of(ZoneOffset.of(zone)) : Optional.empty();
    }

    /** -1 if it is none. */
    private static int number(String text, int from, int to) {
        var number = 0;
        for (var place = from; place < to; place++) {
            var digit = text.charAt(place) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
