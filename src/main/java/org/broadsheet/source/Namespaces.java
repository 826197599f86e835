package org.broadsheet.source;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names of elements in one spelling, whatever prefixes a feed chose: {@code dc:creator} for Dublin Core's under any prefix, no prefix for the
 * format's own. A prefix that nobody declared means what it customarily does. Letter case never counts.
 */
final class Namespaces {

    static final String ATOM = "atom";
    private static final String CORE = "";
    private static final String OTHER = "other";
    private static final Map<String, String> KNOWN = known();
    /** A hostile document may have millions. */
    private static final int MOST_REMEMBERED = 1000;

    private final Map<String, String> declared;
    private final Map<String, String> names = new HashMap<>();
    private final Root root;

    /**
     * How the root element is named, whose names are the format's own.
     *
     * @param core   Atom's or RSS'
     * @param prefix which need not be declared
     * @param space  which may be a wrong one
     */
    private record Root(String core, String prefix, String space) {
    }

    private Namespaces(Map<String, String> declared, Root root) {
        this.declared = declared;
        this.root = root;
    }

    /** @param rootName as written; decides whether Atom's or RSS' names are the format's own */
    static Namespaces of(String rootName, List<XmlScanner.Attribute> attributes) {
        var core = localName(rootName).equals("feed") || localName(rootName).equals("entry") ? ATOM : "rss";
        var declared = declarations(Map.of(), attributes);
        return new Namespaces(declared, new Root(core, prefix(rootName), declared.getOrDefault(prefix(rootName), "")));
    }

    /** What holds inside an element with these attributes: itself, if they declare nothing. */
    Namespaces within(List<XmlScanner.Attribute> attributes) {
        for (var attribute : attributes) {
            if (attribute.name().startsWith("xmlns")) {
                return new Namespaces(declarations(declared, attributes), root);
            }
        }
        return this;
    }

    String name(String written) {
        var known = names.get(written);
        if (known != null) {
            return known;
        }
        var canonical = canonical(written);
        if (names.size() < MOST_REMEMBERED) {
            names.put(written, canonical);
        }
        return canonical;
    }

    /** How many names it has at hand. */
    int remembered() {
        return names.size();
    }

    private String canonical(String written) {
        var prefix = prefix(written);
        var local = localName(written);
        var space = declared.get(prefix);
        var canonical = space == null ? customary(prefix) : canonicalPrefix(space, prefix);
        return canonical.isEmpty() || canonical.equals(root.core()) ? local : canonical + ":" + local;
    }

    private String canonicalPrefix(String space, String prefix) {
        if (space.equals(root.space()) || space.isEmpty()) {
            return CORE;
        }
        var known = KNOWN.get(key(space));
        if (known != null) {
            return known;
        }
        return prefix.isEmpty() ? OTHER : prefix;
    }

    private String customary(String prefix) {
        if (prefix.equals(root.prefix())) {
            return CORE;
        }
        return switch (prefix) {
            case "atom10", "atom03", "a10", "a" -> ATOM;
            case "rss", "rdf" -> "rss";
            case "feedburner", "fb" -> "feedburner";
            case "mrss", "yahoo" -> "media";
            default -> prefix;
        };
    }

    static String localName(String written) {
        return written.substring(written.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    private static String prefix(String written) {
        var colon = written.indexOf(':');
        return colon < 0 ? "" : written.substring(0, colon).toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> declarations(Map<String, String> outer, List<XmlScanner.Attribute> attributes) {
        var all = new HashMap<>(outer);
        for (var attribute : attributes) {
            var name = attribute.name().toLowerCase(Locale.ROOT);
            if (name.equals("xmlns")) {
                all.put("", attribute.value().strip());
            } else if (name.startsWith("xmlns:")) {
                all.put(name.substring(6), attribute.value().strip());
            }
        }
        return all;
    }

    /** Without case, scheme, {@code www.} and what closes it: feeds write them in every way. */
    private static String key(String space) {
        var key = space.toLowerCase(Locale.ROOT).replaceFirst("^https?://", "").replaceFirst("^www\\.", "");
        while (key.endsWith("/") || key.endsWith("#")) {
            key = key.substring(0, key.length() - 1);
        }
        return key;
    }

    private static Map<String, String> known() {
        var known = new HashMap<String, String>();
        List.of("w3.org/2005/atom", "purl.org/atom/ns", "example.com/newformat", "purl.org/net/atom", "atompub.org/2005/08/17/atom")
                .forEach(space -> known.put(space, ATOM));
        List.of("w3.org/1999/02/22-rdf-syntax-ns", "purl.org/rss/1.0", "my.netscape.com/rdf/simple/0.9", "channel.netscape.com/rdf/simple/0.9",
                "my.netscape.com/publish/formats/rss-0.91.dtd", "backend.userland.com/rss", "backend.userland.com/rss2", "blogs.law.harvard.edu/tech/rss",
                "backend.userland.com/rss2-0", "backend.userland.com/blogchannelmodule", "purl.org/net/rss1.1", "purl.org/rss/2.0", "rssboard.org/rss-specification")
                .forEach(space -> known.put(space, "rss"));
        known.put("purl.org/dc/elements/1.1", "dc");
        known.put("purl.org/dc/elements/1.0", "dc");
        known.put("purl.org/metadata/dublin_core", "dc");
        known.put("purl.org/dc/terms", "dcterms");
        known.put("purl.org/rss/1.0/modules/dcterms", "dcterms");
        known.put("purl.org/rss/1.0/modules/content", "content");
        known.put("purl.org/rss/1.0/modules/dc", "dc");
        known.put("purl.org/dc/elements", "dc");
        known.put("purl.org/dc/elements/1.2", "dc");
        List.of("search.yahoo.com/mrss", "search.yahoo.com/rss", "video.search.yahoo.com/mrss", "rssboard.org/media-rss").forEach(space -> known.put(space, "media"));
        List.of("itunes.com/dtds/podcast-1.0.dtd", "example.com/dtds/podcast-1.0.dtd").forEach(space -> known.put(space, "itunes"));
        known.put("w3.org/1999/xhtml", "xhtml");
        known.put("rssnamespace.org/feedburner/ext/1.0", "feedburner");
        known.put("purl.org/rss/1.0/modules/slash", "slash");
        known.put("purl.org/rss/1.0/modules/syndication", "sy");
        known.put("purl.org/syndication/thread/1.0", "thr");
        known.put("georss.org/georss", "georss");
        known.put("wellformedweb.org/commentapi", "wfw");
        known.put("google.com/schemas/play-podcasts/1.0", "googleplay");
        known.put("w3.org/xml/1998/namespace", "xml");
        known.put("w3.org/2000/svg", "svg");
        known.put("w3.org/1998/math/mathml", "mathml");
        return Map.copyOf(known);
    }
}
