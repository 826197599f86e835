package org.broadsheet.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.broadsheet.platform.WebAddress;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Finds the articles in a document of objects without settings: objects that stand at like places, whose fields are called as those of articles are, with
 * headlines, addresses that differ, and dates, texts or addresses as articles have. A menu, a list of products or of people is none; when in doubt there are none.
 */
final class ObjectLists {

    private static final int A_LIST = 3;
    private static final int MOST_PLACES = 5_000;
    /** At one place; more articles than are kept of any source. */
    private static final int MOST_OBJECTS = 2_000;
    private static final int DEEPEST = 60;
    private static final int A_MAP = 3;
    private static final double MOST_OF_THEM = 0.7;
    private static final int SENTENCE = 60;
    /** What stands there is no news, or is about other things than news. */
    private static final Pattern NO_NEWS = Pattern.compile("(?i)\\.(\\w*(breadcrumb|navigation|navitems|menu|footer|social|sponsor|advert|comment|translation)\\w*|nav|ads|header)(?=[.\\[]|$)"
            + "|\\.\\w*(author|tag|categor|topic|product|newsletter)\\w*(\\[\\*])*$");
    /** What stands there stands elsewhere too, where it belongs; only where there is nothing else it is the list. */
    private static final Pattern REPEATS = Pattern.compile("(?i)\\.\\w*(related|recommended|popular|trending|mostread|most_read|mostviewed|most_viewed)\\w*(?=[.\\[]|$)");
    private static final Set<String> FOR_SALE = Set.of("price", "sku", "currency", "saleprice", "instock");

    /** Objects at one place of a document, indexes left out. */
    private record Place(String path, List<JsonNode> objects) {
    }

    /** What reads like an article, whether it is dated, and called as articles are. */
    private record Likely(FeedEntry entry, boolean dated, boolean headed) {
    }

    private final ObjectEntry reader;
    private final Map<String, List<JsonNode>> places = new LinkedHashMap<>();
    private String unaddressed = "";

    private ObjectLists(String base, String language, Instant now) {
        this.reader = new ObjectEntry(base, language, new PageDates(now));
    }

    /**
     * What was found.
     *
     * @param path where they stand, for an operator
     * @param hint where there are headlines without addresses, in words; "" if nowhere
     */
    record Found(List<FeedEntry> entries, String path, String hint) {
    }

    /** @param language of the document, "" if unknown */
    static Found in(JsonNode root, String base, String language, Instant now) {
        var lists = new ObjectLists(base, language, now);
        lists.walk(root, "$", 0);
        return lists.best();
    }

    private void walk(JsonNode node, String path, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isArray()) {
            for (var child : node) {
                if (child.isContainerNode()) {
                    walk(child, path + "[*]", depth + 1);
                }
            }
            return;
        }
        if (places.size() < MOST_PLACES || places.containsKey(path)) {
            var objects = places.computeIfAbsent(path, any -> new ArrayList<>());
            if (objects.size() < MOST_OBJECTS) {
                objects.add(node);
            }
        }
        var map = isMap(node);
        for (var field : node.properties()) {
            if (field.getValue().isContainerNode()) {
                walk(field.getValue(), map ? path + "[*]" : path + "." + field.getKey(), depth + 1);
            }
        }
    }

    /** Whether its names are those of things, not of fields: all its values are objects with a title. */
    private static boolean isMap(JsonNode node) {
        return node.size() >= A_MAP && node.properties().stream().allMatch(field -> field.getValue().isObject() && field.getValue().properties().stream().anyMatch(inner -> ObjectNames.isTitle(inner.getKey())));
    }

    private Found best() {
        var fitting = fitting(path -> !REPEATS.matcher(path).find());
        if (fitting.isEmpty()) {
            fitting = fitting(path -> true);
        }
        var best = fitting.entrySet().stream().max(Comparator.comparingDouble(candidate -> worth(candidate.getValue())));
        if (best.isEmpty()) {
            return new Found(List.of(), "", unaddressed);
        }
        var entries = new LinkedHashMap<String, FeedEntry>();
        best.get().getValue().forEach(entry -> entries.putIfAbsent(entry.url(), entry));
        var shape = shape(best.get().getKey());
        fitting.forEach((place, others) -> {
            if (shape(place).equals(shape) && !place.path().startsWith(best.get().getKey().path())) {
                others.forEach(entry -> entries.putIfAbsent(entry.url(), entry));
            }
        });
        return new Found(List.copyOf(entries.values()), best.get().getKey().path(), "");
    }

    private Map<Place, List<FeedEntry>> fitting(Predicate<String> path) {
        var fitting = new LinkedHashMap<Place, List<FeedEntry>>();
        places.forEach((where, objects) -> {
            if (!NO_NEWS.matcher(where).find() && path.test(where)) {
                var place = new Place(where, objects);
                var entries = articles(place);
                if (!entries.isEmpty()) {
                    fitting.put(place, entries);
                }
            }
        });
        return fitting;
    }

    /** The fields of their first object: other places with the same are parts of the same list. */
    private static Set<String> shape(Place place) {
        return place.objects().getFirst().properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static double worth(List<FeedEntry> entries) {
        var dated = entries.stream().filter(entry -> entry.publishedAt().isPresent()).count();
        var told = entries.stream().filter(entry -> entry.summaryHtml().length() + entry.contentHtml().length() > SENTENCE).count();
        return Math.min(entries.size(), 100) + 2.0 * Math.min(dated, 100) + Math.min(told, 100);
    }

    private List<FeedEntry> articles(Place place) {
        var likely = new ArrayList<Likely>();
        var headlines = 0;
        for (var object : place.objects()) {
            var own = ObjectNames.of(object);
            if (FOR_SALE.stream().anyMatch(name -> own.named(name).isPresent())) {
                continue;
            }
            headlines += isHeadline(text(ObjectEntry.title(Map.of(), own))) ? 1 : 0;
            reader.read(object, Map.of()).filter(entry -> isHeadline(text(entry.title()))).flatMap(entry -> likely(entry, own.hasHeadline())).ifPresent(likely::add);
        }
        var addresses = new HashSet<String>();
        likely.forEach(one -> addresses.add(one.entry().url()));
        var objects = place.objects().size();
        if (addresses.size() < fewest(place, likely) || likely.size() < objects * MOST_OF_THEM || addresses.size() < likely.size() * MOST_OF_THEM || !readsLikeNews(likely)) {
            hint(place, headlines);
            return List.of();
        }
        return likely.stream().map(Likely::entry).toList();
    }

    /** What is in a list, and has a headline, an address and a date, is an article even where it is alone: tomorrow there may be more. */
    private static int fewest(Place place, List<Likely> likely) {
        return place.path().contains("[*]") && likely.stream().allMatch(one -> one.dated() && one.headed()) ? 1 : A_LIST;
    }

    private void hint(Place place, int headlines) {
        if (unaddressed.isEmpty() && headlines >= A_LIST && headlines >= place.objects().size() * MOST_OF_THEM) {
            unaddressed = headlines + " objects with headlines stand at " + place.path() + ", but not what makes articles of them for certain (an address, and a date or a text, of each);"
                    + " selectors of syntax JSONPATH can say what they are, the link for instance as https://example.org/news/{id}";
        }
    }

    private static Optional<Likely> likely(FeedEntry entry, boolean headed) {
        var address = WebAddress.of(entry.url()).filter(known -> !LinkShape.isNoArticle(known));
        var dated = entry.publishedAt().isPresent();
        var told = entry.summaryHtml().length() >= SENTENCE || entry.contentHtml().length() >= SENTENCE;
        return address.filter(known -> dated || told || LinkShape.articleness(known) >= 2).map(known -> new Likely(entry, dated, headed));
    }

    /** With dates a short title will do; without any, they have to read like headlines. */
    private static boolean readsLikeNews(List<Likely> likely) {
        var dated = likely.stream().filter(one -> one.dated() && one.headed()).count() >= likely.size() * MOST_OF_THEM;
        var words = likely.stream().mapToInt(one -> LinkText.words(text(one.entry().title()))).average().orElse(0);
        var characters = likely.stream().mapToInt(one -> LinkText.length(text(one.entry().title()))).average().orElse(0);
        return dated ? characters >= 8 : words >= 4 || characters >= 30;
    }

    private static boolean isHeadline(String title) {
        return LinkText.length(title) >= 4 && title.length() <= 500 && !LinkText.isNoTitle(title) && !LinkText.isReadMore(title) && !FeedValues.isWebAddress(title);
    }

    private static String text(String html) {
        return html.indexOf('<') < 0 ? html : org.jsoup.Jsoup.parseBodyFragment(html).text();
    }
}
