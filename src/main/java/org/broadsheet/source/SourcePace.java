package org.broadsheet.source;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When to read a source again: about as often as it publishes, never more often than it and its server ask for, and not at its hours of rest.
 * Spread, so that a thousand sources of one age are not read in one second.
 */
public final class SourcePace {

    static final Duration SHORTEST = Duration.ofMinutes(15);
    static final Duration USUAL = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(6);
    /** What a server or feed may ask for at most. */
    private static final Duration LONGEST_ASKED = Duration.ofDays(1);
    private static final Duration WHILE_PUSHED = Duration.ofHours(6);
    private static final int LOOKED_AT = 20;

    private SourcePace() {
    }

    /** Half the usual gap between two of the latest entries; what has been silent for long is read seldom. */
    static Duration rhythm(List<Instant> published, Instant now) {
        var latest = published.stream().filter(at -> !at.isAfter(now)).sorted(Comparator.reverseOrder()).limit(LOOKED_AT).toList();
        if (latest.size() < 3) {
            return latest.isEmpty() ? USUAL : bounded(Duration.between(latest.getFirst(), now).dividedBy(4));
        }
        var gaps = new ArrayList<Duration>();
        for (var place = 1; place < latest.size(); place++) {
            gaps.add(Duration.between(latest.get(place), latest.get(place - 1)));
        }
        gaps.sort(Comparator.naturalOrder());
        var silence = Duration.between(latest.getFirst(), now).dividedBy(4);
        var half = gaps.get(gaps.size() / 2).dividedBy(2);
        return bounded(half.compareTo(silence) > 0 ? half : silence);
    }

    /** @param asked by the server, as long as what it gave is fresh */
    static Instant next(long source, Duration rhythm, Duration asked, Optional<FeedPace> pace, Instant now, Pushing pushing) {
        var stated = pace.map(FeedPace::ttl).orElse(Duration.ZERO);
        var wanted = longer(longer(rhythm, pushing == Pushing.YES ? WHILE_PUSHED : Duration.ZERO), shorter(longer(asked, stated), LONGEST_ASKED));
        var spread = wanted.toMillis() / 10 * Math.floorMod(source * 2654435761L, 100) / 100;
        var at = now.plus(wanted).plusMillis(spread);
        return pace.map(rests -> rests.allowed(at)).orElse(at);
    }

    /** Whether a hub tells of news, so that asking is a precaution only. */
    public enum Pushing {
        YES, NO
    }

    private static Duration bounded(Duration duration) {
        return shorter(longer(duration, SHORTEST), LONGEST);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
