package org.broadsheet.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads a feed of any kind that is in use: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed. It is as tolerant as readers need it, on a parser
 * that knows no DTD and resolves no entity but HTML's (F6); a bad element costs itself alone.
 */
public final class FeedReader {

    static final int MOST_ENTRIES = 1000;

    private FeedReader() {
    }

    /**
     * @param contentType as the server stated it, with charset, or ""
     * @param url         where the document was found; relative references are resolved against it
     * @throws NotAFeedException if it is something else, with words on what it is
     */
    public static FeedDocument read(byte[] body, String contentType, String url) throws NotAFeedException {
        var text = FeedText.decode(body, charset(contentType));
        if (text.isBlank()) {
            throw new NotAFeedException("The document is empty");
        }
        if (text.charAt(0) == '{' || text.charAt(0) == '[') {
            return JsonFeedReader.read(text, url);
        }
        return xml(text, url);
    }

    private static FeedDocument xml(String text, String url) throws NotAFeedException {
        var document = Jsoup.parse(text, url, Parser.xmlParser().setTrackPosition(true));
        var root = root(document).orElseThrow(() -> new NotAFeedException(instead(text)));
        return switch (XmlFeed.localName(root)) {
            case "feed" -> new AtomReader(root, url).read();
            default -> new RssReader(root, url).read();
        };
    }

    private static Optional<Element> root(Element document) {
        for (var element : document.getAllElements()) {
            var name = XmlFeed.localName(element);
            if (name.equals("html") || name.equals("body")) {
                return Optional.empty();
            }
            if (name.equals("rss") || name.equals("rdf") || name.equals("feed") || name.equals("channel")) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    private static String instead(String text) {
        var start = text.substring(0, Math.min(2000, text.length())).toLowerCase(Locale.ROOT);
        if (start.contains("<html") || start.contains("<!doctype html")) {
            return "This is a web page (HTML), not a feed; look on it for the address of its feed";
        }
        if (start.contains("<urlset") || start.contains("<sitemapindex")) {
            return "This is a sitemap, not a feed";
        }
        if (start.contains("<opml")) {
            return "This is a list of feeds (OPML), not a feed";
        }
        return text.startsWith("<") ? "This is XML, but none of a feed" : "This is neither XML nor JSON, so it is no feed";
    }

    private static String charset(String contentType) {
        var parts = contentType.toLowerCase(Locale.ROOT).split("charset=", 2);
        return parts.length < 2 ? "" : parts[1].split(";")[0].replaceAll("[\"'\\s]", "");
    }

    /** Collects entries up to the cap, and what went wrong. */
    static final class Harvest {

        private final List<FeedEntry> entries = new ArrayList<>();
        private final List<FeedProblem> problems = new ArrayList<>();

        boolean full() {
            if (entries.size() >= MOST_ENTRIES) {
                problems.add(new FeedProblem("too-many-entries", "The feed has more than " + MOST_ENTRIES + " entries; the rest is left out", 0));
                return true;
            }
            return false;
        }

        void add(FeedEntry entry) {
            entries.add(entry);
        }

        void problem(String code, String message, int line) {
            problems.add(new FeedProblem(code, message, line));
        }

        FeedDocument document(String title, String siteUrl, String language) {
            return new FeedDocument(title, siteUrl, language, List.copyOf(entries), List.copyOf(problems));
        }
    }
}
