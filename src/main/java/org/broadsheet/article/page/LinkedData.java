package org.broadsheet.article.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jsoup.nodes.Document;

/**
 * The schema.org objects of a page's JSON-LD scripts, wherever they lie: alone, in arrays, in a graph. What is broken in one script costs what
 * follows in that script alone.
 */
final class LinkedData {

    private static final JsonMapper JSON = JsonMapper.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA,
            JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER, JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_MISSING_VALUES,
            JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS, JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS).build();
    private static final Pattern WRAPPING = Pattern.compile("^\\s*(?://\\s*)?(?:<!--|<!\\[CDATA\\[|/\\*\\s*<!\\[CDATA\\[\\s*\\*/)|(?:/\\*|//)?\\s*(?:-->|\\]\\]>)\\s*(?:\\*/)?\\s*;?\\s*$");
    private static final Set<String> ARTICLES = Set.of("BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting", "DiscussionForumPosting", "APIReference", "NewsItem");
    private static final int LONGEST = 2_000_000;
    private static final int DEEPEST = 12;
    private static final int MOST = 5_000;

    private final List<JsonNode> objects = new ArrayList<>();
    private final Map<String, JsonNode> byId = new HashMap<>();

    private LinkedData() {
    }

    static LinkedData of(Document document) {
        var data = new LinkedData();
        document.selectStream("script[type*=ld+json]").map(script -> script.data()).filter(text -> text.length() <= LONGEST).forEach(data::read);
        return data;
    }

    private void read(String script) {
        try (var values = JSON.readerFor(JsonNode.class).<JsonNode>readValues(WRAPPING.matcher(script).replaceAll(""))) {
            while (values.hasNextValue()) {
                gather(values.nextValue(), 0);
            }
        } catch (IOException broken) {
            return; // what came before it counts
        }
    }

    private void gather(JsonNode node, int depth) {
        if (depth > DEEPEST || objects.size() >= MOST || !node.isContainerNode()) {
            return;
        }
        if (node.isObject()) {
            objects.add(node);
            var id = node.path("@id").asText();
            if (!id.isEmpty() && node.size() > 1) {
                byId.putIfAbsent(id, node);
            }
        }
        node.forEach(child -> gather(child, depth + 1));
    }

    /** The first that is an article; of several with a body or headline, the first that has one. */
    Optional<JsonNode> article() {
        var articles = objects.stream().filter(object -> types(object).anyMatch(LinkedData::isArticle)).toList();
        return articles.stream().filter(article -> article.has("headline") || article.has("name") || article.has("articleBody")).findFirst().or(() -> articles.stream().findFirst());
    }

    /** The page as such, which often knows its dates and its picture. */
    Optional<JsonNode> page() {
        return objects.stream().filter(object -> types(object).anyMatch(type -> type.endsWith("WebPage") || type.equals("VideoObject"))).findFirst();
    }

    Stream<JsonNode> all(String type) {
        return objects.stream().filter(object -> types(object).anyMatch(type::equals));
    }

    private static boolean isArticle(String type) {
        return type.endsWith("Article") || ARTICLES.contains(type);
    }

    private static Stream<String> types(JsonNode object) {
        return values(object.path("@type")).map(JsonNode::asText).map(type -> type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1));
    }

    /** Itself, or if it only refers to an object elsewhere on the page, that. */
    JsonNode resolved(JsonNode node) {
        var id = node.path("@id").asText();
        return node.isObject() && !id.isEmpty() && !node.has("name") && !node.has("url") ? byId.getOrDefault(id, node) : node;
    }

    /** The elements of an array, or the one value there is. */
    static Stream<JsonNode> values(JsonNode node) {
        return node.isArray() ? Stream.iterate(0, place -> place < node.size(), place -> place + 1).map(node::get) : node.isMissingNode() || node.isNull() ? Stream.empty() : Stream.of(node);
    }

    /** The first of these that is text, "" if none is. */
    static String text(JsonNode object, String... names) {
        return Stream.of(names).map(object::path).flatMap(LinkedData::values).map(value -> value.isObject() ? value.path("@value") : value).filter(JsonNode::isTextual)
                .map(value -> value.asText().strip()).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
}
