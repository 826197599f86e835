package org.broadsheet.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/** The articles of a page where an operator said by selectors where they are. A selector that fits nothing is a problem in words. */
final class SelectedEntries {

    private final PageDocument page;
    private final Map<String, String> written;
    private final Map<String, Evaluator> selectors = new HashMap<>();
    private final Map<String, Integer> fitted = new HashMap<>();
    private final PageDates dates;
    private final String language;
    private final List<FeedProblem> problems;

    SelectedEntries(PageDocument page, PageSelectors selectors, PageDates dates, List<FeedProblem> problems) {
        this.page = page;
        this.written = selectors.given();
        this.written.forEach((field, selector) -> this.selectors.put(field, Selector.evaluatorOf(selector)));
        this.dates = dates;
        this.language = page.language();
        this.problems = problems;
    }

    List<FeedEntry> read() {
        var items = page.html().select(selectors.get("item"));
        if (items.isEmpty()) {
            problems.add(new FeedProblem("selector", "The selector for items, " + written.get("item") + ", fits nothing on the page", 0));
            return List.of();
        }
        var entries = new LinkedHashMap<String, FeedEntry>();
        var without = 0;
        for (var item : items) {
            var entry = entry(item);
            entry.ifPresent(found -> entries.putIfAbsent(found.url(), found));
            without += entry.isEmpty() ? 1 : 0;
        }
        report(items.size(), without);
        return entries.values().stream().limit(PageReader.MOST_ENTRIES).toList();
    }

    private void report(int items, int without) {
        written.forEach((field, selector) -> {
            if (!field.equals("item") && fitted.getOrDefault(field, 0) == 0) {
                problems.add(new FeedProblem("selector", "The selector for " + field + ", " + selector + ", fits nothing within any of the " + items + " items", 0));
            }
        });
        if (without > 0) {
            problems.add(new FeedProblem("no-address", without + (without == 1 ? " item has" : " items have") + " no link to an article", 0));
        }
    }

    private Optional<FeedEntry> entry(Element item) {
        var link = link(item);
        var url = link.map(element -> element.absUrl("href").replaceFirst("#.*", "")).filter(FeedValues::isWebAddress);
        if (url.isEmpty()) {
            return Optional.empty();
        }
        var card = new PageCard(link.get(), new ArrayList<>(List.of(item)));
        var title = given("title", item).map(PageCard::text).orElseGet(card::title);
        var standfirst = selectors.containsKey("standfirst") ? given("standfirst", item).map(PageCard::text).orElse("") : card.standfirst();
        return Optional.of(new FeedEntry(url.get(), url.get(), Entities.escape(title), Entities.escape(standfirst), "", Entities.escape(card.author()), date(item, url.get()), Optional.empty(),
                List.of(), language, picture(item, card), url.get()));
    }

    private Optional<Element> link(Element item) {
        if (selectors.containsKey("link")) {
            return given("link", item).map(found -> found.is("a[href]") ? found : found.selectFirst("a[href]"));
        }
        return Optional.ofNullable(item.is("a[href]") ? item : item.selectFirst("h1 a[href], h2 a[href], h3 a[href], h4 a[href]")).or(() -> Optional.ofNullable(item.selectFirst("a[href]")));
    }

    private Optional<Instant> date(Element item, String url) {
        var shown = selectors.containsKey("date") ? given("date", item).flatMap(found -> dates.shown(List.of(found)).or(() -> dates.of(found.text()))) : dates.shown(List.of(item));
        return shown.or(() -> dates.inAddress(url));
    }

    private List<FoundPicture> picture(Element item, PageCard card) {
        var picture = selectors.containsKey("picture") ? given("picture", item).flatMap(found -> new PageCard(found, new ArrayList<>(List.of(found))).picture()) : card.picture();
        return picture.map(List::of).orElse(List.of());
    }

    private Optional<Element> given(String field, Element item) {
        var found = selectors.containsKey(field) ? item.select(selectors.get(field)) : new Elements();
        if (!found.isEmpty()) {
            fitted.merge(field, 1, Integer::sum);
        }
        return Optional.ofNullable(found.first());
    }
}
