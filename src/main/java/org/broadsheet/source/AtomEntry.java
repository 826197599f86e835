package org.broadsheet.source;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An entry of Atom 1.0 (RFC 4287) or 0.3. */
final class AtomEntry {

    private static final int MOST_AUTHORS = 5;
    private static final int MOST_CATEGORIES = 20;

    private final XmlNode entry;
    private final Harvest harvest;
    private final String base;
    private final List<Enclosure> enclosures;

    AtomEntry(XmlNode entry, Harvest harvest) {
        this.entry = entry;
        this.harvest = harvest;
        this.base = entry.base(harvest.url());
        this.enclosures = Enclosure.of(entry, base);
    }

    FeedEntry read() {
        var id = entry.html("id", "guid");
        var address = address(id);
        if (address.isEmpty()) {
            harvest.noAddress(entry.html("title"), id, entry.offset());
        }
        var content = FeedValues.first(() -> text("content"), () -> entry.html("content:encoded", "xhtml:body", "body"));
        var summary = FeedValues.first(() -> text("summary"), () -> entry.html("description", "media:description", "itunes:summary"),
                () -> entry.child("media:group").map(group -> group.html("media:description")).orElse(""));
        var published = harvest.date(entry, "published", "issued", "dcterms:issued", "created", "dcterms:created", "pubdate", "dc:date");
        var updated = harvest.date(entry, "updated", "modified", "dcterms:modified");
        return new FeedEntry(id, address, FeedValues.first(() -> text("title"), () -> entry.html("dc:title", "media:title")),
                content.isEmpty() ? "" : summary, content.isEmpty() ? summary : content, author(), published.or(() -> updated), updated, categories(),
                language(), MediaPictures.of(entry, base), contentBase(address), Enclosure.playing(enclosures, entry.html("itunes:duration")));
    }

    private String text(String name) {
        return entry.child(name).map(AtomText::html).orElse("");
    }

    /** Of what is to be read, which may be in another language than the entry's description. */
    private String language() {
        return entry.child("content", "summary", "title").map(XmlNode::language).filter(tag -> !tag.isEmpty()).orElseGet(entry::language);
    }

    private String address(String id) {
        return FeedValues.first(() -> FeedValues.absolute(base, entry.html("feedburner:origlink")), () -> FeedLinks.alternate(entry, "link", base),
                () -> FeedValues.isWebAddress(id) ? FeedValues.absolute(base, id) : "",
                () -> entry.child("content").map(content -> FeedValues.absolute(content.base(harvest.url()), content.attribute("src"))).orElse(""),
                () -> FeedLinks.first(entry, "related", base), () -> Enclosure.address(enclosures));
    }

    private String contentBase(String address) {
        var declared = entry.child("content", "summary").map(content -> content.base("")).orElseGet(() -> entry.base(""));
        return declared.isEmpty() ? address.isEmpty() ? harvest.url() : address : FeedValues.absolute(harvest.url(), declared);
    }

    private String author() {
        var own = authors(entry);
        if (!own.isEmpty()) {
            return own;
        }
        return entry.child("source").map(AtomEntry::authors).filter(name -> !name.isEmpty()).orElse("");
    }

    static String authors(XmlNode node) {
        var named = node.children("author").stream().map(author -> author.html("name").isEmpty() ? author.children().isEmpty()
                ? FeedValues.person(author.text()) : "" : FeedValues.person(author.html("name")));
        var others = Stream.of("dc:creator", "dc:author", "itunes:author").flatMap(name -> node.children(name).stream()).map(author -> FeedValues.person(author.html()));
        return joined(Stream.concat(named, others));
    }

    static String joined(Stream<String> names) {
        return names.map(String::strip).filter(name -> !name.isEmpty()).distinct().limit(MOST_AUTHORS).collect(Collectors.joining(", "));
    }

    private List<String> categories() {
        var found = new LinkedHashSet<String>();
        entry.children("category").forEach(category -> found.add(named(category)));
        entry.children("dc:subject").forEach(subject -> found.add(subject.text()));
        return found.stream().map(String::strip).filter(text -> !text.isEmpty()).limit(MOST_CATEGORIES).toList();
    }

    private static String named(XmlNode category) {
        var label = category.attribute("label");
        var term = label.isEmpty() ? category.attribute("term") : label;
        return term.isEmpty() ? category.text() : term;
    }
}
