package org.broadsheet.source;

import java.io.IOException;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads of JSON objects what a feed is made of, and passes over all else, so that no field may fill the memory. */
final class JsonItems {

    private static final Set<String> FIELDS = Set.of("version", "title", "description", "home_page_url", "feed_url", "language", "icon", "favicon", "author", "authors",
            "name", "hubs", "url", "id", "external_url", "content_text", "content_html", "summary", "image", "banner_image", "date_published", "date_modified", "tags",
            "attachments", "mime_type", "duration_in_seconds");
    private static final int LONGEST_LIST = 100;
    private static final int DEEPEST = 4;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonItems() {
    }

    static boolean isKnown(String field) {
        return FIELDS.contains(field);
    }

    /** The value at which the parser stands; it then stands at its end. */
    static JsonNode read(JsonParser parser) throws IOException {
        return read(parser, 0);
    }

    private static JsonNode read(JsonParser parser, int depth) throws IOException {
        if (depth > DEEPEST) {
            parser.skipChildren();
            return NODES.nullNode();
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, depth);
            case START_ARRAY -> list(parser, depth);
            case VALUE_STRING -> NODES.textNode(CharacterReferences.mended(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> NODES.textNode(parser.getText());
            default -> NODES.nullNode();
        };
    }

    private static ObjectNode object(JsonParser parser, int depth) throws IOException {
        var object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var field = parser.currentName();
            parser.nextToken();
            if (isKnown(field)) {
                object.set(field, read(parser, depth + 1));
            } else {
                parser.skipChildren();
            }
        }
        return object;
    }

    private static ArrayNode list(JsonParser parser, int depth) throws IOException {
        var list = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            var element = read(parser, depth + 1);
            if (list.size() < LONGEST_LIST) {
                list.add(element);
            }
        }
        return list;
    }
}
