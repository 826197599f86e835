package org.broadsheet.source;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a feed of any kind that is in use: RSS 0.9x to 2.0, RSS 1.1, RDF, Atom 0.3 and 1.0, CDF, JSON Feed. It is as tolerant as readers need it,
 * on a scanner that knows no DTD and resolves no entity but HTML's (F6); a bad element costs itself alone, and a feed of any length takes the
 * memory of its largest item.
 */
public final class FeedReader {

    /** More entries than any publisher's feed has news; of a longer feed the newest are kept. */
    static final int MOST_ENTRIES = 1000;

    private static final Pattern XML_BEGINNING = Pattern.compile("<(\\?xml|rss|feed|rdf:RDF)[\\s>]");
    private static final Pattern JSON_BEGINNING = Pattern.compile("\\{\\s*\"|\\[\\s*[\\[{\"]");

    private FeedReader() {
    }

    /**
     * @param contentType as the server stated it, with charset, or ""
     * @param url         where the document was found; relative references are resolved against it
     * @throws NotAFeedException if it is something else, with words on what it is
     */
    public static FeedDocument read(byte[] body, String contentType, String url) throws NotAFeedException {
        var text = FeedText.of(body, charset(contentType));
        return switch (text.firstCharacter()) {
            case 0 -> throw new NotAFeedException("The document is empty");
            case '{', '[' -> looksLikeXml(text.beginning(2000)) ? xml(text, url) : JsonFeedReader.read(text, url);
            default -> xml(text, url);
        };
    }

    /** Some servers write what they log before the feed, in brackets. */
    private static boolean looksLikeXml(String beginning) {
        return XML_BEGINNING.matcher(beginning).find() && !JSON_BEGINNING.matcher(beginning).lookingAt();
    }

    private static FeedDocument xml(FeedText text, String url) throws NotAFeedException {
        var scanner = new XmlScanner(text::reader);
        var harvest = new Harvest(url);
        var root = new NodeBuilder(scanner, item -> harvest.add(item.is("entry") ? new AtomEntry(item, harvest).read() : new RssItem(item, harvest).read())).build();
        if (root.filter(FeedReader::isFeed).isEmpty()) {
            throw new NotAFeedException(instead(text.beginning(2000)));
        }
        scanner.malformations().first().forEach((code, offset) -> harvest.problem(code, Malformations.words(code), offset));
        return harvest.document(FeedHead.of(root.get(), url), text);
    }

    private static boolean isFeed(XmlNode root) {
        return !root.is("html") && !root.is("body");
    }

    private static String instead(String text) {
        var start = text.toLowerCase(Locale.ROOT);
        if (start.contains("<html") || start.contains("<!doctype html")) {
            return "This is a web page (HTML), not a feed; look on it for the address of its feed";
        }
        if (start.contains("<urlset") || start.contains("<sitemapindex")) {
            return "This is a sitemap, not a feed";
        }
        if (start.contains("<opml")) {
            return "This is a list of feeds (OPML), not a feed";
        }
        return start.startsWith("<") ? "This is XML, but none of a feed" : "This is neither XML nor JSON, so it is no feed";
    }

    static Optional<String> charset(String contentType) {
        var parts = contentType.toLowerCase(Locale.ROOT).split("charset=", 2);
        return Optional.of(parts).filter(two -> two.length == 2).map(two -> two[1].split(";")[0].replaceAll("[\"'\\s]", "")).filter(name -> !name.isEmpty());
    }
}
