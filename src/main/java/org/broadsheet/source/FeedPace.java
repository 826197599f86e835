package org.broadsheet.source;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * How often a feed wants to be asked (RSS 2.0: ttl, skipHours, skipDays; RSS 1.0: syndication module).
 *
 * @param ttl       how long what was read may be kept; zero if the feed does not say
 * @param skipHours of the day in UTC at which nothing is new
 */
public record FeedPace(Duration ttl, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {

    /** A feed that does not say. */
    public static final FeedPace UNSTATED = new FeedPace(Duration.ZERO, Set.of(), Set.of());

    private static final Duration LONGEST = Duration.ofDays(7);

    static FeedPace of(XmlNode channel) {
        var ttl = number(channel.html("ttl"), 1, 10_080) * 60L;
        return new FeedPace(ttl > 0 ? Duration.ofSeconds(ttl) : period(channel), hours(channel), days(channel));
    }

    /** The first instant from this one on at which the feed may be asked. */
    public Instant allowed(Instant at) {
        var hour = at.atOffset(ZoneOffset.UTC);
        for (var steps = 0; steps < 24 * 8; steps++) {
            var skipped = skipHours.size() < 24 && skipHours.contains(hour.getHour()) || skipDays.size() < 7 && skipDays.contains(hour.getDayOfWeek());
            if (!skipped) {
                return hour.toInstant();
            }
            hour = hour.truncatedTo(java.time.temporal.ChronoUnit.HOURS).plusHours(1);
        }
        return at;
    }

    private static Duration period(XmlNode channel) {
        var frequency = Math.max(1, number(channel.html("sy:updatefrequency"), 1, 1000));
        var period = switch (channel.html("sy:updateperiod").toLowerCase(Locale.ROOT)) {
            case "hourly" -> Duration.ofHours(1);
            case "daily" -> Duration.ofDays(1);
            case "weekly", "monthly", "yearly" -> LONGEST;
            default -> Duration.ZERO;
        };
        return period.dividedBy(frequency);
    }

    private static Set<Integer> hours(XmlNode channel) {
        var hours = new TreeSet<Integer>();
        for (var hour : values(channel, "skiphours", "hour")) {
            var number = number(hour, 0, 24);
            if (number >= 0) {
                hours.add(number % 24); // some count from 1 to 24
            }
        }
        return Set.copyOf(hours);
    }

    private static Set<DayOfWeek> days(XmlNode channel) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var day : values(channel, "skipdays", "day")) {
            for (var candidate : DayOfWeek.values()) {
                if (day.length() >= 3 && candidate.name().startsWith(day.toUpperCase(Locale.ROOT))) {
                    days.add(candidate);
                }
            }
        }
        return Set.copyOf(days);
    }

    private static List<String> values(XmlNode channel, String list, String element) {
        var values = new ArrayList<String>();
        channel.child(list).ifPresent(found -> found.children(element).forEach(value -> values.add(value.text())));
        return values;
    }

    private static int number(String text, int least, int most) {
        return text.matches("\\d{1,6}") && Integer.parseInt(text) >= least ? Math.min(most, Integer.parseInt(text)) : -1;
    }
}
