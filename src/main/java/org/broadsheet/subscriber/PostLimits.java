package org.broadsheet.subscriber;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import jakarta.inject.Singleton;

import org.broadsheet.web.Refusal;

/** How often the form may be posted from one network, and in all, on this node (E5). Counts an hour at a time. */
@Singleton
class PostLimits {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final SignupConfig config;
    private final Clock clock;
    private final Map<String, Integer> posts = new HashMap<>();
    private long window;
    private int all;

    PostLimits(SignupConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** @throws Refusal 429 if this network, or everybody together, posts too often */
    synchronized void count(String network) {
        var now = clock.millis();
        var current = now / WINDOW.toMillis();
        if (current != window) {
            window = current;
            posts.clear();
            all = 0;
        }
        if (++all > config.postsPerHour() || posts.merge(network, 1, Integer::sum) > config.postsPerNetworkAndHour()) {
            throw Refusal.tooMany("Too many requests; try again later", Duration.ofMillis((current + 1) * WINDOW.toMillis() - now));
        }
    }
}
