package org.broadsheet.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Goes through a sitemap and hands out its addresses one by one, so that fifty thousand of them take the memory of one. Elements are known by
 * their local names and what they stand in, since prefixes are chosen at will; what is closed in the wrong order, or not at all, costs only itself.
 */
final class SitemapScan {

    /** What a sitemap is a list of. */
    enum Kind {
        PAGES, SITEMAPS, NEITHER
    }

    private static final int DEEPEST = 12;
    private static final int LONGEST_VALUE = 4_000;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int MOST_PICTURES = 5;

    private final XmlScanner scanner;
    private final String base;
    private final Consumer<SitemapAddress> pages;
    private final Consumer<SitemapAddress> sitemaps;
    private final Deque<String> open = new ArrayDeque<>();
    private final Map<String, StringBuilder> values = new HashMap<>();
    private final List<FoundPicture> pictures = new ArrayList<>();
    private Kind kind = Kind.NEITHER;
    private String itemName = "";
    private boolean inItem;

    /** @param base relative addresses, which there should not be, are resolved against it */
    SitemapScan(FeedText text, String base, Consumer<SitemapAddress> pages, Consumer<SitemapAddress> sitemaps) {
        this.scanner = new XmlScanner(text::reader);
        this.base = base;
        this.pages = pages;
        this.sitemaps = sitemaps;
    }

    /** @return what the root says that it is */
    Kind run() {
        for (var token = scanner.next(); token != XmlScanner.Token.EOF && (kind != Kind.NEITHER || open.isEmpty()); token = scanner.next()) {
            switch (token) {
                case START -> start(Namespaces.localName(scanner.name()));
                case END -> end(Namespaces.localName(scanner.name()));
                case TEXT, CDATA -> text();
                case EOF -> { }
            }
        }
        finish();
        return kind;
    }

    Malformations malformations() {
        return scanner.malformations();
    }

    private void start(String name) {
        if (kind == Kind.NEITHER) {
            root(name);
        } else if (scanner.name().equalsIgnoreCase(itemName)) {
            finish();
            inItem = true;
        } else if (inItem && !scanner.closed() && open.size() < DEEPEST) {
            open.push(name);
        }
    }

    private void root(String name) {
        kind = switch (name) {
            case "urlset" -> Kind.PAGES;
            case "sitemapindex" -> Kind.SITEMAPS;
            default -> Kind.NEITHER;
        };
        if (kind == Kind.NEITHER) {
            open.push(name); // any other root ends it
        } else {
            itemName = scanner.name().substring(0, scanner.name().length() - name.length()) + (kind == Kind.PAGES ? "url" : "sitemap");
        }
    }

    private void end(String name) {
        if (scanner.name().equalsIgnoreCase(itemName)) {
            finish();
        } else if (open.contains(name)) {
            while (!open.pop().equals(name)) {
                continue;
            }
            if (name.equals("image")) {
                picture();
            }
        }
    }

    private void text() {
        if (!inItem || scanner.isBlankText()) {
            return;
        }
        var value = values.computeIfAbsent(key(), path -> new StringBuilder());
        var text = scanner.text();
        value.append(text, 0, Math.min(text.length(), LONGEST_VALUE - Math.min(LONGEST_VALUE, value.length())));
    }

    /** The element and the one around it: enough to tell the title of news from that of a picture. */
    private String key() {
        var names = open.iterator();
        var name = names.hasNext() ? names.next() : "";
        var around = names.hasNext() ? names.next() : "";
        return switch (around) {
            case "image" -> "image/" + name;
            case "video" -> "video/" + name;
            case "news" -> "news/" + name;
            case "publication" -> "publication/" + name;
            default -> name;
        };
    }

    private void picture() {
        var url = FeedValues.absolute(base, value("image/loc"));
        if (FeedValues.isWebAddress(url) && pictures.size() < MOST_PICTURES) {
            pictures.add(new FoundPicture(url, 0, 0, value("image/title"), value("image/caption"), "", 700 - pictures.size()));
        }
        values.keySet().removeIf(path -> path.startsWith("image/"));
    }

    private void finish() {
        if (inItem) {
            picture();
            var url = FeedValues.absolute(base, value("loc"));
            if (FeedValues.isWebAddress(url) && url.length() <= LONGEST_ADDRESS) {
                (kind == Kind.PAGES ? pages : sitemaps).accept(address(url));
            }
        }
        inItem = false;
        open.clear();
        values.clear();
        pictures.clear();
    }

    private SitemapAddress address(String url) {
        var language = FeedValues.language(value("publication/language"));
        return new SitemapAddress(url, FeedDates.parse(value("lastmod")), value("news/title"),
                FeedDates.parse(value("news/publication_date")).or(() -> FeedDates.parse(value("publication_date"))), language, value("publication/name"),
                keywords(value("news/keywords")), List.copyOf(pictures));
    }

    private static List<String> keywords(String written) {
        return Arrays.stream(written.split("[,;、]")).map(String::strip).filter(word -> !word.isEmpty() && word.length() <= 100).distinct().limit(20).toList();
    }

    private String value(String path) {
        var value = values.get(path);
        return value == null ? "" : value.toString().strip();
    }
}
