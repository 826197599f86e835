package org.broadsheet.source;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a feed says of itself; absent text is "". Addresses are absolute.
 *
 * @param title    may hold HTML
 * @param subtitle what it is about; may hold HTML
 * @param selfUrl  where it says that it is to be had (the topic of WebSub)
 * @param hubs     that tell of news (WebSub, section 4)
 * @param author   of entries that name none
 */
public record FeedHead(String id, String title, String subtitle, String siteUrl, String selfUrl, String language, String author, String imageUrl,
        Optional<Instant> updatedAt, List<String> hubs, FeedPace pace) {

    public FeedHead {
        title = FeedHtml.withoutCode(title);
        subtitle = FeedHtml.withoutCode(subtitle);
    }

    static FeedHead of(String title, String siteUrl, String language) {
        return new FeedHead("", title, "", siteUrl, "", language, "", "", Optional.empty(), List.of(), FeedPace.UNSTATED);
    }

    static FeedHead of(XmlNode root, String url) {
        return root.is("feed") ? atom(root, url) : rss(root.child("channel").orElse(root), root, url);
    }

    private static FeedHead atom(XmlNode feed, String url) {
        var base = feed.base(url);
        var title = feed.child("title").map(AtomText::html).orElse("");
        var subtitle = feed.child("subtitle", "tagline", "itunes:subtitle", "itunes:summary").map(AtomText::html).orElse("");
        var image = feed.html("logo", "icon");
        return new FeedHead(feed.html("id"), title, subtitle, FeedLinks.alternate(feed, "link", base), FeedLinks.first(feed, "self", base), feed.language(),
                AtomEntry.authors(feed), FeedValues.absolute(base, image), date(feed, "updated", "modified", "dc:date", "published"), FeedLinks.all(feed, "hub", base),
                FeedPace.of(feed));
    }

    private static FeedHead rss(XmlNode channel, XmlNode root, String url) {
        var base = channel.base(url);
        var language = FeedValues.language(channel.html("language", "dc:language"));
        var image = channel.child("image").or(() -> root.child("image")).map(found -> found.html("url")).filter(found -> !found.isEmpty())
                .or(() -> channel.child("itunes:image", "googleplay:image").map(found -> found.attribute("href"))).orElse("");
        return new FeedHead(channel.html("id", "dc:identifier"), channel.html("title", "dc:title"),
                channel.html("description", "abstract", "tagline", "subtitle", "dc:description", "itunes:summary", "itunes:subtitle", "atom:subtitle"),
                RssItem.link(channel, base), FeedLinks.first(channel, "self", base), language.isEmpty() ? channel.language() : language, "",
                FeedValues.absolute(base, image),
                date(channel, "lastbuilddate", "dcterms:modified", "dc:date", "atom:updated", "pubdate", "published")
                        .or(() -> FeedDates.parse(channel.attribute("lastmod"))),
                FeedLinks.all(channel, "hub", base), FeedPace.of(channel));
    }

    private static Optional<Instant> date(XmlNode node, String... names) {
        for (var name : names) {
            for (var element : node.children(name)) {
                var date = FeedDates.parse(element.text());
                if (date.isPresent()) {
                    return date;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a relation of a link is this one, under its short name or its address (RFC 4287, section 4.2.7.2). */
    static boolean isRelation(String relation, String wanted) {
        var lower = relation.toLowerCase(Locale.ROOT).strip();
        return lower.equals(wanted) || lower.endsWith("/" + wanted);
    }
}
