package org.broadsheet.source;

import java.util.Set;

/** What the names of elements say about where they may stand, which is what is left to go by where end tags are missing. */
final class FeedElements {

    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel", "entry", "html", "body");
    private static final Set<String> ITEMS = Set.of("item", "entry");
    /** Those of HTML that have no end tag. */
    private static final Set<String> VOID = Set.of("br", "hr", "img", "wbr", "input", "area", "col", "embed", "param");
    private static final Set<String> HOLDERS = Set.of("item", "entry", "channel", "feed", "rdf", "image");
    private static final Set<String> PLAIN = Set.of("title", "link", "guid", "id", "pubdate", "author", "category", "comments", "updated", "published", "issued",
            "modified", "dc:date", "dc:creator", "description", "summary", "enclosure", "language", "copyright", "lastbuilddate", "media:thumbnail", "itunes:image");
    private static final Set<String> CLOSING = Set.of("item", "entry", "title", "link", "guid", "id", "pubdate", "category", "comments", "updated", "published",
            "issued", "modified", "dc:date", "dc:creator", "description", "summary", "content:encoded", "content", "enclosure", "author", "language", "copyright", "lastbuilddate",
            "media:thumbnail", "media:content", "media:group", "itunes:image", "itunes:author", "itunes:summary", "dc:subject", "dc:language", "feedburner:origlink");

    private FeedElements() {
    }

    /** Of a feed, or of a page that is none. */
    static boolean mayBeRoot(String name) {
        return ROOTS.contains(name);
    }

    static boolean isItem(String name) {
        return ITEMS.contains(name);
    }

    static boolean isVoid(String name) {
        return VOID.contains(name);
    }

    /** Whether it holds text alone, so that the beginning of one of its siblings closes it. */
    static boolean isPlain(String name, String holder) {
        return PLAIN.contains(name) && HOLDERS.contains(holder);
    }

    /** Whether no plain element can hold it. */
    static boolean closesPlain(String name) {
        return CLOSING.contains(name);
    }
}
