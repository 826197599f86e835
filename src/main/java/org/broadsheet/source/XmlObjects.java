package org.broadsheet.source;

import java.util.Locale;

import org.jsoup.nodes.Element;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** XML as the objects that it stands for: elements and attributes are fields, elements that repeat themselves are lists, elements of HTML are text. */
final class XmlObjects {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final java.util.Set<String> HTML = java.util.Set.of("p", "div", "b", "i", "em", "strong", "a", "br", "ul", "ol", "span", "h1", "h2", "h3", "h4", "blockquote");
    private static final int MOST = 200_000;
    private static final int DEEPEST = 60;

    private int elements;

    private XmlObjects() {
    }

    static JsonNode of(Element element) {
        return new XmlObjects().object(element, 0);
    }

    private JsonNode object(Element element, int depth) {
        var children = element.children();
        if (children.isEmpty() && element.attributesSize() == 0) {
            return NODES.textNode(element.wholeText().strip());
        }
        if (!children.isEmpty() && children.stream().allMatch(child -> HTML.contains(child.normalName()))) {
            return NODES.textNode(element.html());
        }
        var object = NODES.objectNode();
        element.attributes().forEach(attribute -> object.put("@" + attribute.getKey(), attribute.getValue()));
        var own = element.ownText().strip();
        if (!own.isEmpty()) {
            object.put("#text", element.wholeOwnText().strip());
        }
        if (depth < DEEPEST) {
            for (var child : children) {
                if (elements++ < MOST) {
                    add(object, name(child), object(child, depth + 1));
                }
            }
        }
        return object;
    }

    private static void add(ObjectNode object, String name, JsonNode value) {
        switch (object.get(name)) {
            case null -> object.set(name, value);
            case ArrayNode several -> several.add(value);
            case JsonNode one -> object.set(name, NODES.arrayNode().add(one).add(value));
        }
    }

    private static String name(Element element) {
        var name = element.tagName();
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }
}
