package org.broadsheet.source;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.broadsheet.platform.FetchOutcome;
import org.broadsheet.platform.FetchRequest;
import org.broadsheet.platform.GuardedHttp;

/** Reads a source of any kind: fetches it politely, finds out what it is where nobody said, and hands it to the reader for it. Stores nothing. */
@Singleton
public class SourceReading {

    private static final Duration REFUSED = Duration.ofHours(12);
    private static final Duration GONE = Duration.ofDays(7);
    private static final Duration TOO_OFTEN = Duration.ofHours(1);
    private static final Duration SOMETHING_ELSE = Duration.ofHours(1);
    private static final Duration NOT_WELCOME = Duration.ofHours(12);
    private static final int NAMED_FEEDS = 3;

    private final GuardedHttp http;
    private final Robots robots;
    private final Clock clock;

    SourceReading(GuardedHttp http, Robots robots, Clock clock) {
        this.http = http;
        this.robots = robots;
        this.clock = clock;
    }

    /** Reads it now. Bad documents, servers and addresses are outcomes; blocks. */
    public Reading read(ReadErrand errand) {
        return switch (errand.readKind()) {
            case FEED -> fetched(errand, FetchRequest.FEED, fetched -> feed(errand, fetched));
            case SITEMAP -> fetched(errand, SiteVisit.SITEMAP, fetched -> sitemap(errand, fetched));
            case PAGE -> page(errand);
            case AUTO -> discover(errand);
            case MAIL -> failed("by-mail", "The articles of this source come by mail; there is nothing to be fetched", REFUSED);
        };
    }

    /** What becomes of a document that is another than the last time. */
    private interface Reader {

        Reading read(FetchOutcome.Fetched fetched);
    }

    /** The document is read within its share of the memory for bodies, and let go with it. */
    private Reading fetched(ReadErrand errand, String accept, Reader reader) {
        return http.fetch(errand.request(accept).atMost(accept.equals(FetchRequest.PAGE) ? PageDocument.LARGEST : Long.MAX_VALUE), outcome -> outcome(errand, outcome, reader));
    }

    private static Reading outcome(ReadErrand errand, FetchOutcome outcome, Reader reader) {
        return switch (outcome) {
            case FetchOutcome.Fetched fetched -> same(errand, Reading.Kept.of(fetched)) ? new Reading.Same(fetched, Reading.Kept.of(fetched)) : reader.read(fetched);
            case FetchOutcome.NotModified answer -> new Reading.NotModified(answer);
            case FetchOutcome.Refused refused -> failed("refused", refused.reason(), REFUSED);
            case FetchOutcome.Failed failed -> failed(failed.code(), failed.reason(), pause(failed));
        };
    }

    private static boolean same(ReadErrand errand, Reading.Kept kept) {
        return errand.kept().filter(before -> before.isSame(kept)).isPresent();
    }

    private Reading feed(ReadErrand errand, FetchOutcome.Fetched fetched) {
        if (errand.paths().isPresent()) {
            return PageDocument.seemsOne(fetched.body(), fetched.contentType()) ? failed("not-a-feed", "This is a web page (HTML); a source of kind PAGE reads it by these selectors", SOMETHING_ELSE)
                    : byPaths(errand, errand.paths().get(), fetched);
        }
        try {
            return read(errand, DataLists.read(fetched.body(), fetched.contentTypeWithCharset(), fetched.base(), clock.instant()), fetched, Reading.Kept.of(fetched));
        } catch (NotAFeedException problem) {
            return failed("not-a-feed", problem.getMessage() + feedsNamed(fetched), SOMETHING_ELSE);
        }
    }

    private Reading byPaths(ReadErrand errand, PageSelectors paths, FetchOutcome.Fetched fetched) {
        return list(errand, PathReader.read(fetched.body(), fetched.contentTypeWithCharset(), fetched.base(), paths, clock.instant()), fetched);
    }

    private static Reading list(ReadErrand errand, FeedDocument document, FetchOutcome.Fetched fetched) {
        if (!document.entries().isEmpty()) {
            return read(errand, document, fetched, Reading.Kept.of(fetched));
        }
        var words = document.problems().stream().map(FeedProblem::message).findFirst()
                .orElse("No list of articles can be made out on this page; selectors can say where they are");
        return new Reading.Failed("no-list", words, SOMETHING_ELSE, document.problems());
    }

    /** In words which feeds a page names, "" if none. */
    private static String feedsNamed(FetchOutcome.Fetched fetched) {
        if (!PageDocument.seemsOne(fetched.body(), fetched.contentType())) {
            return "";
        }
        var page = PageDocument.parse(fetched.body(), fetched.contentTypeWithCharset(), fetched.finalUrl());
        var named = FeedOffers.stated(page, fetched.links()).stream().map(FeedOffer::url).limit(NAMED_FEEDS).collect(Collectors.joining(", "));
        return named.isEmpty() ? "" : ". The page names: " + named;
    }

    private Reading sitemap(ReadErrand errand, FetchOutcome.Fetched fetched) {
        try {
            var visit = new SiteVisit(http, errand);
            var sitemap = SitemapReader.read(SitemapReader.Sheet.of(fetched), child -> visit.fetch(child, SiteVisit.SITEMAP).map(SitemapReader.Sheet::of), clock.instant());
            var kept = sitemap.kept(fetched);
            if (same(errand, kept)) {
                return new Reading.Same(fetched, kept);
            }
            var document = sitemap.document().and(visit.tried());
            return document.entries().isEmpty() && !visit.tried().isEmpty() ? new Reading.Failed("not-a-sitemap", "None of the sitemaps in this index can be read", SOMETHING_ELSE, document.problems())
                    : read(errand, document, fetched, kept);
        } catch (NotAFeedException problem) {
            return failed("not-a-sitemap", problem.getMessage(), SOMETHING_ELSE);
        }
    }

    private Reading page(ReadErrand errand) {
        try {
            var verdict = robots.turn(errand.request(FetchRequest.PAGE));
            return verdict.allowed() ? fetched(errand, FetchRequest.PAGE, fetched -> page(errand, fetched)) : failed("robots", verdict.words(), NOT_WELCOME);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return failed("interrupted", "Reading was interrupted because the service is stopping", Duration.ZERO);
        }
    }

    private Reading page(ReadErrand errand, FetchOutcome.Fetched fetched) {
        if (errand.paths().isPresent()) {
            return byPaths(errand, errand.paths().get(), fetched);
        }
        if (!PageDocument.seemsOne(fetched.body(), fetched.contentType())) {
            var data = DataLists.list(fetched.body(), fetched.contentTypeWithCharset(), fetched.base(), clock.instant());
            return data.document().map(document -> list(errand, document, fetched)).orElseGet(() -> failed("no-list", "This is no web page (HTML) but " + (fetched.contentType().isEmpty() ? "something else"
                    : fetched.contentType()) + "; AUTO finds out what can be read of it" + data.hint().replaceFirst("^(?=.)", ". "), SOMETHING_ELSE));
        }
        var page = PageDocument.parse(fetched.body(), fetched.contentTypeWithCharset(), fetched.finalUrl());
        return list(errand, PageReader.read(page, errand.selectors(), clock.instant()).document(), fetched);
    }

    private Reading discover(ReadErrand errand) {
        var discovery = new Discovery(new SiteVisit(http, errand), robots, clock);
        var outcome = http.fetch(errand.request(FetchRequest.FEED));
        if (outcome instanceof FetchOutcome.Fetched fetched) {
            return switch (discovery.from(errand.url(), fetched)) {
                case Discovered.Found found -> read(found);
                case Discovered.NotFound nothing -> new Reading.Failed("nothing-found", nothing.words(), SOMETHING_ELSE, nothing.problems());
            };
        }
        var known = outcome instanceof FetchOutcome.Failed failed && failed.status() >= 400 ? discovery.without(errand.url()) : Optional.<Discovered.Found>empty();
        return known.map(SourceReading::read).orElseGet(() -> switch (outcome) {
            case FetchOutcome.Failed failed -> failed(failed.code(), failed.reason(), pause(failed));
            case FetchOutcome.Refused refused -> failed("refused", refused.reason(), REFUSED);
            case FetchOutcome.NotModified answer -> new Reading.NotModified(answer);
            case FetchOutcome.Fetched fetched -> throw new IllegalStateException("A document is looked at above");
        });
    }

    private static Reading read(Discovered.Found found) {
        return new Reading.Read(found.document(), found.fetched(), found.kind(), found.url(), found.standing(), found.kept());
    }

    private static Reading read(ReadErrand errand, FeedDocument document, FetchOutcome.Fetched fetched, Reading.Kept kept) {
        return new Reading.Read(document, fetched, errand.readKind(), errand.readUrl(), Reading.Standing.SURE, kept);
    }

    private static Reading failed(String code, String words, Duration pause) {
        return new Reading.Failed(code, words, pause, List.of());
    }

    private static Duration pause(FetchOutcome.Failed failed) {
        return failed.retryAfter().orElse(switch (failed.status()) {
            case 410 -> GONE;
            case 429 -> TOO_OFTEN;
            default -> Duration.ZERO;
        });
    }
}
