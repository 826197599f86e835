package org.broadsheet.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import org.broadsheet.platform.WebAddress;

/** Where sites usually have a feed, or a sitemap of news, without saying so. */
final class UsualPlaces {

    private static final List<String> FEEDS = List.of("feed/", "rss.xml", "atom.xml", "feed.xml", "feed", "index.xml", "rss/", "rss", "feed.atom", "index.rss", "rss/feed.xml", "feed.json");
    /** As many of them are tried in the folder of a page that is not the site's first. */
    private static final int IN_FOLDER = 7;
    private static final List<String> NEWS_SITEMAPS = List.of("news-sitemap.xml", "sitemap_news.xml", "sitemap-news.xml", "googlenews.xml", "sitemap/news.xml");

    private UsualPlaces() {
    }

    /** Those of the software first, then in the folder at hand, then at the root. */
    static List<String> feeds(WebAddress page, String generator) {
        var places = new LinkedHashSet<String>();
        var folders = folders(page);
        KnownSites.places(generator).forEach(place -> folders.forEach(folder -> places.add(page.resolve(folder + place).toString())));
        for (var folder : folders) {
            FEEDS.stream().limit(folder.equals("/") ? FEEDS.size() : IN_FOLDER).forEach(place -> places.add(page.resolve(folder + place).toString()));
        }
        return List.copyOf(new ArrayList<>(places));
    }

    static List<String> newsSitemaps(WebAddress page) {
        return NEWS_SITEMAPS.stream().map(place -> page.resolve("/" + place).toString()).toList();
    }

    /** The nearest first: a last part without an ending may be a folder whose slash is missing. */
    private static List<String> folders(WebAddress page) {
        var path = page.path().replaceFirst("\\?.*", "");
        var last = path.substring(path.lastIndexOf('/') + 1);
        var folder = last.isEmpty() || last.contains(".") || path.chars().filter(character -> character == '/').count() > 2 ? path.substring(0, path.length() - last.length()) : path + "/";
        return folder.equals("/") ? List.of("/") : List.of(folder, "/");
    }
}
