package org.broadsheet.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.broadsheet.platform.FetchOutcome;
import org.broadsheet.platform.FetchRequest;
import org.broadsheet.platform.GuardedHttp;
import org.broadsheet.platform.InvalidWebAddressException;
import org.broadsheet.platform.WebAddress;

/**
 * Whether a site lets us read a page (RFC 9309). It is asked for pages that we go to on our own account; feeds, sitemaps and pictures are put out for
 * machines to fetch. What each origin said is kept for as long as it allows, a day at most. Safe for use by many threads; blocks.
 */
@Singleton
public class Robots {

    /** No site is waited for longer between two of its pages. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_KEPT = Duration.ofHours(24);
    private static final Duration USUALLY_KEPT = Duration.ofHours(6);
    private static final Duration SHORTEST_KEPT = Duration.ofMinutes(1);
    private static final Duration UNTIL_ASKED_AGAIN = Duration.ofMinutes(10);
    private static final long LARGEST = 5_000_000;
    private static final int MOST_ORIGINS = 2_000;

    /**
     * What a site says to one address.
     *
     * @param allowed whether the page may be fetched
     * @param words   why not, for an operator; "" if it may
     * @param pause   to be kept between two pages of this site
     */
    public record Verdict(boolean allowed, String words, Duration pause) {

        static Verdict yes(Duration pause) {
            return new Verdict(true, "", pause);
        }

        static Verdict no(String words) {
            return new Verdict(false, words, Duration.ZERO);
        }
    }

    /** @param unreadable why nothing may be read for now, "" if the rules are known */
    private record Said(RobotsRules rules, String unreadable, Instant until) {
    }

    private final GuardedHttp http;
    private final Clock clock;
    private final Map<String, Said> known = bounded();
    /** When the next may come, by the stop watch. */
    private final Map<String, Long> turns = bounded();

    Robots(GuardedHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /** Whether this page may be fetched under the name that the request gives, else under ours. An address that is none may not. */
    public Verdict allowed(FetchRequest page) {
        try {
            var address = WebAddress.parse(page.url().strip());
            return address.path().equals("/robots.txt") ? Verdict.yes(Duration.ZERO) : verdict(address, said(address, page.userAgent()));
        } catch (InvalidWebAddressException problem) {
            return Verdict.no("Not an address we would visit: " + problem.getMessage());
        }
    }

    /**
     * Like {@link #allowed}, and waits until it is our turn: a site that asks for a pause between two pages gets it.
     *
     * @throws InterruptedException if the service is stopping
     */
    public Verdict turn(FetchRequest page) throws InterruptedException {
        var verdict = allowed(page);
        if (verdict.allowed() && verdict.pause().isPositive()) {
            Thread.sleep(reserved(WebAddress.parse(page.url().strip()).host(), verdict.pause()));
        }
        return verdict;
    }

    /** The addresses of sitemaps that the site names in its robots.txt, resolved; empty if it names none or cannot be asked. */
    List<String> sitemaps(FetchRequest site) {
        var said = WebAddress.of(site.url()).map(address -> said(address, site.userAgent()));
        return said.stream().flatMap(file -> file.rules().sitemaps().stream()).map(named -> FeedValues.absolute(site.url(), named)).filter(url -> !url.isEmpty()).distinct().toList();
    }

    private static Verdict verdict(WebAddress address, Said said) {
        if (!said.unreadable().isEmpty()) {
            return Verdict.no(said.unreadable());
        }
        return said.rules().deciding(address.path()).filter(rule -> rule.access() == RobotsRules.Access.DISALLOW)
                .map(rule -> Verdict.no("The robots.txt of " + address.host() + " asks us not to read this page (" + shown(rule.line()) + ")"))
                .orElseGet(() -> Verdict.yes(said.rules().crawlDelay().map(delay -> delay.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : delay).orElse(Duration.ZERO)));
    }

    private static String shown(String line) {
        var printable = line.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() > 80 ? printable.substring(0, 80) + "..." : printable;
    }

    /** Each who comes takes the next place in the row. */
    private Duration reserved(String host, Duration pause) {
        synchronized (turns) {
            var now = System.nanoTime(); // a stop watch, not a time of day
            var mine = Math.max(0, turns.getOrDefault(host, now) - now);
            turns.put(host, now + mine + pause.toNanos());
            return Duration.ofNanos(mine);
        }
    }

    /** Sites may tell each who asks something else, so it is kept for each name apart. */
    private Said said(WebAddress address, Optional<String> userAgent) {
        var file = FetchRequest.of(address.resolve("/robots.txt").toString());
        var asked = userAgent.map(name -> file.with(FetchRequest.USER_AGENT, name)).orElse(file);
        var key = userAgent.orElse("") + " " + file.url();
        Optional<Said> before;
        synchronized (known) {
            before = Optional.ofNullable(known.get(key));
        }
        var now = clock.instant();
        if (before.isPresent() && now.isBefore(before.get().until())) {
            return before.get();
        }
        var said = ask(asked, now, before);
        synchronized (known) {
            known.put(key, said);
        }
        return said;
    }

    private Said ask(FetchRequest file, Instant now, Optional<Said> before) {
        var outcome = http.fetch(file.accepting("text/plain, */*;q=0.1").atMost(LARGEST));
        var host = WebAddress.parse(file.url()).host();
        return switch (outcome) {
            case FetchOutcome.Fetched fetched -> new Said(RobotsRules.parse(fetched.body(), file.userAgent()), "", now.plus(kept(fetched.maxAge())));
            case FetchOutcome.Failed failed when isUnavailable(failed) -> new Said(RobotsRules.NONE, "", now.plus(USUALLY_KEPT));
            case FetchOutcome.Failed failed -> unreachable(host, failed.reason(), now, before);
            case FetchOutcome.Refused refused -> unreachable(host, refused.reason(), now, Optional.empty());
            case FetchOutcome.NotModified unasked -> unreachable(host, "it answers that nothing changed, to a question without a condition", now, before);
        };
    }

    /** RFC 9309, section 2.3.1.3: a file that is not there forbids nothing; nor does one behind endless redirects (section 2.3.1.2). */
    private static boolean isUnavailable(FetchOutcome.Failed failed) {
        return failed.status() >= 400 && failed.status() < 500 && failed.status() != 429 || failed.code().equals("redirects");
    }

    /** RFC 9309, section 2.3.1.4: who cannot be asked has forbidden all, unless it is known what was said before. */
    private static Said unreachable(String host, String reason, Instant now, Optional<Said> before) {
        var until = now.plus(UNTIL_ASKED_AGAIN);
        return before.filter(said -> said.unreadable().isEmpty()).map(said -> new Said(said.rules(), "", until))
                .orElseGet(() -> new Said(RobotsRules.NONE, "The robots.txt of " + host + " cannot be read, so its pages are left alone for now: " + reason, until));
    }

    private static Duration kept(Optional<Duration> maxAge) {
        return maxAge.map(age -> age.compareTo(SHORTEST_KEPT) < 0 ? SHORTEST_KEPT : age.compareTo(LONGEST_KEPT) > 0 ? LONGEST_KEPT : age).orElse(USUALLY_KEPT);
    }

    /** Forgets who was not asked about for the longest time. */
    private static <T> Map<String, T> bounded() {
        return new LinkedHashMap<>(64, 0.75f, true) {

            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > MOST_ORIGINS;
            }
        };
    }
}
