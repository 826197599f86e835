package org.broadsheet.source;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** Makes an entry of an object that is an article: of what an operator's paths lead to, and where there is no path, of what its fields are called. */
final class ObjectEntry {

    private final String base;
    private final String language;
    private final PageDates dates;

    /** @param language of the document, "" if unknown */
    ObjectEntry(String base, String language, PageDates dates) {
        this.base = base;
        this.language = language;
        this.dates = dates;
    }

    /**
     * @param given what paths lead to, by field; a field that is there and empty stays empty
     * @return empty if there is no address on the web
     */
    Optional<FeedEntry> read(JsonNode object, Map<String, List<JsonNode>> given) {
        var own = ObjectNames.of(object);
        var url = address(given.containsKey("link") ? given.get("link") : own.all("link"), given.containsKey("link"));
        if (url.isEmpty()) {
            return Optional.empty();
        }
        var stated = own.named("language").or(() -> own.named("lang")).or(() -> own.named("inlanguage")).map(ObjectValues::text).map(FeedValues::language).orElse("");
        var tongue = stated.isEmpty() ? language : stated;
        var guid = text(values("guid", given, own));
        var updated = date(own.all("updated"), tongue);
        var published = date(values("date", given, own), tongue);
        var body = values("body", given, own).stream().map(ObjectValues::body).filter(html -> !html.isEmpty()).findFirst().orElse("");
        var summary = ObjectValues.html(text(values("standfirst", given, own)));
        return Optional.of(new FeedEntry(guid.isEmpty() ? url : guid, url, title(given, own), summary, body,
                ObjectValues.people(firstOf(values("author", given, own), given.containsKey("author"))), published.or(() -> dates.inAddress(url)).or(() -> updated), updated,
                ObjectValues.names(firstOf(values("category", given, own), given.containsKey("category"))), tongue,
                ObjectValues.picture(values("picture", given, own), base, given.containsKey("picture")).map(List::of).orElse(List.of()), url));
    }

    static String title(Map<String, List<JsonNode>> given, ObjectNames own) {
        return ObjectValues.html(text(values("title", given, own)));
    }

    /** A bare word is an address only where somebody said so: it may be the end of one whose beginning nobody knows. */
    private String address(List<JsonNode> nodes, boolean stated) {
        return nodes.stream().map(ObjectValues::address).filter(written -> stated || FeedValues.isWebAddress(written) || written.contains("/") && !written.matches("(?i)[a-z][a-z0-9+.-]*:.*"))
                .map(written -> FeedValues.absolute(base, stated || written.startsWith("/") || written.contains(":") ? written : "/" + written))
                .filter(FeedValues::isWebAddress).findFirst().orElse("");
    }

    private static List<JsonNode> values(String field, Map<String, List<JsonNode>> given, ObjectNames own) {
        return given.containsKey(field) ? given.get(field) : own.all(field);
    }

    /** Several paths' values belong together; of several fields the likeliest counts. */
    private static List<JsonNode> firstOf(List<JsonNode> nodes, boolean stated) {
        return stated || nodes.isEmpty() ? nodes : nodes.subList(0, 1);
    }

    private static String text(List<JsonNode> nodes) {
        return nodes.stream().map(ObjectValues::text).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    private Optional<Instant> date(List<JsonNode> nodes, String tongue) {
        return nodes.stream().flatMap(node -> dates.stated(ObjectValues.text(node), tongue).stream()).findFirst();
    }
}
