package org.broadsheet.source;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An item of RSS 0.9x, 1.0, 1.1 and 2.0, RDF or CDF. */
final class RssItem {

    private static final int MOST_CATEGORIES = 20;

    private final XmlNode item;
    private final Harvest harvest;
    private final String base;

    RssItem(XmlNode item, Harvest harvest) {
        this.item = item;
        this.harvest = harvest;
        this.base = item.base(harvest.url());
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
        return new FeedEntry(guid.isEmpty() ? about() : guid, address, title(), content.isEmpty() ? "" : description,
                content.isEmpty() ? description : content, author(),
                published, harvest.date(item, "updated", "atom:updated", "dcterms:modified", "modified", "lastbuilddate", "dc:date").or(() -> FeedDates.parse(item.attribute("lastmod"))),
                categories(), language(), MediaPictures.of(item, base), contentBase(address));
    }

    /** Of RDF, under any prefix. */
    private String about() {
        var about = item.attribute("rdf:about");
        return about.isEmpty() ? item.attributeOfAnyPrefix("about") : about;
    }

    private String title() {
        var title = item.html("title", "dc:title");
        return title.isEmpty() ? first(item.child("atom:title").map(AtomText::html), Optional.of(item.html("media:title", "itunes:title"))) : title;
    }

    /** Where there is a summary as well, the description is the longer of the two. */
    private String content(String summary) {
        var content = first(Optional.of(item.html("content:encoded", "encoded")), item.child("content", "atom:content").map(AtomText::html),
                Optional.of(item.html("xhtml:body", "body", "xhtml:div", "fullitem")));
        var described = item.html("description");
        return content.isEmpty() && described.length() > summary.length() ? described : content;
    }

    private String description() {
        return first(Optional.of(item.html("summary", "description", "abstract", "dc:description")), item.child("atom:summary").map(AtomText::html),
                Optional.of(item.html("itunes:summary", "googleplay:description", "itunes:subtitle", "media:description")),
                item.child("media:group").map(group -> group.html("media:description")), item.child("media:content").map(media -> media.html("media:description")));
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
        return FeedValues.isWebAddress(about) ? about : FeedValues.absolute(base, item.html("comments"));
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
        for (var name : List.of("dc:creator", "author", "itunes:author", "atom:author", "dc:author", "googleplay:author", "dc:publisher")) {
            var found = AtomEntry.joined(item.children(name).stream().map(RssItem::person));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return AtomEntry.joined(item.children("media:credit").stream().filter(credit -> credit.attribute("role").equalsIgnoreCase("author")).map(XmlNode::text));
    }

    private static String person(XmlNode author) {
        var name = author.html("name", "atom:name");
        return FeedValues.person(name.isEmpty() ? author.html() : name);
    }

    private List<String> categories() {
        var found = new LinkedHashSet<String>();
        Stream.of("category", "dc:subject", "media:category").flatMap(name -> item.children(name).stream()).map(XmlNode::text).forEach(found::add);
        Stream.of("itunes:category", "category", "atom:category").flatMap(name -> item.children(name).stream())
                .flatMap(category -> Stream.concat(Stream.of(category), category.children("itunes:category").stream())).forEach(category -> found.add(first(Optional.of(category.attribute("text")), Optional.of(category.attribute("term")))));
        Stream.of("itunes:keywords", "media:keywords").flatMap(name -> item.children(name).stream())
                .forEach(keywords -> found.addAll(Arrays.asList(keywords.text().split(","))));
        return found.stream().map(String::strip).filter(text -> !text.isEmpty()).distinct().limit(MOST_CATEGORIES).toList();
    }

    private String language() {
        var own = FeedValues.language(item.html("dc:language"));
        return own.isEmpty() ? FeedValues.language(item.attribute("xml:lang")) : own;
    }

    @SafeVarargs
    private static String first(Optional<String>... texts) {
        for (var text : texts) {
            if (text.filter(found -> !found.isBlank()).isPresent()) {
                return text.get();
            }
        }
        return "";
    }
}
