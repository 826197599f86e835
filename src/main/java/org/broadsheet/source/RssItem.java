package org.broadsheet.source;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/** An item of RSS 0.9x, 1.0, 1.1 and 2.0, RDF or CDF. */
final class RssItem {

    private static final int MOST_CATEGORIES = 20;
    private static final List<String> AUTHORS = List.of("dc:creator", "author", "itunes:author", "atom:author", "dc:author", "googleplay:author", "dc:publisher");

    private final XmlNode item;
    private final Harvest harvest;
    private final String base;
    private final List<Enclosure> enclosures;

    RssItem(XmlNode item, Harvest harvest) {
        this.item = item;
        this.harvest = harvest;
        this.base = item.base(harvest.url());
        this.enclosures = Enclosure.of(item, base);
    }

    FeedEntry read() {
        var guid = item.html("guid", "id", "atom:id", "dc:identifier");
        var address = address(guid);
        if (address.isEmpty()) {
            harvest.noAddress(title(), guid, item.offset());
        }
        var description = description();
        var content = content(description);
        var published = harvest.date(item, "pubdate", "published", "atom:published", "dcterms:issued", "issued", "dc:date", "date", "dcterms:created", "created")
                .or(() -> FeedDates.parse(item.attribute("lastmod")));
        var updated = harvest.date(item, "updated", "atom:updated", "dcterms:modified", "modified", "lastbuilddate", "dc:date")
                .or(() -> FeedDates.parse(item.attribute("lastmod")));
        return new FeedEntry(guid.isEmpty() ? about() : guid, address, title(), content.isEmpty() ? "" : description,
                content.isEmpty() ? description : content, author(),
                published.or(() -> updated), updated,
                categories(), language(), MediaPictures.of(item, base), contentBase(address),
                Enclosure.playing(enclosures, item.html("itunes:duration")));
    }

    /** Of RDF, under any prefix. */
    private String about() {
        var about = item.attribute("rdf:about");
        return about.isEmpty() ? item.attributeOfAnyPrefix("about") : about;
    }

    private String title() {
        return FeedValues.first(() -> item.html("title", "dc:title"), () -> item.child("atom:title").map(AtomText::html).orElse(""), () -> item.html("media:title", "itunes:title"));
    }

    /** Where there is a summary as well, the description is the longer of the two. */
    private String content(String summary) {
        var content = FeedValues.first(() -> item.html("content:encoded", "encoded"), () -> item.child("content", "atom:content").map(AtomText::html).orElse(""),
                () -> item.html("xhtml:body", "body", "xhtml:div", "fullitem"));
        var described = item.html("description");
        return content.isEmpty() && described.length() > summary.length() ? described : content;
    }

    private String description() {
        return FeedValues.first(() -> item.html("summary", "description", "abstract", "dc:description"), () -> item.child("atom:summary").map(AtomText::html).orElse(""),
                () -> item.html("itunes:summary", "googleplay:description", "itunes:subtitle", "media:description"),
                () -> item.child("media:group").map(group -> group.html("media:description")).orElse(""),
                () -> item.child("media:content").map(media -> media.html("media:description")).orElse(""));
    }

    private String address(String guid) {
        var origin = FeedValues.absolute(base, item.html("feedburner:origlink"));
        var link = origin.isEmpty() ? link(item, base) : origin;
        if (!link.isEmpty()) {
            return link;
        }
        var permanent = item.child("guid").map(element -> element.attribute("ispermalink")).orElse("");
        if ("true".equalsIgnoreCase(permanent) && guid.startsWith("/") || !"false".equalsIgnoreCase(permanent) && FeedValues.isWebAddress(guid)) {
            return FeedValues.absolute(base, guid);
        }
        var about = about();
        return FeedValues.first(() -> FeedValues.isWebAddress(about) ? FeedValues.absolute(base, about) : "", () -> Enclosure.address(enclosures),
                () -> FeedValues.absolute(base, item.html("comments")));
    }

    /** The page that an item or a channel stands for, in all the ways in which that is said. */
    static String link(XmlNode node, String base) {
        for (var link : node.children("link")) {
            var text = link.text();
            var found = FeedValues.absolute(link.base(base), text.isEmpty() && isPage(link) ? link.attribute("href") : text);
            if (!found.isEmpty()) {
                return found;
            }
        }
        var atom = FeedLinks.alternate(node, "atom:link", base);
        return atom.isEmpty() ? FeedValues.absolute(base, node.attribute("href")) : atom;
    }

    private static boolean isPage(XmlNode link) {
        return link.attribute("rel").isEmpty() || FeedHead.isRelation(link.attribute("rel"), "alternate");
    }

    private String contentBase(String address) {
        var declared = item.child("content:encoded", "description", "xhtml:body", "body").map(content -> content.base("")).orElseGet(() -> item.base(""));
        return declared.isEmpty() ? address.isEmpty() ? harvest.url() : address : FeedValues.absolute(harvest.url(), declared);
    }

    private String author() {
        for (var name : AUTHORS) {
            var named = item.children(name);
            var found = named.isEmpty() ? "" : AtomEntry.joined(named.stream().map(RssItem::person));
            if (!found.isEmpty()) {
                return found;
            }
        }
        var credits = item.children("media:credit");
        return credits.isEmpty() ? "" : AtomEntry.joined(credits.stream().filter(credit -> credit.attribute("role").equalsIgnoreCase("author")).map(XmlNode::text));
    }

    private static String person(XmlNode author) {
        var name = author.html("name", "atom:name");
        return FeedValues.person(name.isEmpty() ? author.html() : name);
    }

    /** Those that the feed calls categories first: the first of all may become a kicker. */
    private List<String> categories() {
        var found = new LinkedHashSet<String>();
        var keywords = new LinkedHashSet<String>();
        for (var child : item.children()) {
            switch (child.name()) {
                case "category", "dc:subject", "media:category", "atom:category", "itunes:category" -> category(child, found);
                case "itunes:keywords", "media:keywords" -> keywords.addAll(Arrays.asList(child.text().split(",")));
                default -> { }
            }
        }
        found.addAll(keywords);
        return found.isEmpty() ? List.of() : found.stream().map(String::strip).filter(text -> !text.isEmpty()).distinct().limit(MOST_CATEGORIES).toList();
    }

    private static void category(XmlNode category, LinkedHashSet<String> found) {
        var inner = category.children("itunes:category");
        found.add(FeedValues.first(() -> inner.isEmpty() ? category.text() : "", () -> category.attribute("label"), () -> category.attribute("text"), () -> category.attribute("term")));
        inner.forEach(each -> category(each, found));
    }

    private String language() {
        var own = FeedValues.language(item.html("dc:language"));
        return own.isEmpty() ? FeedValues.language(item.attribute("xml:lang")) : own;
    }
}
