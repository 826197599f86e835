package org.broadsheet.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An element of a feed with what is in it. Names are in the one spelling of {@link Namespaces}; attributes are found whatever their case. */
final class XmlNode {

    /** What stands in an element, in its order. */
    sealed interface Part {
    }

    record Words(String text, boolean raw) implements Part {
    }

    record Inner(XmlNode node) implements Part {
    }

    private final String name;
    private final String written;
    private final XmlNode parent;
    private final List<XmlScanner.Attribute> attributes;
    private final long offset;
    private final List<Part> parts = new ArrayList<>(2);
    private List<XmlNode> children = List.of();

    XmlNode(String name, String written, XmlNode parent, List<XmlScanner.Attribute> attributes, long offset) {
        this.name = name;
        this.written = written;
        this.parent = parent;
        this.attributes = attributes;
        this.offset = offset;
    }

    void add(XmlNode child) {
        parts.add(new Inner(child));
        children = children.isEmpty() ? new ArrayList<>(8) : children;
        children.add(child);
    }

    void addText(String text) {
        parts.add(new Words(text, false));
    }

    /** Text of a CDATA section, which is mark-up where mark-up may be. */
    void addRaw(String text) {
        parts.add(new Words(text, true));
    }

    String name() {
        return name;
    }

    /** As its tag was, with its prefix. */
    String written() {
        return written;
    }

    List<XmlScanner.Attribute> attributes() {
        return attributes;
    }

    List<Part> parts() {
        return parts;
    }

    boolean is(String wanted) {
        return name.equals(wanted);
    }

    long offset() {
        return offset;
    }

    /** The nodes above are those whose xml:base and xml:lang hold here. */
    Optional<XmlNode> parent() {
        return Optional.ofNullable(parent);
    }

    /** "" if there is none. */
    String attribute(String wanted) {
        for (var attribute : attributes) {
            if (attribute.name().equalsIgnoreCase(wanted)) {
                return attribute.value().strip();
            }
        }
        return "";
    }

    /** As {@link #attribute} has it, whatever its prefix is. */
    String attributeOfAnyPrefix(String local) {
        return attributes.stream().filter(attribute -> Namespaces.localName(attribute.name()).equals(local)).map(attribute -> attribute.value().strip()).findFirst().orElse("");
    }

    boolean hasAttribute(String wanted) {
        for (var attribute : attributes) {
            if (attribute.name().equalsIgnoreCase(wanted)) {
                return true;
            }
        }
        return false;
    }

    List<XmlNode> children() {
        return children;
    }

    List<XmlNode> children(String wanted) {
        List<XmlNode> found = List.of();
        for (var child : children) {
            if (child.is(wanted)) {
                found = found.isEmpty() ? new ArrayList<>(2) : found;
                found.add(child);
            }
        }
        return found;
    }

    /** The first child of the first of these names that there is. */
    Optional<XmlNode> child(String... names) {
        for (var wanted : names) {
            for (var child : children) {
                if (child.is(wanted)) {
                    return Optional.of(child);
                }
            }
        }
        return Optional.empty();
    }

    /** The content, as HTML, of the first child of these names that has any; "" if none has. */
    String html(String... names) {
        for (var wanted : names) {
            for (var child : children) {
                if (child.is(wanted)) {
                    var html = child.html().strip();
                    if (!html.isEmpty()) {
                        return html;
                    }
                }
            }
        }
        return "";
    }

    /** The content as HTML: what was escaped or in CDATA as it reads unescaped, mark-up as it stands. */
    String html() {
        return parts.size() == 1 && parts.getFirst() instanceof Words words ? words.text() : XmlMarkup.html(parts);
    }

    /** The content as it stands in the document, where text is text and elements are mark-up. */
    String markup() {
        return XmlMarkup.markup(parts);
    }

    /** All text in it, without mark-up. */
    String text() {
        var text = new StringBuilder();
        collect(text);
        return text.toString().strip();
    }

    private void collect(StringBuilder text) {
        for (var part : parts) {
            switch (part) {
                case Words words -> text.append(words.text());
                case Inner inner -> inner.node().collect(text);
            }
        }
    }

    /** The language in force here: the nearest xml:lang, "" if nobody says. An empty one takes back what is above (XML, section 2.12). */
    String language() {
        for (var at = this; at != null; at = at.parent) {
            if (at.hasAttribute("xml:lang")) {
                return FeedValues.language(at.attribute("xml:lang"));
            }
        }
        return "";
    }

    /** The base in force here: xml:base of this and all above it, each resolved against what is above, against where the feed was found. */
    String base(String url) {
        var above = parent == null ? url : parent.base(url);
        var own = attribute("xml:base");
        if (own.isEmpty()) {
            return above;
        }
        var resolved = FeedValues.absolute(above, own);
        return resolved.isEmpty() ? above : resolved;
    }
}
