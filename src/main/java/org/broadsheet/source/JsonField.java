package org.broadsheet.source;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Where a field of an article stands in JSON: at a path, or in a template around the values at paths, {@code https://example.org/news/{id}} for instance. In
 * addresses a value is put so that it stays one segment, or with {@code {+path}} as it is (RFC 6570, sections 3.2.2 and 3.2.3); in other fields always as it is.
 */
final class JsonField {

    private static final Set<String> ADDRESSES = Set.of("link", "picture");
    /** Of categories and authors; more are of no use. */
    private static final int MOST_VALUES = 20;
    private static final int LONGEST_IN_ADDRESS = 1_000;

    /** Text, and the path behind it. */
    private record Piece(String before, JsonPath path, boolean asItIs) {
    }

    private final List<Piece> pieces;
    private final String end;
    private final List<JsonPath> plain;

    private JsonField(List<JsonPath> plain, List<Piece> pieces, String end) {
        this.plain = plain;
        this.pieces = pieces;
        this.end = end;
    }

    /** @throws IllegalArgumentException in words that follow the name of a field */
    static JsonField of(String field, String written) {
        var text = written.strip();
        if (!text.contains("{") || "$@[".indexOf(text.charAt(0)) >= 0) {
            return new JsonField(List.of(JsonPath.of(text)), List.of(), "");
        }
        if (field.equals("item")) {
            throw new IllegalArgumentException("cannot be a template: it says where the items are");
        }
        return template(text, !ADDRESSES.contains(field));
    }

    private static JsonField template(String text, boolean plainly) {
        var pieces = new ArrayList<Piece>();
        var copied = 0;
        for (var open = text.indexOf('{'); open >= 0; open = text.indexOf('{', copied)) {
            var close = text.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("is a template without an end: } is missing");
            }
            var path = text.substring(open + 1, close);
            pieces.add(new Piece(text.substring(copied, open), JsonPath.of(path.startsWith("+") ? path.substring(1) : path), plainly || path.startsWith("+")));
            copied = close + 1;
        }
        return new JsonField(List.of(), List.copyOf(pieces), text.substring(copied));
    }

    /** @return the values, none if one of a template is missing: half an address is worse than none */
    List<JsonNode> values(JsonNode root, JsonNode item) {
        if (!plain.isEmpty()) {
            return plain.getFirst().select(root, item, MOST_VALUES).stream().filter(value -> !value.isNull() && !(value.isTextual() && value.asText().isBlank())).toList();
        }
        var text = new StringBuilder();
        for (var piece : pieces) {
            var value = piece.path().select(root, item, 1).stream().filter(found -> !found.isNull()).findFirst().map(JsonNode::asText).orElse("").strip();
            if (value.isEmpty() || !piece.asItIs() && value.length() > LONGEST_IN_ADDRESS) {
                return List.of();
            }
            text.append(piece.before()).append(piece.asItIs() ? value : encoded(value));
        }
        return List.of(TextNode.valueOf(text.append(end).toString()));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("%7E", "~").replace("*", "%2A");
    }
}
