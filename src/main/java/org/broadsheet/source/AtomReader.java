package org.broadsheet.source;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/** Atom 1.0 (RFC 4287) and 0.3. */
final class AtomReader {

    private static final Pattern MARK_UP = Pattern.compile("(?i)</[a-z][a-z0-9]*\\s*>|<(br|hr|img|p)\\b|&#?[a-z0-9]+;");

    private final Element feed;
    private final String url;
    private final FeedReader.Harvest harvest = new FeedReader.Harvest();

    AtomReader(Element feed, String url) {
        this.feed = feed;
        this.url = url;
    }

    FeedDocument read() {
        for (var entry : XmlFeed.children(feed, "entry")) {
            if (harvest.full()) {
                break;
            }
            read(entry);
        }
        return harvest.document(XmlFeed.child(feed, "title").map(AtomReader::html).orElse(""), link(feed, XmlFeed.base(feed, url)), XmlFeed.language(feed));
    }

    private void read(Element entry) {
        var base = XmlFeed.base(entry, url);
        var id = XmlFeed.text(entry, "id");
        var address = Optional.of(link(entry, base)).filter(found -> !found.isEmpty())
                .orElseGet(() -> id.matches("(?i)https?://.*") ? XmlFeed.absolute(base, id) : contentSource(entry, base));
        if (address.isEmpty()) {
            harvest.problem("no-address", "An entry has no address of its own", XmlFeed.line(entry));
        }
        var content = XmlFeed.child(entry, "content").map(AtomReader::html).orElse("");
        var summary = XmlFeed.child(entry, "summary").map(AtomReader::html).or(() -> XmlFeed.child(entry, "media:description").map(XmlFeed::html)).orElse("");
        var description = summary.isEmpty() ? XmlFeed.child(entry, "media:group").map(group -> XmlFeed.text(group, "media:description")).orElse("") : summary;
        harvest.add(new FeedEntry(id, address, XmlFeed.child(entry, "title").map(AtomReader::html).orElse(""), content.isEmpty() ? "" : description,
                content.isEmpty() ? description : content, author(entry), date(entry, "published", "issued", "created").or(() -> date(entry, "updated", "modified")),
                date(entry, "updated", "modified"), categories(entry), XmlFeed.language(entry), MediaPictures.of(entry, base)));
    }

    /** A construct's type says whether its text is HTML already (RFC 4287, section 3.1.1); plain text is escaped to become it.
     * Without a type it is plain, too, but many feeds mean HTML then. */
    private static String html(Element construct) {
        var type = construct.attr("type").toLowerCase(Locale.ROOT);
        if (type.equals("xhtml") || type.contains("xhtml+xml")) {
            return construct.html();
        }
        var text = XmlFeed.html(construct).strip();
        var plain = type.equals("text") || type.isEmpty() && construct.childrenSize() == 0 && !MARK_UP.matcher(text).find();
        return plain ? text.replace("&", "&amp;").replace("<", "&lt;") : text;
    }

    private static String link(Element parent, String base) {
        var links = XmlFeed.children(parent, "link");
        for (var link : links) {
            var relation = link.attr("rel").toLowerCase(Locale.ROOT);
            if (relation.isEmpty() || relation.equals("alternate") || relation.endsWith("/alternate")) {
                var address = XmlFeed.absolute(base, link.hasAttr("href") ? link.attr("href") : link.wholeText());
                if (!address.isEmpty()) {
                    return address;
                }
            }
        }
        return "";
    }

    private static String contentSource(Element entry, String base) {
        return XmlFeed.child(entry, "content").map(content -> XmlFeed.absolute(base, content.attr("src"))).orElse("");
    }

    private String author(Element entry) {
        return XmlFeed.child(entry, "author").or(() -> XmlFeed.child(feed, "author")).map(author -> XmlFeed.text(author, "name")).filter(name -> !name.isEmpty())
                .orElseGet(() -> XmlFeed.text(entry, "dc:creator"));
    }

    private Optional<Instant> date(Element entry, String... names) {
        var text = XmlFeed.text(entry, names);
        var date = FeedDates.parse(text);
        if (!text.isEmpty() && date.isEmpty()) {
            harvest.problem("bad-date", "A date cannot be read: " + text.substring(0, Math.min(60, text.length())), XmlFeed.line(entry));
        }
        return date;
    }

    private static List<String> categories(Element entry) {
        return XmlFeed.children(entry, "category").stream().map(category -> category.hasAttr("label") ? category.attr("label") : category.attr("term"))
                .map(String::strip).filter(text -> !text.isEmpty()).distinct().limit(20).toList();
    }
}
