package org.broadsheet.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Dates as RFC 5322 section 3.3 has them: English and in ASCII digits in any locale, with a numeric zone (A4). */
public final class MailDate {

    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    private static final String[] MONTHS = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

    private MailDate() {
    }

    /** {@code Mon, 23 Nov 2026 07:00:00 +0000}; the form knows no seconds in an offset, so they are dropped. */
    public static String format(Instant at, ZoneId zone) {
        int minutes = zone.getRules().getOffset(at).getTotalSeconds() / 60;
        ZonedDateTime time = at.atZone(ZoneOffset.ofTotalSeconds(minutes * 60));
        StringBuilder out = new StringBuilder(31);
        out.append(DAYS[time.getDayOfWeek().ordinal()]).append(", ").append(time.getDayOfMonth()).append(' ');
        out.append(MONTHS[time.getMonthValue() - 1]).append(' ').append(time.getYear()).append(' ');
        two(out, time.getHour()).append(':');
        two(out, time.getMinute()).append(':');
        two(out, time.getSecond()).append(minutes < 0 ? " -" : " +");
        two(out, Math.abs(minutes) / 60);
        return two(out, Math.abs(minutes) % 60).toString();
    }

    private static StringBuilder two(StringBuilder out, int number) {
        return out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
