package org.broadsheet.source;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.broadsheet.platform.WebAddress;
import org.jsoup.nodes.Element;

/** The feeds that a page names: by links with {@code rel=alternate} (HTML, section 4.6.7.1; RFC 8288), and by links to be clicked that look like it. */
final class FeedOffers {

    private static final int MOST_LINKS = 500;
    private static final int MOST_OFFERS = 20;
    private static final Pattern TYPE = Pattern.compile("(?i)\\s*(application/(rss|atom|rdf|feed)\\+(xml|json)|application/(x\\.)?(atom|rss)"
            + "|application/json|(application|text)/(rss\\+)?xml|text/rss(\\+xml)?|text/atom(\\+xml)?)\\s*(;.*)?");
    private static final Pattern LOOKS_LIKE_FEED = Pattern.compile("(?i)(?<![a-z])(rss\\d?|atom|feeds?|rdf|xml)(?![a-z])");
    private static final Pattern NO_FEED = Pattern.compile("(?i)sitemap|opensearch|osd\\.xml|rsd\\b|wlwmanifest|manifest|browserconfig|crossdomain"
            + "|oembed|feedback|xmlrpc|/(atom|rss)-?(reader|ic)|\\.(png|jpe?g|gif|svg|css|js)(\\?|$)");
    private static final Pattern READERS = Pattern.compile("(?i)feedly\\.com|inoreader\\.com|newsblur\\.com|netvibes\\.com|feedspot\\.com"
            + "|theoldreader\\.com|add\\.my\\.yahoo|google\\.com/(reader|ig)|facebook\\.com|twitter\\.com|x\\.com/|subtome");
    private static final Pattern COMMENTS = Pattern.compile("(?iu)comments?\\b|replies|kommentar|commentaire|comentario|comment[io]\\b|reacties|коммент|コメント|评论|댓글|komentar");
    private static final Pattern API = Pattern.compile("(?i)/wp-json/|oembed|[?&]rest_route=");
    private static final Pattern WORD = Pattern.compile("(?iu)(rss|atom|xml|feed|newsfeed|rss[- ]?feeds?|flux rss|rss 2\\.0|feed rss|news-?feed"
            + "|web ?feed|fil rss|subscribe via rss|rss フィード|フィード)( \\(.{1,20}\\))?");
    private static final Pattern FIELD = Pattern.compile("<([^<>]{1,2000})>([^<]{0,2000})");

    private final PageDocument page;
    private final Map<String, FeedOffer> offers = new LinkedHashMap<>();

    private FeedOffers(PageDocument page) {
        this.page = page;
    }

    /** What is stated, in the head or wherever the tag slipped to, and in Link fields; the best first. */
    static List<FeedOffer> stated(PageDocument page, List<String> linkFields) {
        var found = new FeedOffers(page);
        page.html().select("link[href][rel], a[href][rel][type]").stream().limit(MOST_LINKS).forEach(found::link);
        linkFields.stream().limit(10).forEach(found::field);
        return found.best();
    }

    /** Links of the page that look like feeds, those to the same site first. */
    static List<FeedOffer> linked(PageDocument page) {
        var found = new FeedOffers(page);
        page.html().select("a[href]").stream().limit(5_000).forEach(found::anchor);
        return found.best();
    }

    private void link(Element link) {
        var relations = List.of(link.attr("rel").toLowerCase(Locale.ROOT).strip().split("\\s+"));
        var type = link.attr("type");
        var feed = TYPE.matcher(type).matches() || type.isBlank() && !link.hasAttr("hreflang") && looksLikeFeed(link.attr("href"));
        if ((relations.contains("alternate") || relations.contains("feed")) && !relations.contains("stylesheet") && (feed || relations.contains("feed"))) {
            offer(link.absUrl("href"), link.attr("title"), FeedOffer.How.STATED);
        }
    }

    private void field(String value) {
        var match = FIELD.matcher(value);
        while (match.find()) {
            var parameters = match.group(2).toLowerCase(Locale.ROOT);
            if (parameters.matches("(?s).*;\\s*rel\\s*=\\s*\"?[^\";]*\\b(alternate|feed)\\b.*")
                    && parameters.matches("(?s).*;\\s*type\\s*=\\s*\"?(application/(rss|atom|feed|rdf)\\+|text/xml|application/xml).*")) {
                offer(FeedValues.absolute(page.url(), match.group(1)), "", FeedOffer.How.STATED);
            }
        }
    }

    private void anchor(Element anchor) {
        var url = anchor.absUrl("href");
        var named = WORD.matcher(anchor.text().strip()).matches() || WORD.matcher(anchor.attr("title").strip()).matches() || WORD.matcher(anchor.attr("aria-label").strip()).matches();
        if (!READERS.matcher(url).find() && (named || looksLikeFeed(url))) {
            offer(url, anchor.text(), FeedOffer.How.LINKED);
        }
    }

    private static boolean looksLikeFeed(String href) {
        var path = href.replaceFirst("(?i)^https?://[^/]*", "");
        var host = href.length() == path.length() ? "" : href.substring(0, href.length() - path.length());
        return (LOOKS_LIKE_FEED.matcher(path).find() || host.matches("(?i)https?://(feeds?|rss)[0-9]?\\..*")) && !NO_FEED.matcher(path).find();
    }

    private void offer(String written, String title, FeedOffer.How how) {
        var url = written.replaceFirst("#.*", "").replaceFirst("(?i)^feed:(//)?(?=https?:)", "").replaceFirst("(?i)^feed://", "http://");
        if (FeedValues.isWebAddress(url) && !PageLinks.key(url).equals(PageLinks.key(page.url())) && offers.size() < MOST_LINKS) {
            offers.putIfAbsent(url, new FeedOffer(url, rank(url, title, how), how));
        }
    }

    private int rank(String url, String title, FeedOffer.How how) {
        if (COMMENTS.matcher(title).find() || COMMENTS.matcher(url).find() || API.matcher(url).find()) {
            return FeedOffer.LAST;
        }
        if (how == FeedOffer.How.LINKED && !sameSite(url)) {
            return FeedOffer.LAST - 1;
        }
        return isOwn(url) ? FeedOffer.OWN : FeedOffer.SITE;
    }

    private boolean sameSite(String url) {
        return page.address().flatMap(here -> WebAddress.of(url).map(there -> LinkShape.sameSite(here.host(), there.host()))).orElse(false);
    }

    /** Whether it belongs to this page rather than to the whole site: it lies under the page, or bears its name. */
    private boolean isOwn(String url) {
        var path = page.address().map(WebAddress::path).orElse("/").replaceFirst("\\?.*", "").replaceFirst("/$", "").toLowerCase(Locale.ROOT);
        var name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.\\w{2,5}$", "");
        var there = url.toLowerCase(Locale.ROOT).replaceFirst("^https?://[^/]*", "");
        return !path.isEmpty() && (there.startsWith(path + "/") || there.startsWith(path + "?") || there.startsWith(path + ".")
                || name.length() >= 3 && Stream.of(there.split("[/?=&.]")).anyMatch(name::equals));
    }

    private List<FeedOffer> best() {
        return offers.values().stream().sorted(Comparator.comparingInt(FeedOffer::rank)).limit(MOST_OFFERS).toList();
    }

    /** Whether a feed is one of comments, by what its entries link to, or its name. */
    static boolean isComments(FeedDocument feed) {
        var comments = feed.entries().stream().filter(entry -> entry.url().matches(".*#(comment|c|comments)[-_]?\\d*.*") || entry.guid().contains("#comment")).count();
        return comments * 2 > feed.entries().size() || feed.title().matches("(?iu)\\s*(comments (on|for)|kommentare (zu|für)|commentaires (sur|pour)|comentarios (en|de)).*");
    }
}
