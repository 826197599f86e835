package org.broadsheet.source;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What surrounds the news on a page: menus, footers, side bars, boxes with what is most read, rows of buttons. Told by elements, roles, names and
 * headings. No part that holds most links of the page is taken for it, whatever its name is.
 */
final class PageChrome {

    private static final String HEADINGS = "h1, h2, h3, h4, h5, h6, [role=heading]";
    private static final Set<String> ROLES = Set.of("navigation", "contentinfo", "search", "banner", "complementary", "menu", "menubar", "dialog", "tablist", "alertdialog");
    private static final Set<String> NAMES = Set.of("nav", "navbar", "navigation", "menu", "submenu", "menubar", "footer", "breadcrumb", "breadcrumbs", "pagination", "pager",
            "paging", "cookie", "cookies", "consent", "gdpr", "outbrain", "taboola", "sidebar", "mostread", "popular", "trending", "related", "recommended", "recommendations",
            "toolbar", "languages", "blogroll", "sponsored", "advertisement", "adsense", "tagcloud", "offcanvas", "dropdown", "sitemap");
    /** So are called parts of a card as well, which only count where no heading stands in them. */
    private static final Set<String> SMALL_NAMES = Set.of("share", "sharing", "social", "ad", "ads", "advert", "login", "byline", "author", "authors", "avatar", "tags", "taglist",
            "skip", "language", "lang", "newsletter", "subscribe", "search", "sponsor", "categories", "cats", "postmetadata", "comments");
    private static final Pattern WORDS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private final Map<Element, Integer> links = new IdentityHashMap<>();
    private final Map<Element, Boolean> known = new IdentityHashMap<>();
    private final Map<Element, Boolean> repeats = new IdentityHashMap<>();
    private final Map<String, Set<String>> names = new HashMap<>();
    private final int all;

    PageChrome(Document page, List<Element> anchors) {
        this.all = anchors.size();
        for (var anchor : anchors) {
            for (var at = anchor; at != null; at = at.parent()) {
                links.merge(at, 1, Integer::sum);
            }
        }
        page.select("h2, h3, h4, h5, h6, strong, [role=heading], [class*=title], [class*=heading], legend, summary, dt").stream()
                .filter(heading -> heading.childNodeSize() < 20 && heading.text().length() <= 60 && LinkText.headsRepeats(heading.text())).forEach(this::repeat);
    }

    /** Whether a link stands in what surrounds the news. */
    boolean holds(Element link) {
        var path = link.parents();
        var found = isChrome(link);
        for (var place = 0; place < path.size() && !found; place++) {
            found = isChrome(path.get(place));
        }
        return found;
    }

    private boolean isChrome(Element element) {
        var before = known.get(element);
        if (before != null) {
            return before;
        }
        var chrome = !holdsMost(element) && (repeats.containsKey(element) || isByElement(element) || isByRole(element) || isByName(element));
        known.put(element, chrome);
        return chrome;
    }

    /** More than half of the links. */
    private boolean holdsMost(Element element) {
        return element.is("html, body, main") || all > 8 && links.getOrDefault(element, 0) * 2 > all;
    }

    private static boolean isByElement(Element element) {
        return switch (element.normalName()) {
            case "nav", "menu", "dialog", "address" -> true;
            case "footer", "header", "aside" -> element.closest("article, li") == null && (element.is("footer, aside") || element.closest("section, main") == null);
            case "form", "select", "fieldset" -> true;
            default -> false;
        };
    }

    private static boolean isByRole(Element element) {
        return ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT));
    }

    private boolean isByName(Element element) {
        var written = element.className() + " " + element.id();
        if (written.isBlank()) {
            return false;
        }
        var words = names.computeIfAbsent(written, PageChrome::words);
        if (words.stream().anyMatch(NAMES::contains) || written.contains("widget_") || written.contains("widget-area")) {
            return !element.is("article, h1, h2, h3, h4") && !words.contains("hentry");
        }
        return words.stream().anyMatch(SMALL_NAMES::contains) && element.closest(HEADINGS) == null && element.selectFirst(HEADINGS) == null && !element.is("article, li, tr");
    }

    private static Set<String> words(String written) {
        return Arrays.stream(WORDS.split(CAMEL.matcher(written).replaceAll("-").toLowerCase(Locale.ROOT))).collect(Collectors.toSet());
    }

    /** What is under such a heading: the part that it heads, or if there is none of its own, what comes up to the next heading. */
    private void repeat(Element heading) {
        var part = heading;
        while (part.parent() != null && links.getOrDefault(part, 0) == links.getOrDefault(heading, 0)) {
            part = part.parent();
        }
        if (!holdsMost(part) && part.select(heading.normalName()).size() <= 1) {
            repeats.put(part, true);
            return;
        }
        for (var next = heading.nextElementSibling(); next != null && !next.is(HEADINGS); next = next.nextElementSibling()) {
            repeats.put(next, true);
        }
    }
}
