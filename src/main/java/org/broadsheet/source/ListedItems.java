package org.broadsheet.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.logging.Logger;
import org.jsoup.nodes.Document;

/** The articles that a page lists in JSON-LD: an ItemList, the posts of a Blog, the parts of a CollectionPage. Broken JSON is as good as none. */
final class ListedItems {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEPEST = 8;
    private static final int MOST = 400;
    private static final int LARGEST_SCRIPT = 2_000_000;
    private static final Logger LOG = Logger.getLogger(ListedItems.class);

    private final String base;
    private final Map<String, ListedItem> items = new LinkedHashMap<>();
    private boolean article;

    private ListedItems(String base) {
        this.base = base;
    }

    static ListedItems of(Document page, String base) {
        var found = new ListedItems(base);
        for (var script : page.select("script[type=application/ld+json]")) {
            if (script.data().length() <= LARGEST_SCRIPT) {
                found.read(script.data());
            }
        }
        return found;
    }

    /** By address. */
    Map<String, ListedItem> byAddress() {
        return items;
    }

    /** Whether the page says that it is one article itself. */
    boolean isArticle() {
        return article;
    }

    private void read(String script) {
        try {
            var root = JSON.readTree(script.strip().replaceFirst("^(//)?<!\\[CDATA\\[", "").replaceFirst("(//)?]]>$", ""));
            nodes(root).forEach(node -> top(node, 0));
        } catch (JsonProcessingException broken) {
            LOG.debugf("JSON-LD on %s cannot be read: %s", base, broken.getOriginalMessage());
        }
    }

    private void top(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        article |= isArticle(node);
        if (isType(node, "BreadcrumbList")) {
            return;
        }
        nodes(node.path("@graph")).forEach(inner -> top(inner, depth + 1));
        for (var list : List.of("itemListElement", "blogPost", "blogPosts", "hasPart")) {
            nodes(node.path(list)).forEach(this::listed);
        }
        nodes(node.path("mainEntity")).forEach(inner -> {
            if (!isArticle(inner)) {
                top(inner, depth + 1);
            }
        });
    }

    private void listed(JsonNode element) {
        var item = element.path("item").isObject() ? element.path("item") : element;
        var written = element.path("item").isTextual() ? element.path("item").asText() : first(item, "url", "@id", "mainEntityOfPage");
        var url = FeedValues.absolute(base, written.isEmpty() ? text(element.path("url")) : written);
        if (FeedValues.isWebAddress(url) && items.size() < MOST) {
            var name = first(item, "headline", "name");
            items.putIfAbsent(url, new ListedItem(url, name.isEmpty() ? first(element, "name") : name, first(item, "description", "abstract"), author(item),
                    FeedDates.parse(first(item, "datePublished", "dateCreated")), FeedValues.absolute(base, picture(item.path("image")))));
        }
    }

    private static String author(JsonNode item) {
        var names = nodes(item.path("author")).stream().map(one -> one.isTextual() ? one.asText() : text(one.path("name"))).filter(name -> !name.isBlank()).limit(5).toList();
        return String.join(", ", names);
    }

    private static String picture(JsonNode image) {
        var first = nodes(image).stream().findFirst();
        return first.map(one -> one.isTextual() ? one.asText() : first(one, "url", "contentUrl")).orElse("");
    }

    private static boolean isArticle(JsonNode node) {
        return isType(node, "Article") || isType(node, "NewsArticle") || isType(node, "BlogPosting") || isType(node, "ReportageNewsArticle") || isType(node, "Report");
    }

    private static boolean isType(JsonNode node, String wanted) {
        return nodes(node.path("@type")).stream().anyMatch(type -> type.asText().equals(wanted));
    }

    private static String first(JsonNode node, String... names) {
        for (var name : names) {
            var value = text(node.path(name).isObject() ? node.path(name).path("@id") : node.path(name));
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.asText().strip() : "";
    }

    /** One or several, as JSON-LD allows both everywhere. */
    private static List<JsonNode> nodes(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            return List.of(node);
        }
        var all = new ArrayList<JsonNode>();
        node.forEach(all::add);
        return all;
    }
}
