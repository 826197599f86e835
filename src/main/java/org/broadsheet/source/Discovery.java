package org.broadsheet.source;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.broadsheet.platform.FetchOutcome;
import org.broadsheet.platform.FetchRequest;
import org.broadsheet.platform.WebAddress;

/**
 * Finds out what to read at an address: the document itself if it is a feed or a sitemap; a feed that the page names; one where this site, or its software, or
 * sites in general have it; a sitemap of news; the page itself as a list of articles. Whatever is taken was read, and has entries. What serves only if
 * nothing else does (a sitemap of pages, a feed of comments, an empty feed) is kept until the end.
 */
final class Discovery {

    private static final int STATED = 4;
    private static final int KNOWN = 3;
    private static final int LINKED = 3;
    private static final int ON_OVERVIEW = 2;
    private static final int WEB_PAGES = 3;
    private static final int A_LIST = 3;
    private static final int FOR_SITEMAPS = 4;
    private static final int SITEMAPS = 3;

    private final SiteVisit visit;
    private final Robots robots;
    private final Clock clock;
    private final List<String> words = new ArrayList<>();
    private Optional<Discovered.Found> pages = Optional.empty();
    private Optional<Discovered.Found> comments = Optional.empty();
    private Optional<Discovered.Found> empty = Optional.empty();
    private boolean unsure;
    private String direct = "";

    Discovery(SiteVisit visit, Robots robots, Clock clock) {
        this.visit = visit;
        this.robots = robots;
        this.clock = clock;
    }

    /** @param start what was fetched from the address that the operator gave */
    Discovered from(String url, FetchOutcome.Fetched start) {
        var direct = direct(url, start);
        if (direct.isPresent()) {
            return direct.get();
        }
        var address = WebAddress.of(start.finalUrl()).orElseThrow();
        var page = PageDocument.parse(start.body(), start.contentTypeWithCharset(), start.base());
        return stated(page, start)
                .or(() -> known(address, Optional.of(page)))
                .or(() -> linked(page))
                .or(() -> usual(address, page.meta("meta[name=generator]")))
                .or(() -> newsSitemap(address))
                .or(() -> list(url, start, page))
                .or(() -> pages).or(() -> comments).or(() -> empty)
                .map(found -> (Discovered) found)
                .orElseGet(() -> notFound(address));
    }

    /** Where the address itself could not be read, which does not keep a known site from having a feed. */
    Optional<Discovered.Found> without(String url) {
        return WebAddress.of(url).flatMap(address -> known(address, Optional.empty()));
    }

    private Optional<Discovered.Found> direct(String url, FetchOutcome.Fetched start) {
        try {
            var feed = DataLists.read(start.body(), start.contentTypeWithCharset(), start.base(), clock.instant());
            return Optional.of(found(Source.Kind.FEED, url, feed, start));
        } catch (NotAFeedException another) {
            direct = another.getMessage();
            var seemsOne = SitemapReader.seemsOne(SitemapReader.Sheet.of(start)) || !start.contentType().contains("html") && start.finalUrl().matches(".*(\\.txt|\\.gz)");
            return seemsOne ? sitemap(url, start).map(Sitemap::found) : Optional.empty();
        }
    }

    private Optional<Discovered.Found> stated(PageDocument page, FetchOutcome.Fetched start) {
        var offers = FeedOffers.stated(page, start.links());
        var found = first(offers, STATED);
        unsure |= visit.wasTroubled();
        words.add(offers.isEmpty() ? "the page names no feed" : "none of the feeds that the page names can be read");
        return found;
    }

    private Optional<Discovered.Found> known(WebAddress address, Optional<PageDocument> page) {
        var found = first(KnownSites.offers(address, page), KNOWN);
        unsure |= visit.wasTroubled();
        return found;
    }

    private Optional<Discovered.Found> linked(PageDocument page) {
        var offers = FeedOffers.linked(page);
        for (var offer : offers.stream().limit(LINKED).toList()) {
            var fetched = visit.fetch(offer.url(), FetchRequest.FEED);
            var found = fetched.flatMap(document -> feed(offer.url(), document)).or(() -> fetched.flatMap(this::overview));
            if (found.isPresent()) {
                return found;
            }
        }
        words.add(offers.isEmpty() ? "no link on it looks like a feed" : "the links that look like feeds are none");
        return Optional.empty();
    }

    /** A page about the feeds of a site, of which the first is usually that of all. */
    private Optional<Discovered.Found> overview(FetchOutcome.Fetched fetched) {
        if (!PageDocument.seemsOne(fetched.body(), fetched.contentType())) {
            return Optional.empty();
        }
        var page = PageDocument.parse(fetched.body(), fetched.contentTypeWithCharset(), fetched.base());
        var offers = new ArrayList<>(FeedOffers.linked(page));
        offers.addAll(FeedOffers.stated(page, fetched.links()));
        return first(offers.stream().filter(offer -> offer.rank() < FeedOffer.LAST - 1).toList(), ON_OVERVIEW);
    }

    private Optional<Discovered.Found> usual(WebAddress address, String generator) {
        var webPages = 0;
        for (var place : UsualPlaces.feeds(address, generator)) {
            if (!visit.hasLeft(FOR_SITEMAPS) || webPages >= WEB_PAGES) {
                break;
            }
            var fetched = visit.fetch(place, FetchRequest.FEED);
            var found = fetched.flatMap(document -> feed(place, document));
            if (found.isPresent()) {
                return found;
            }
            webPages += fetched.isPresent() ? 1 : 0;
        }
        words.add(webPages >= WEB_PAGES ? "the site answers with a web page wherever a feed usually is" : "there is no feed where one usually is");
        return Optional.empty();
    }

    private Optional<Discovered.Found> newsSitemap(WebAddress address) {
        visit.pay();
        var named = robots.sitemaps(visit.request(address.toString())).stream().sorted(Comparator.comparing(url -> SitemapOrder.namesNews(url) ? 0 : 1)).limit(SITEMAPS).toList();
        var places = new ArrayList<>(named);
        places.addAll(UsualPlaces.newsSitemaps(address));
        if (named.isEmpty()) {
            places.add(address.resolve("/sitemap.xml").toString());
        }
        for (var place : places) {
            var sitemap = visit.fetch(place, SiteVisit.SITEMAP).flatMap(fetched -> sitemap(place, fetched));
            if (sitemap.filter(Sitemap::news).isPresent()) {
                return sitemap.map(Sitemap::found);
            }
            sitemap.ifPresent(other -> {
                visit.note(place, "The sitemap is not one of news");
                pages = pages.or(() -> Optional.of(other.found()).filter(candidate -> isRecent(candidate.document())));
            });
        }
        words.add("there is no sitemap of news");
        return Optional.empty();
    }

    /** @param news whether it says so; one of mere pages is kept for the end, if they are of the last days and look like articles */
    private record Sitemap(Discovered.Found found, boolean news) {
    }

    /** @return empty if it is none, or has no entries */
    private Optional<Sitemap> sitemap(String url, FetchOutcome.Fetched fetched) {
        try {
            var sitemap = SitemapReader.read(SitemapReader.Sheet.of(fetched), child -> visit.fetch(child, SiteVisit.SITEMAP).map(SitemapReader.Sheet::of), clock.instant());
            var found = new Discovered.Found(Source.Kind.SITEMAP, url, sitemap.document(), fetched, standing(), sitemap.kept(fetched));
            return Optional.of(new Sitemap(found, sitemap.news())).filter(candidate -> !sitemap.document().entries().isEmpty());
        } catch (NotAFeedException problem) {
            visit.note(url, problem.getMessage());
            return Optional.empty();
        }
    }

    private boolean isRecent(FeedDocument document) {
        var since = clock.instant().minus(SitemapReader.NEWS_FOR);
        var recent = document.entries().stream().filter(entry -> entry.updatedAt().filter(at -> at.isAfter(since)).isPresent())
                .filter(entry -> WebAddress.of(entry.url()).filter(address -> !LinkShape.isNoArticle(address) && LinkShape.articleness(address) >= 2).isPresent());
        return recent.count() >= A_LIST;
    }

    private Optional<Discovered.Found> list(String url, FetchOutcome.Fetched start, PageDocument page) {
        if (!PageDocument.seemsOne(start.body(), start.contentType())) {
            words.add("what is there is no web page (" + (start.contentType().isEmpty() ? "of no stated type" : start.contentType()) + "): " + direct);
            return Optional.empty();
        }
        var verdict = robots.allowed(visit.request(start.finalUrl()));
        if (!verdict.allowed()) {
            words.add("the page itself is not to be read: " + verdict.words());
            return Optional.empty();
        }
        var list = PageReader.read(page, Optional.empty(), clock.instant());
        if (list.article()) {
            words.add("the page is a single article");
        } else if (list.document().entries().size() < A_LIST) {
            words.add("the page is no list of articles");
        } else {
            return Optional.of(found(Source.Kind.PAGE, url, list.document(), start));
        }
        return Optional.empty();
    }

    private Optional<Discovered.Found> first(List<FeedOffer> offers, int most) {
        for (var offer : offers.stream().limit(most).toList()) {
            var found = visit.fetch(offer.url(), FetchRequest.FEED).flatMap(fetched -> feed(offer.url(), fetched));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Discovered.Found> feed(String url, FetchOutcome.Fetched fetched) {
        try {
            var document = FeedReader.read(fetched.body(), fetched.contentTypeWithCharset(), fetched.base());
            var found = found(Source.Kind.FEED, url, document, fetched);
            if (document.entries().stream().allMatch(entry -> entry.url().isEmpty())) {
                visit.note(url, "The feed is empty");
                empty = empty.or(() -> Optional.of(found));
            } else if (FeedOffers.isComments(document)) {
                visit.note(url, "The feed is one of comments");
                comments = comments.or(() -> Optional.of(found));
            } else {
                return Optional.of(found);
            }
        } catch (NotAFeedException problem) {
            visit.note(url, problem.getMessage());
        }
        return Optional.empty();
    }

    private Discovered.Found found(Source.Kind kind, String url, FeedDocument document, FetchOutcome.Fetched fetched) {
        return new Discovered.Found(kind, url, document, fetched, standing(), Reading.Kept.of(fetched));
    }

    private Reading.Standing standing() {
        return unsure ? Reading.Standing.FOR_NOW : Reading.Standing.SURE;
    }

    private Discovered.NotFound notFound(WebAddress address) {
        var over = visit.isOver() ? " The search was given up after as many fetches as a site can be asked to bear." : "";
        return new Discovered.NotFound("Nothing to read was found at " + address.host() + ": " + String.join("; ", words) + "." + over, visit.tried());
    }
}
