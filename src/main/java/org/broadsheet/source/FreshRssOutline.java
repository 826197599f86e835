package org.broadsheet.source;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * How FreshRSS reads a source that is no feed, as its lists say it (docs/en/developers/OPML.md of FreshRSS: types {@code HTML+XPath}, {@code XML+XPath},
 * {@code JSON+DotNotation}, {@code HTML+XPath+JSON+DotNotation}, attributes in the namespace {@code https://freshrss.org/opml}), in our selectors.
 */
final class FreshRssOutline {

    static final String NAMESPACE = "https://freshrss.org/opml";
    static final String USUAL_PREFIX = "frss";
    private static final Map<String, String> FIELDS = new LinkedHashMap<>();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PARTS = Pattern.compile("\\s*(?:'([^']*)'|\"([^\"]*)\"|([^&'\"]+?))\\s*(?:&|$)");

    static {
        FIELDS.put("item", "");
        FIELDS.put("link", "Uri");
        FIELDS.put("title", "Title");
        FIELDS.put("body", "Content");
        FIELDS.put("author", "Author");
        FIELDS.put("date", "Timestamp");
        FIELDS.put("picture", "Thumbnail");
        FIELDS.put("guid", "Uid");
        FIELDS.put("category", "Categories");
    }

    private FreshRssOutline() {
    }

    /**
     * Our settings for it, by the names of the API.
     *
     * @param type       of the outline
     * @param attributes in FreshRSS' namespace, without prefix
     * @return none if it is no such source, or nothing says where its items are
     */
    static Map<String, String> settings(String type, Map<String, String> attributes) {
        var settings = new LinkedHashMap<>(ofType(type, attributes));
        settings.putAll(ofPages(attributes));
        return settings;
    }

    /** Where the text of articles stands on their pages, which FreshRSS reads for feeds of all types. */
    private static Map<String, String> ofPages(Map<String, String> attributes) {
        var text = attributes.getOrDefault("cssFullContent", "").strip();
        if (text.isEmpty()) {
            return Map.of();
        }
        var selectors = new LinkedHashMap<>(Map.of("text", text));
        var remove = attributes.getOrDefault("cssFullContentFilter", "").strip();
        if (!remove.isEmpty()) {
            selectors.put("remove", remove);
        }
        return Map.of("pages", "ALWAYS", "articleSelectors", JSON.valueToTree(selectors).toString());
    }

    private static Map<String, String> ofType(String type, Map<String, String> attributes) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "html+xpath" -> ofKind("PAGE", selectors("XPATH", "xPathItem", attributes));
            case "xml+xpath" -> ofKind("FEED", selectors("XPATH", "xPathItem", attributes));
            case "json+dotnotation" -> ofKind("FEED", selectors("JSONPATH", "jsonItem", attributes));
            case "html+xpath+json+dotnotation" -> ofKind("PAGE", scripted(attributes));
            default -> Map.of();
        };
    }

    private static Map<String, String> ofKind(String kind, Map<String, String> selectors) {
        return selectors.containsKey("item") ? Map.of("kind", kind, "selectors", JSON.valueToTree(selectors).toString()) : Map.of();
    }

    private static Map<String, String> selectors(String syntax, String prefix, Map<String, String> attributes) {
        var selectors = new LinkedHashMap<String, String>();
        selectors.put("syntax", syntax);
        FIELDS.forEach((field, suffix) -> {
            var written = attributes.getOrDefault(prefix + suffix, "").strip();
            if (!written.isEmpty()) {
                selectors.put(field, syntax.equals("JSONPATH") ? path(written) : written);
            }
        });
        return selectors;
    }

    private static Map<String, String> scripted(Map<String, String> attributes) {
        var selectors = selectors("JSONPATH", "jsonItem", attributes);
        var script = attributes.getOrDefault("xPathToJson", "").strip();
        if (script.isEmpty()) {
            return Map.of();
        }
        selectors.put("script", script.matches("[/(.].*") ? script : "./" + script);
        return selectors;
    }

    /** Paths are ours as they are; texts joined by &amp; become a template. */
    private static String path(String written) {
        if (!written.contains("&") && !written.contains("'") && !written.contains("\"")) {
            return written.equals(".") ? "$" : written;
        }
        return PARTS.matcher(written).results().map(part -> Optional.ofNullable(part.group(1)).or(() -> Optional.ofNullable(part.group(2)))
                .orElseGet(() -> "{+" + part.group(3) + "}")).collect(Collectors.joining());
    }
}
