package org.broadsheet.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** What the XML formats have in common: names with or without prefixes, text that may be escaped, in CDATA or plain mark-up, links. */
final class XmlFeed {

    private XmlFeed() {
    }

    static String localName(Element element) {
        var name = element.tagName();
        return name.substring(name.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    static String prefix(Element element) {
        var name = element.tagName();
        return name.contains(":") ? name.substring(0, name.indexOf(':')).toLowerCase(Locale.ROOT) : "";
    }

    /** The first child of this name; {@code name} is local where it has no prefix, and then the child must have none of a known extension. */
    static Optional<Element> child(Element parent, String... names) {
        for (var name : names) {
            for (var child : parent.children()) {
                if (is(child, name)) {
                    return Optional.of(child);
                }
            }
        }
        return Optional.empty();
    }

    static List<Element> children(Element parent, String name) {
        return parent.children().stream().filter(child -> is(child, name)).toList();
    }

    static boolean is(Element element, String name) {
        if (name.contains(":")) {
            return element.tagName().equalsIgnoreCase(name);
        }
        return localName(element).equals(name) && isCore(prefix(element));
    }

    /** Atom and RSS themselves, under whatever prefix; the extensions have their customary ones. */
    private static boolean isCore(String prefix) {
        return switch (prefix) {
            case "", "atom", "atom10", "atom03", "a", "a10", "rss", "rdf", "ns0" -> true;
            default -> false;
        };
    }

    /** The text of the first of these children that has any, "" if none has. */
    static String text(Element parent, String... names) {
        for (var name : names) {
            for (var child : parent.children()) {
                if (is(child, name)) {
                    var text = html(child).strip();
                    if (!text.isEmpty()) {
                        return text;
                    }
                }
            }
        }
        return "";
    }

    /** The content as HTML: what was escaped or in CDATA as it reads unescaped, mark-up as it stands. */
    static String html(Element element) {
        if (element.childrenSize() > 0) {
            return element.html();
        }
        var text = new StringBuilder();
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode words) { // CDATA is one, too
                text.append(words.getWholeText());
            }
        }
        return text.toString();
    }

    /** The language of an element: the nearest xml:lang, "" if nobody says. */
    static String language(Element element) {
        for (Element at = element; at != null; at = at.parent()) {
            if (at.hasAttr("xml:lang")) {
                return tag(at.attr("xml:lang"));
            }
        }
        return "";
    }

    /** A language as a tag of BCP 47, or "" if it is none. */
    static String tag(String language) {
        var text = language.strip().replace('_', '-');
        return text.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}") ? Locale.forLanguageTag(text).toLanguageTag().replace("und", "") : "";
    }

    /** The base of an element: its xml:base and those above it, in turn resolved, against where the feed was found. */
    static String base(Element element, String url) {
        var bases = new ArrayList<String>();
        for (Element at = element; at != null; at = at.parent()) {
            if (at.hasAttr("xml:base")) {
                bases.addFirst(at.attr("xml:base"));
            }
        }
        var base = url;
        for (var next : bases) {
            base = absolute(base, next);
        }
        return base;
    }

    /** @return "" if it leads to nothing on the web */
    static String absolute(String base, String reference) {
        var text = reference.strip();
        if (text.isEmpty()) {
            return "";
        }
        var resolved = org.jsoup.internal.StringUtil.resolve(base, text);
        var scheme = resolved.toLowerCase(Locale.ROOT);
        return scheme.startsWith("http://") || scheme.startsWith("https://") ? resolved : "";
    }

    static int line(Element element) {
        return element.sourceRange().isTracked() ? element.sourceRange().start().lineNumber() : 0;
    }
}
