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
    private static final int DEEPEST = 60;
    private static final int A_MAP = 3;
    private static final double MOST_OF_THEM = 0.7;
    private static final int SENTENCE = 60;
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)\\.(\\w*(related|recommended|popular|trending|mostread|most_read|mostviewed|breadcrumb|navigation|navitems|menu|footer|header|social|sponsor|advert|promo"
            + "|newsletter|author|tag|categor|topic|comment|product|translation|breaking)\\w*|nav|ads)(?=[.\\[]|$)");
    private static final Set<String> FOR_SALE = Set.of("price", "sku", "currency", "saleprice", "instock");

    /** Objects at one place of a document, indexes left out. */
    private record Place(String path, List<JsonNode> objects) {
    }

    /** What reads like an article, and whether it is dated. */
    private record Likely(FeedEntry entry, boolean dated) {
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
            places.computeIfAbsent(path, any -> new ArrayList<>()).add(node);
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
        var fitting = new LinkedHashMap<Place, List<FeedEntry>>();
        for (var place : places.entrySet()) {
            if (place.getValue().size() >= A_LIST && !ELSEWHERE.matcher(place.getKey()).find()) {
                var entries = articles(new Place(place.getKey(), place.getValue()));
                if (!entries.isEmpty()) {
                    fitting.put(new Place(place.getKey(), place.getValue()), entries);
                }
            }
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
            reader.read(object, Map.of()).filter(entry -> isHeadline(text(entry.title()))).flatMap(ObjectLists::likely).ifPresent(likely::add);
        }
        var addresses = new HashSet<String>();
        likely.forEach(one -> addresses.add(one.entry().url()));
        var objects = place.objects().size();
        if (addresses.size() < A_LIST || likely.size() < objects * MOST_OF_THEM || addresses.size() < likely.size() * MOST_OF_THEM || !readsLikeNews(likely)) {
            hint(place, headlines);
            return List.of();
        }
        return likely.stream().map(Likely::entry).toList();
    }

    private void hint(Place place, int headlines) {
        if (unaddressed.isEmpty() && headlines >= A_LIST && headlines >= place.objects().size() * MOST_OF_THEM) {
            unaddressed = headlines + " objects with headlines stand at " + place.path() + ", but not what makes articles of them for certain (an address, and a date or a text, of each);"
                    + " selectors of syntax JSONPATH can say what they are, the link for instance as https://example.org/news/{id}";
        }
    }

    private static Optional<Likely> likely(FeedEntry entry) {
        var address = WebAddress.of(entry.url()).filter(known -> !LinkShape.isNoArticle(known));
        var dated = entry.publishedAt().isPresent();
        var told = entry.summaryHtml().length() >= SENTENCE || entry.contentHtml().length() >= SENTENCE;
        return address.filter(known -> dated || told || LinkShape.articleness(known) >= 2).map(known -> new Likely(entry, dated));
    }

    /** With dates a short title will do; without any, they have to read like headlines. */
    private static boolean readsLikeNews(List<Likely> likely) {
        var dated = likely.stream().filter(Likely::dated).count() >= likely.size() * MOST_OF_THEM;
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
