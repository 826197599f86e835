package org.broadsheet.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jsoup.nodes.Element;

/** RSS 0.9x and 2.0, and RDF, where the items may stand beside the channel. */
final class RssReader {

    private final Element root;
    private final String url;
    private final FeedReader.Harvest harvest = new FeedReader.Harvest();

    RssReader(Element root, String url) {
        this.root = root;
        this.url = url;
    }

    FeedDocument read() throws NotAFeedException {
        var channel = XmlFeed.localName(root).equals("channel") ? root : XmlFeed.child(root, "channel").orElse(root);
        var items = root.getAllElements().stream().filter(element -> XmlFeed.is(element, "item")).toList();
        if (items.isEmpty() && channel == root && !XmlFeed.localName(root).equals("channel")) {
            throw new NotAFeedException("This looks like RSS, but has no channel");
        }
        var language = XmlFeed.tag(XmlFeed.text(channel, "language", "dc:language"));
        for (var item : items) {
            if (harvest.full()) {
                break;
            }
            read(item, language.isEmpty() ? XmlFeed.language(item) : language);
        }
        return harvest.document(XmlFeed.text(channel, "title", "dc:title"), XmlFeed.absolute(url, XmlFeed.text(channel, "link")),
                language.isEmpty() ? XmlFeed.language(channel) : language);
    }

    private void read(Element item, String channelLanguage) {
        var base = XmlFeed.base(item, url);
        var guid = XmlFeed.text(item, "guid", "id");
        var address = address(item, guid, base);
        var content = XmlFeed.text(item, "content:encoded", "content", "body", "fullitem");
        var description = XmlFeed.text(item, "description", "dc:description", "summary", "itunes:summary", "media:description");
        var own = XmlFeed.tag(XmlFeed.text(item, "dc:language"));
        if (address.isEmpty()) {
            harvest.problem("no-address", "An item has no address of its own", XmlFeed.line(item));
        }
        harvest.add(new FeedEntry(guid.isEmpty() ? item.attr("rdf:about") : guid, address, XmlFeed.text(item, "title", "dc:title", "media:title"),
                content.isEmpty() ? "" : description, content.isEmpty() ? description : content,
                XmlFeed.text(item, "dc:creator", "author", "itunes:author"), date(item, "pubDate", "pubdate", "dc:date", "published", "date", "dcterms:created"),
                date(item, "updated", "dcterms:modified", "lastBuildDate"), categories(item), own.isEmpty() ? channelLanguage : own,
                MediaPictures.of(item, base)));
    }

    private static String address(Element item, String guid, String base) {
        for (var name : List.of("feedburner:origLink", "link")) {
            for (var link : XmlFeed.children(item, name)) {
                var text = XmlFeed.absolute(base, link.hasText() ? link.wholeText() : link.attr("href"));
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        var permanent = XmlFeed.child(item, "guid").filter(element -> !"false".equalsIgnoreCase(element.attr("isPermaLink"))).isPresent();
        if (permanent && guid.matches("(?i)https?://.*")) {
            return XmlFeed.absolute(base, guid);
        }
        var about = item.attr("rdf:about");
        return about.matches("(?i)https?://.*") ? about : XmlFeed.absolute(base, XmlFeed.text(item, "comments"));
    }

    private Optional<Instant> date(Element item, String... names) {
        for (var name : names) {
            var text = item.children().stream().filter(child -> XmlFeed.is(child, name) || child.tagName().equalsIgnoreCase(name)).map(Element::wholeText)
                    .map(String::strip).filter(found -> !found.isEmpty()).findFirst();
            if (text.isPresent()) {
                var date = FeedDates.parse(text.get());
                if (date.isEmpty()) {
                    harvest.problem("bad-date", "A date cannot be read: " + text.get().substring(0, Math.min(60, text.get().length())), XmlFeed.line(item));
                }
                return date;
            }
        }
        return Optional.empty();
    }

    private static List<String> categories(Element item) {
        return item.children().stream().filter(child -> XmlFeed.is(child, "category") || XmlFeed.is(child, "dc:subject"))
                .map(element -> element.wholeText().strip()).filter(text -> !text.isEmpty()).distinct().limit(20).toList();
    }
}
