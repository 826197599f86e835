package org.broadsheet.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.broadsheet.platform.WebAddress;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The links of a page that lead to articles: those that stand in a list of their like, or for themselves as a headline does. */
final class PageLinks {

    private static final int MOST_ANCHORS = 5_000;
    private static final int MOST_ADDRESSES = 1_500;
    private static final int A_LIST = 3;
    private static final int MANY = 4;
    private static final double LIST_MEAN = 4.5;
    private static final double LIST_MEMBER = 1.5;
    private static final double ALONE = 6;
    private static final int OUTSIDE_LIST = 8;
    private static final int FIVE = 5;
    private static final int FAR = 20;
    private static final int SENTENCE = 25;
    private static final int ENOUGH = 80;
    /** In elements. What is larger is a page of its own. */
    private static final int LARGEST_CARD = 400;

    /** A link to what may be an article, under the key by which two of them are told to lead to the same. */
    private record Candidate(String key, WebAddress address, String url, Element anchor, Element card) {
    }

    /** A candidate with its marks. */
    record Scored(String key, String url, PageCard card, Optional<Instant> date, boolean outside, String list, double marks) {
    }

    private final PageDocument page;
    private final ListedItems listed;
    private final PageDates dates;
    private final Map<Element, Set<String>> held = new IdentityHashMap<>();
    private final Map<Element, Boolean> structured = new IdentityHashMap<>();
    private final Map<Element, Integer> numbers = new IdentityHashMap<>();

    PageLinks(PageDocument page, ListedItems listed, PageDates dates) {
        this.page = page;
        this.listed = listed;
        this.dates = dates;
    }

    /** In the order of the page. */
    List<Scored> best() {
        var lists = new LinkedHashMap<String, List<Scored>>();
        var all = scored();
        all.forEach(link -> lists.computeIfAbsent(link.list(), key -> new ArrayList<>()).add(link));
        var chosen = new HashSet<Scored>();
        lists.values().stream().filter(list -> !isOutside(list)).forEach(list -> chosen.addAll(worthy(list, Where.HERE)));
        if (chosen.size() < A_LIST) {
            lists.values().stream().filter(list -> isOutside(list) && list.size() >= OUTSIDE_LIST).forEach(list -> chosen.addAll(worthy(list, Where.ANYWHERE)));
        }
        return all.stream().filter(chosen::contains).toList();
    }

    /** Which links of a list count. */
    private enum Where {
        HERE, ANYWHERE
    }

    private static boolean isOutside(List<Scored> list) {
        return list.stream().filter(Scored::outside).count() * 2 > list.size();
    }

    private static List<Scored> worthy(List<Scored> list, Where where) {
        var counted = list.stream().filter(link -> where == Where.ANYWHERE || !link.outside()).toList();
        var repeated = counted.size() >= FIVE ? 2 : counted.size() >= A_LIST ? 1 : 0;
        var mean = counted.stream().mapToDouble(Scored::marks).average().orElse(0) + repeated;
        var least = counted.size() >= A_LIST && mean >= LIST_MEAN ? LIST_MEMBER : ALONE;
        return counted.stream().filter(link -> link.marks() + repeated >= least).toList();
    }

    private List<Scored> scored() {
        var best = new LinkedHashMap<String, Candidate>();
        for (var candidate : candidates()) {
            best.merge(candidate.key(), candidate, PageLinks::plainer);
        }
        return best.values().stream().map(this::scored).flatMap(Optional::stream).toList();
    }

    /** Of two links to the same article, the one that reads like a headline. */
    private static Candidate plainer(Candidate one, Candidate other) {
        return readability(other) > readability(one) ? other : one;
    }

    private static int readability(Candidate candidate) {
        var text = candidate.anchor().text();
        if (text.isBlank() || LinkText.isReadMore(text)) {
            return 0;
        }
        var heading = candidate.anchor().closest("h1, h2, h3, h4, h5, h6, [role=heading]") != null || candidate.anchor().selectFirst("h1, h2, h3, h4, h5, h6") != null;
        return Math.min(60, LinkText.length(text)) + (heading ? 100 : 0);
    }

    private List<Candidate> candidates() {
        var anchors = page.html().select("a[href]").stream().limit(MOST_ANCHORS).toList();
        var chrome = new PageChrome(page.html(), anchors);
        var found = new ArrayList<Candidate>();
        var keys = new HashSet<String>();
        for (var anchor : anchors) {
            if (isLink(anchor) && !chrome.holds(anchor) && !isInProse(anchor)) {
                var url = anchor.absUrl("href").replaceFirst("#.*", "");
                address(url).filter(address -> keys.size() < MOST_ADDRESSES).ifPresent(address -> {
                    keys.add(key(url));
                    found.add(new Candidate(key(url), address, url, anchor, anchor));
                });
            }
        }
        found.forEach(this::hold);
        return found.stream().map(candidate -> new Candidate(candidate.key(), candidate.address(), candidate.url(), candidate.anchor(), card(candidate))).toList();
    }

    private Optional<WebAddress> address(String url) {
        return mayBeArticle(url, page) ? WebAddress.of(url) : Optional.empty();
    }

    /** Whether an address may be an article's, and is not the page's own. */
    static boolean mayBeArticle(String url, PageDocument page) {
        return FeedValues.isWebAddress(url) && !key(url).equals(key(page.url())) && WebAddress.of(url).filter(address -> !LinkShape.isNoArticle(address)).isPresent();
    }

    private static boolean isLink(Element anchor) {
        var relations = anchor.attr("rel").toLowerCase(java.util.Locale.ROOT);
        if (relations.matches(".*\\b(sponsored|author|tag|next|prev|license|help|search)\\b.*") || anchor.hasAttr("download") || anchor.attr("href").strip().startsWith("#")) {
            return false;
        }
        var text = anchor.text().strip();
        return text.isEmpty() ? anchor.selectFirst("img, picture, [style*=background]") != null || anchor.hasAttr("aria-label")
                : text.length() > 120 || !LinkText.isNoTitle(text) && !LinkText.isPaidLabel(text) && (FeedDates.parse(text).isEmpty());
    }

    /** Whether it stands in the middle of a sentence, as no headline does. */
    private boolean isInProse(Element anchor) {
        if (anchor.closest("figcaption") != null) {
            return true;
        }
        var block = anchor.closest("p, blockquote, li, dd, td, h1, h2, h3, h4, h5, h6");
        if (block == null || !block.is("p, blockquote, li, dd, td") || anchor.selectFirst("h1, h2, h3, h4, h5, h6, p, div") != null) {
            return false;
        }
        var text = before(anchor, block);
        return LinkText.length(text) >= SENTENCE && !isStructured(block) && dates.of(text).isEmpty();
    }

    private boolean isStructured(Element block) {
        return structured.computeIfAbsent(block, known -> !known.is("p, blockquote") && known.selectFirst("time, h1, h2, h3, h4, h5, h6, p, div, ul, table, img, br") != null);
    }

    /** The words in front of a link, as many as matter. */
    private static String before(Element anchor, Element block) {
        var text = new StringBuilder();
        for (Node at = anchor; at != block && text.length() < ENOUGH; at = at.parent()) {
            for (var sibling = at.previousSibling(); sibling != null && text.length() < ENOUGH; sibling = sibling.previousSibling()) {
                text.insert(0, sibling instanceof TextNode words ? words.text() : sibling instanceof Element element ? element.text() : "");
            }
        }
        return text.toString().strip();
    }

    /** One key for an address under both schemes, with and without www, a slash at its end, or marks of where the reader came from. */
    static String key(String url) {
        return url.replaceFirst("#.*", "").replaceAll("(?<=[?&])(utm_\\w+|fbclid|gclid|ref|src|source)=[^&]*(&|$)", "").replaceFirst("[?&]+$", "").replaceFirst("/$", "")
                .replaceFirst("(?i)^https?://(www\\.)?", "");
    }

    private void hold(Candidate candidate) {
        for (var at = candidate.anchor(); at != null; at = at.parent()) {
            var keys = held.computeIfAbsent(at, element -> new HashSet<>(2));
            if (keys.size() >= MANY || !keys.add(candidate.key())) {
                if (keys.size() >= MANY) {
                    break;
                }
            }
        }
    }

    /** The largest part of the page that leads to this article alone. */
    private Element card(Candidate candidate) {
        var card = candidate.anchor();
        while (card.parent() != null && !card.parent().is("body, main, html") && held.getOrDefault(card.parent(), Set.of()).size() == 1
                && card.parent().stream().limit(LARGEST_CARD).count() < LARGEST_CARD) {
            card = card.parent();
        }
        return card;
    }

    private Optional<Scored> scored(Candidate candidate) {
        var card = new PageCard(candidate.anchor(), extent(candidate.card()));
        var title = card.title();
        if (title.isEmpty() || LinkText.isNoTitle(title) || LinkText.isReadMore(title) || card.isPaid()) {
            return Optional.empty();
        }
        var date = dates.shown(card.extent()).or(() -> besides(candidate.card())).or(() -> dates.inAddress(candidate.url()));
        var outside = page.address().map(here -> !LinkShape.sameSite(here.host(), candidate.address().host())).orElse(true);
        return Optional.of(new Scored(candidate.key(), candidate.url(), card, date, outside, list(candidate), marks(candidate, card, date)));
    }

    private double marks(Candidate candidate, PageCard card, Optional<Instant> date) {
        var length = LinkText.length(card.title());
        var marks = length >= 40 ? 3.0 : length >= 25 ? 2 : length >= 15 ? 1 : length < 4 ? -2 : length < 8 ? -1 : 0;
        marks += LinkText.words(card.title()) >= FIVE ? 1 : 0;
        marks += card.heading();
        marks += isArticle(card.element()) ? 2 : 0;
        marks += LinkShape.articleness(candidate.address());
        marks += date.isPresent() ? 3 : 0;
        marks += card.picture().isPresent() ? 1 : 0;
        marks += card.standfirst().isEmpty() ? 0 : 1;
        return marks + (listed.byAddress().containsKey(candidate.url()) ? 4 : 0);
    }

    private static boolean isArticle(Element card) {
        return card.is("article, [itemtype*=Article], [itemtype*=BlogPosting], .hentry") || card.selectFirst("article") != null;
    }

    /** With what follows a heading, a term or a row and belongs to no other article. */
    private List<Element> extent(Element card) {
        var extent = new ArrayList<Element>(List.of(card));
        if (card.is("h1, h2, h3, h4, h5, h6, dt, tr, a, p, strong, b")) {
            for (var next = card.nextElementSibling(); next != null && extent.size() < MANY && !held.containsKey(next)
                    && !next.is("h1, h2, h3, h4, h5, h6, hr, dt"); next = next.nextElementSibling()) {
                extent.add(next);
            }
        }
        return extent;
    }

    /** A date that stands in front of a title, or over a list of several. */
    private Optional<Instant> besides(Element card) {
        var at = card;
        for (var level = 0; level < MANY && at != null && !at.is("body, main"); level++) {
            var before = at.previousElementSibling();
            for (var steps = 0; before != null && steps < (level == 0 ? 1 : 2); steps++) {
                if (!held.containsKey(before)) {
                    var date = before.select("time[datetime]").isEmpty() ? dates.of(before.text()) : dates.shown(List.of(before));
                    if (date.isPresent()) {
                        return date;
                    }
                }
                before = before.previousElementSibling();
            }
            at = at.parent();
        }
        return overDefinitions(card);
    }

    /** Under one dt there may be several dd. */
    private Optional<Instant> overDefinitions(Element card) {
        var at = card;
        for (var steps = 0; steps < FAR && at.is("dd, tr, p, h1, h2, h3, h4, h5, h6, div, article") && at.previousElementSibling() != null; steps++) {
            at = at.previousElementSibling();
            if (!held.containsKey(at) && at.is("dt, h1, h2, h3, h4, h5, h6, p, time, tr")) {
                return dates.of(at.text());
            }
        }
        return Optional.empty();
    }

    /** In which list it stands: the part of the page that has several, and the way of elements from there. */
    private String list(Candidate candidate) {
        var path = new StringBuilder();
        var at = candidate.anchor();
        while (at.parent() != null && !at.is("body") && (at == candidate.anchor() || held.getOrDefault(at, Set.of()).size() < A_LIST || at.is("li, tr, article, dd, td"))) {
            path.append('<').append(at.normalName()).append(at.is("td") ? String.valueOf(at.elementSiblingIndex()) : "");
            at = at.parent();
        }
        return path + "#" + numbers.computeIfAbsent(at, element -> numbers.size());
    }
}
