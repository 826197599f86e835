package org.broadsheet.source;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jsoup.nodes.Entities;

/**
 * Reads an ordinary web page (the front of a newspaper, the index of a blog, a list of press releases) as a list of articles, with what it shows of
 * each. Articles are told from menus, footers and the like by what repeats itself, by how links read, by their addresses, and by what stands beside them.
 */
final class PageReader {

    static final int MOST_ENTRIES = 200;
    private static final int PARAGRAPH = 150;
    private static final int LONG_TEXT = 1_500;
    private static final int A_LIST = 3;

    /**
     * A page that was read.
     *
     * @param article whether it says that it is one article itself, and reads like one
     */
    record PageList(FeedDocument document, boolean article) {
    }

    private final PageDocument page;
    private final Instant now;
    private final PageDates dates;
    private final ListedItems listed;
    private final String language;

    private PageReader(PageDocument page, Instant now) {
        this.page = page;
        this.now = now;
        this.dates = new PageDates(now);
        this.language = page.language();
        this.listed = ListedItems.of(page.html(), page.html().baseUri());
    }

    /** @param selectors by CSS or XPath, by which the operator says where the articles are; empty to find out */
    static PageList read(PageDocument page, Optional<PageSelectors> selectors, Instant now) {
        var reader = new PageReader(page, now);
        return selectors.filter(given -> !given.given().isEmpty()).map(reader::selected).orElseGet(reader::found);
    }

    private PageList selected(PageSelectors selectors) {
        var selected = new SelectedEntries(page, selectors, dates);
        var entries = selected.read();
        return new PageList(document(entries, selected.problems()), false);
    }

    private PageList found() {
        var article = isArticle();
        var scripts = ScriptedData.scripts(page.html());
        page.html().select("script, style, template, iframe, object, [hidden], [style*=display:none], [style*=display: none]").remove();
        var entries = new LinkedHashMap<String, FeedEntry>();
        for (var link : new PageLinks(page, listed, dates).best()) {
            entries.putIfAbsent(link.key(), entry(link));
        }
        listedAlone().forEach(entries::putIfAbsent);
        if (entries.size() < A_LIST && !article) {
            scripted(scripts).forEach(entry -> entries.putIfAbsent(PageLinks.key(entry.url()), entry));
        }
        return new PageList(document(entries.values().stream().limit(MOST_ENTRIES).toList(), List.of()), article);
    }

    /** What stands in scripts alone, which would make the page in a browser. */
    private List<FeedEntry> scripted(List<String> scripts) {
        var tree = new JsonTree();
        var data = scripts.stream().flatMap(script -> ScriptedData.in(script, tree).stream()).toList();
        return DataLists.largest(data, page.html().baseUri(), language, now).stream().filter(entry -> PageLinks.mayBeArticle(entry.url(), page)).map(FeedEntry::mended).toList();
    }

    private boolean isArticle() {
        var stated = listed.isArticle() || page.meta("meta[property=og:type]").equalsIgnoreCase("article");
        return stated && page.html().select("p").stream().mapToInt(paragraph -> paragraph.ownText().length()).filter(length -> length >= PARAGRAPH).sum() > LONG_TEXT;
    }

    private FeedEntry entry(PageLinks.Scored link) {
        var card = link.card();
        var known = Optional.ofNullable(listed.byAddress().get(link.url()));
        var standfirst = card.standfirst();
        var author = card.author();
        var kicker = card.kicker();
        var date = link.date().or(() -> known.flatMap(ListedItem::published));
        return new FeedEntry(link.url(), link.url(), Entities.escape(card.title()), Entities.escape(standfirst.isEmpty() ? known.map(ListedItem::description).orElse("") : standfirst), "",
                Entities.escape(author.isEmpty() ? known.map(ListedItem::author).orElse("") : author), date, Optional.empty(), kicker.isEmpty() ? List.of() : List.of(Entities.escape(kicker)),
                language, card.picture().map(List::of).orElseGet(() -> pictures(known)), link.url());
    }

    private static List<FoundPicture> pictures(Optional<ListedItem> item) {
        return item.filter(known -> FeedValues.isWebAddress(known.picture())).map(known -> List.of(new FoundPicture(known.picture(), 0, 0, "", "", "", 600))).orElse(List.of());
    }

    /** What stands in the structured data alone, since a script makes the links of the page. */
    private Map<String, FeedEntry> listedAlone() {
        var named = listed.byAddress().values().stream().filter(item -> !item.name().isBlank()).toList();
        var entries = new LinkedHashMap<String, FeedEntry>();
        if (named.size() < A_LIST) {
            return entries;
        }
        var seen = new HashSet<String>();
        for (var item : named) {
            if (seen.add(item.url()) && PageLinks.mayBeArticle(item.url(), page)) {
                entries.put(PageLinks.key(item.url()), new FeedEntry(item.url(), item.url(), Entities.escape(item.name()), Entities.escape(item.description()), "", Entities.escape(item.author()),
                        item.published().or(() -> dates.inAddress(item.url())), Optional.empty(), List.of(), language, pictures(Optional.of(item)), item.url()));
            }
        }
        return entries;
    }

    private FeedDocument document(List<FeedEntry> entries, List<FeedProblem> problems) {
        return new FeedDocument(Entities.escape(page.title()), page.url(), language, entries, problems);
    }
}
