package org.broadsheet.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** Values as articles have them in JSON: a text plain or wrapped, an address, a picture with its caption, one person or several. */
final class ObjectValues {

    private static final List<String> TEXTS = List.of("rendered", "basic", "value", "text", "#text", "plain", "html", "content", "main", "default", "long", "short", "name", "title", "en", "__html", "$date", "iso", "utc", "datetime", "timestamp");
    private static final List<String> ADDRESSES = List.of("canonical", "canonicalUrl", "href", "url", "src", "web", "alias", "path", "@id", "@href", "@url", "#text", "originalUrl", "contentUrl",
            "content_url", "source_url", "uri", "link");
    private static final List<String> PEOPLE = List.of("name", "displayName", "display_name", "fullName", "full_name", "title", "byline", "rendered", "#text", "value");
    private static final List<String> AROUND_PICTURES = List.of("original", "large", "full", "default", "image", "medium", "small", "node", "data", "attributes", "asset", "file", "fields", "basic", "sizes", "formats", "items",
            "thumbnail");
    private static final Pattern HTML = Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]{0,12}(\\s[^<>]{0,400})?/?>|&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}\\d{0,2});");
    private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(jpe?g|png|webp|gif|avif)([?#].*)?");
    private static final int MOST = 20;
    private static final int DEEPEST = 4;
    private static final int WORTH = 700;

    private ObjectValues() {
    }

    /** "" if there is none. */
    static String text(JsonNode node) {
        return text(node, TEXTS, 0);
    }

    private static String text(JsonNode node, List<String> names, int depth) {
        if (node.isValueNode()) {
            return node.isNull() ? "" : node.asText().strip();
        }
        if (depth > DEEPEST) {
            return "";
        }
        if (node.isArray()) {
            return node.isEmpty() ? "" : text(node.path(0), names, depth + 1);
        }
        return names.stream().map(name -> text(node.path(name), names, depth + 1)).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    /** Of a text that may be HTML; one that is not is escaped, its paragraphs are made some. */
    static String html(String text) {
        if (HTML.matcher(text).find()) {
            return text;
        }
        return XmlMarkup.escaped(text);
    }

    static String paragraphs(String text) {
        if (text.isEmpty() || HTML.matcher(text).find()) {
            return text;
        }
        return "<p>" + XmlMarkup.escaped(text).replaceAll("\\R\\s*\\R", "</p><p>").replaceAll("\\R", "<br>") + "</p>";
    }

    /** Of a body that comes in blocks, each a text or an object around one. */
    static String body(JsonNode node) {
        if (!node.isArray()) {
            return paragraphs(text(node));
        }
        var html = new StringBuilder();
        for (var block : node) {
            html.append(paragraphs(text(block)));
        }
        return html.toString();
    }

    /** As it is written; "" if there is none. */
    static String address(JsonNode node) {
        return text(node, ADDRESSES, 0);
    }

    static String people(List<JsonNode> nodes) {
        return AtomEntry.joined(each(nodes).map(one -> FeedValues.person(LinkText.withoutBy(text(one, PEOPLE, 0)))).filter(name -> !name.isEmpty() && !name.matches("\\d+")));
    }

    static List<String> names(List<JsonNode> nodes) {
        return each(nodes).map(one -> text(one, PEOPLE, 0)).filter(name -> !name.isEmpty() && !name.matches("\\d+") && !FeedValues.isWebAddress(name)).map(ObjectValues::html).distinct()
                .limit(MOST).toList();
    }

    private static Stream<JsonNode> each(List<JsonNode> nodes) {
        var all = new ArrayList<JsonNode>();
        for (var node : nodes) {
            if (node.isArray()) {
                node.forEach(all::add);
            } else {
                all.add(node);
            }
        }
        return all.stream().limit(MOST);
    }

    /** The first that leads to a picture. */
    static Optional<FoundPicture> picture(List<JsonNode> nodes, String base, boolean stated) {
        return nodes.stream().flatMap(node -> picture(node, base, stated, 0).stream()).findFirst();
    }

    private static Optional<FoundPicture> picture(JsonNode node, String base, boolean stated, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (node.isValueNode()) {
            var url = node.isTextual() ? FeedValues.absolute(base, node.asText()) : "";
            var fits = !url.isEmpty() && (stated || depth > 0 || FeedValues.isWebAddress(node.asText().strip()) || PICTURE.matcher(url).matches());
            return fits && !node.asText().matches("\\d+") ? Optional.of(new FoundPicture(url, 0, 0, "", "", "", WORTH)) : Optional.empty();
        }
        if (node.isArray()) {
            for (var one : node) {
                var found = picture(one, base, stated, depth + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        var type = node.path("type").asText("");
        if (type.matches("(?i)video.*|audio.*")) {
            return Optional.empty();
        }
        var url = FeedValues.absolute(base, ownAddress(node));
        if (!url.isEmpty()) {
            return Optional.of(new FoundPicture(url, number(node, "width"), number(node, "height"), first(node, "alt", "altText", "alt_text", "alternativeText"),
                    first(node, "caption", "legend"), first(node, "credit", "copyright", "photographer", "creditText", "creditline"), WORTH));
        }
        return AROUND_PICTURES.stream().map(node::path).filter(JsonNode::isContainerNode).flatMap(inner -> picture(inner, base, stated, depth + 1).stream()).findFirst();
    }

    private static String ownAddress(JsonNode node) {
        return ADDRESSES.stream().map(node::path).filter(JsonNode::isTextual).map(value -> value.asText().strip()).filter(value -> !value.isEmpty()).findFirst().orElse("");
    }

    private static String first(JsonNode node, String... names) {
        return Stream.of(names).map(name -> text(node.path(name))).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    private static int number(JsonNode node, String name) {
        var text = node.path(name).asText("");
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    }
}
