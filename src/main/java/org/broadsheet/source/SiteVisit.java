package org.broadsheet.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.broadsheet.platform.FetchOutcome;
import org.broadsheet.platform.FetchRequest;
import org.broadsheet.platform.GuardedHttp;
import org.broadsheet.platform.WebAddress;

/**
 * A look around a site for something to read: one fetch after the other, no more than its purse pays for and its time allows, each address once. What a
 * source asks for before it answers is told to its own origin alone.
 */
final class SiteVisit {

    /** About twelve documents; an answer that there is nothing costs a site, and us, half as much. */
    private static final int PURSE = 26;
    static final String SITEMAP = "application/xml, text/xml, application/gzip;q=0.9, text/plain;q=0.8, */*;q=0.1";
    private static final List<String> NO_ANSWER = List.of("connect", "timeout", "busy");
    private static final int DOCUMENT = 2;
    private static final int NOTHING = 1;
    private static final Duration TIME = Duration.ofSeconds(60);

    private final GuardedHttp http;
    private final ReadErrand errand;
    private final long began = System.nanoTime(); // a stop watch, not a time of day
    private final Set<String> asked = new HashSet<>();
    private final Set<String> silent = new HashSet<>();
    private final List<FeedProblem> tried = new ArrayList<>();
    private int spent;
    private boolean troubled;

    SiteVisit(GuardedHttp http, ReadErrand errand) {
        this.http = http;
        this.errand = errand;
        asked.add(errand.url());
    }

    /** @return the document there; empty if there is none, it was asked for before, or purse or time are spent */
    Optional<FetchOutcome.Fetched> fetch(String url, String accept) {
        if (isOver() || !asked.add(url) || WebAddress.of(url).filter(address -> silent.contains(address.host())).isPresent()) {
            return Optional.empty();
        }
        return switch (http.fetch(request(url).accepting(accept))) {
            case FetchOutcome.Fetched fetched -> {
                spent += DOCUMENT;
                yield Optional.of(fetched);
            }
            case FetchOutcome.Failed failed -> {
                spent += failed.status() >= 400 ? NOTHING : DOCUMENT;
                note(url, failed.reason());
                failed(url, failed);
                yield Optional.empty();
            }
            case FetchOutcome.Refused refused -> {
                spent += NOTHING;
                note(url, refused.reason());
                yield Optional.empty();
            }
            case FetchOutcome.NotModified unasked -> Optional.empty();
        };
    }

    /** A host that does not answer, or has had enough of us, is left alone. */
    private void failed(String url, FetchOutcome.Failed failed) {
        troubled |= NO_ANSWER.contains(failed.code()) || failed.status() == 429 || failed.status() >= 500;
        if (NO_ANSWER.contains(failed.code()) || failed.code().equals("dns") || failed.status() == 429) {
            WebAddress.of(url).ifPresent(address -> silent.add(address.host()));
        }
    }

    /** For what is fetched elsewhere. */
    FetchRequest request(String url) {
        return errand.asked(FetchRequest.of(url));
    }

    /** Notes why an address is not what is wanted. */
    void note(String url, String why) {
        tried.add(new FeedProblem("tried", url + ": " + why, 0));
    }

    /** For robots.txt, which is fetched elsewhere. */
    void pay() {
        spent += NOTHING;
    }

    boolean isOver() {
        return spent >= PURSE || System.nanoTime() - began > TIME.toNanos();
    }

    /** Whether so much is left that something can still follow a fetch. */
    boolean hasLeft(int documents) {
        return spent + documents * DOCUMENT <= PURSE;
    }

    /** Whether something did not answer that may answer another time. Asking begins anew. */
    boolean wasTroubled() {
        var was = troubled;
        troubled = false;
        return was;
    }

    List<FeedProblem> tried() {
        return List.copyOf(tried);
    }
}
