package org.broadsheet.source;

import java.util.List;
import java.util.Locale;

/** Writes what stands in an element as HTML. */
final class XmlMarkup {

    /** Which text is escaped. */
    private enum Escaping {
        NONE,
        /** All but that of CDATA sections, which may be mark-up. */
        TEXT, ALL
    }

    private XmlMarkup() {
    }

    /** Text is HTML that was escaped, unless there are elements beside it, which would have been escaped as well. */
    static String html(List<XmlNode.Part> parts) {
        var html = new StringBuilder();
        write(parts, html, parts.stream().anyMatch(part -> part instanceof XmlNode.Inner) ? Escaping.TEXT : Escaping.NONE);
        return html.toString();
    }

    /** Text is text. */
    static String markup(List<XmlNode.Part> parts) {
        var html = new StringBuilder();
        write(parts, html, Escaping.ALL);
        return html.toString();
    }

    /** Text that is to stand in HTML. */
    static String escaped(String text) {
        return text.indexOf('&') < 0 && text.indexOf('<') < 0 ? text : text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static void write(List<XmlNode.Part> parts, StringBuilder html, Escaping escaping) {
        for (var part : parts) {
            switch (part) {
                case XmlNode.Words words -> html.append(escaping == Escaping.ALL || escaping == Escaping.TEXT && !words.raw() ? escaped(words.text()) : words.text());
                case XmlNode.Inner inner -> write(inner.node(), html);
            }
        }
    }

    private static void write(XmlNode node, StringBuilder html) {
        var tag = Namespaces.localName(node.written());
        html.append('<').append(tag);
        for (var attribute : node.attributes()) {
            var key = attribute.name().toLowerCase(Locale.ROOT);
            if (!key.contains(":") && !key.equals("xmlns")) {
                html.append(' ').append(key).append("=\"").append(attribute.value().replace("&", "&amp;").replace("\"", "&quot;")).append('"');
            }
        }
        html.append('>');
        write(node.parts(), html, Escaping.ALL);
        if (!FeedElements.isVoid(tag)) {
            html.append("</").append(tag).append('>');
        }
    }
}
