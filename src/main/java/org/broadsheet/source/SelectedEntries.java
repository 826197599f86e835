package org.broadsheet.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** The articles of a page where an operator said by CSS or XPath where they are. A selector that fits nothing is a problem in words. */
final class SelectedEntries {

    private static final int WORTH = 700;
    /** In elements: items may hold one another, so that together they are larger than any page. */
    private static final int LARGEST = 200_000;

    private final PageDocument page;
    private final Selection selection;
    private final SelectorTally tally;
    private final PageDates dates;
    private final String language;

    SelectedEntries(PageDocument page, PageSelectors selectors, PageDates dates) {
        this.page = page;
        this.tally = new SelectorTally(selectors);
        this.selection = Selection.of(selectors, tally);
        this.dates = dates;
        this.language = page.language();
    }

    List<FeedEntry> read() {
        var items = selection.items(page.html());
        if (items.isEmpty()) {
            if (tally.problems().isEmpty()) {
                tally.noItems("on the page");
            }
            return List.of();
        }
        var entries = new LinkedHashMap<String, FeedEntry>();
        var without = 0;
        var size = 0;
        var taken = 0;
        for (var item : items) {
            if (entries.size() >= PageReader.MOST_ENTRIES || taken >= FeedReader.MOST_ENTRIES || size > LARGEST) {
                break;
            }
            taken++;
            size += item.stream().mapToInt(element -> 1).sum();
            var entry = entry(item);
            entry.ifPresent(found -> entries.putIfAbsent(found.url(), found));
            without += entry.isEmpty() ? 1 : 0;
        }
        tally.report(items.size(), without, items.size() - taken);
        return List.copyOf(entries.values());
    }

    List<FeedProblem> problems() {
        return tally.problems();
    }

    private Optional<FeedEntry> entry(Element item) {
        var given = first("link", item);
        var anchor = given.flatMap(Picked::element).or(() -> selection.isGiven("link") && given.isEmpty() ? Optional.empty() : ownLink(item)).flatMap(SelectedEntries::anchor);
        var written = given.filter(picked -> picked.element().isEmpty()).map(Picked::words).or(() -> anchor.map(link -> link.attr("href")));
        var url = written.map(address -> StringUtil.resolve(item.baseUri(), address.strip()).replaceFirst("#.*", "")).filter(FeedValues::isWebAddress);
        if (url.isEmpty()) {
            return Optional.empty();
        }
        var card = new PageCard(anchor.orElse(item), new ArrayList<>(List.of(item)));
        var title = first("title", item).map(Picked::words).orElseGet(card::title);
        var standfirst = selection.isGiven("standfirst") ? first("standfirst", item).map(Picked::words).orElse("") : card.standfirst();
        var author = selection.isGiven("author") ? AtomEntry.joined(selection.within("author", item).stream().map(Picked::words).map(LinkText::withoutBy)) : card.author();
        var body = selection.within("body", item).stream().map(Picked::html).collect(Collectors.joining("\n"));
        var categories = selection.within("category", item).stream().map(Picked::words).map(Entities::escape).distinct().limit(20).toList();
        return Optional.of(new FeedEntry(first("guid", item).map(SelectedEntries::identity).orElse(url.get()), url.get(), Entities.escape(title), Entities.escape(standfirst), body,
                Entities.escape(author), date(item, url.get()), Optional.empty(), categories, language, picture(item, card), url.get()).mended());
    }

    private Optional<Picked> first(String field, Element item) {
        return selection.within(field, item).stream().findFirst();
    }

    private static Optional<Element> anchor(Element found) {
        return Optional.ofNullable(found.is("a[href]") ? found : found.selectFirst("a[href]"));
    }

    private static Optional<Element> ownLink(Element item) {
        return Optional.ofNullable(item.is("a[href]") ? item : item.selectFirst("h1 a[href], h2 a[href], h3 a[href], h4 a[href]")).or(() -> Optional.ofNullable(item.selectFirst("a[href]")));
    }

    private static String identity(Picked picked) {
        return picked.element().map(Element::id).filter(id -> !id.isEmpty()).orElseGet(picked::words);
    }

    private Optional<Instant> date(Element item, String url) {
        var shown = selection.isGiven("date") ? first("date", item).flatMap(this::date) : dates.shown(List.of(item));
        return shown.or(() -> dates.inAddress(url));
    }

    private Optional<Instant> date(Picked picked) {
        return picked.element().flatMap(element -> dates.shown(List.of(element))).or(() -> dates.stated(picked.words(), language));
    }

    private List<FoundPicture> picture(Element item, PageCard card) {
        if (!selection.isGiven("picture")) {
            return card.picture().map(List::of).orElse(List.of());
        }
        return first("picture", item).flatMap(picked -> picked.element().isPresent() ? new PageCard(picked.element().get(), new ArrayList<>(List.of(picked.element().get()))).picture()
                : pictureAt(StringUtil.resolve(item.baseUri(), picked.words()))).map(List::of).orElse(List.of());
    }

    private static Optional<FoundPicture> pictureAt(String url) {
        return FeedValues.isWebAddress(url) ? Optional.of(new FoundPicture(url, 0, 0, "", "", "", WORTH)) : Optional.empty();
    }
}
