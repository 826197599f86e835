package org.broadsheet.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON Feed 1.0 and 1.1. */
final class JsonFeedReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFeedReader() {
    }

    static FeedDocument read(String text, String url) throws NotAFeedException {
        JsonNode feed;
        try {
            feed = JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            var place = broken.getLocation();
            throw new NotAFeedException("This is broken JSON" + (place == null ? "" : ", in line " + place.getLineNr()));
        }
        if (!feed.path("version").asText("").contains("jsonfeed.org/version") || !feed.path("items").isArray()) {
            throw new NotAFeedException("This is JSON, but no JSON Feed");
        }
        return read(feed, url);
    }

    private static FeedDocument read(JsonNode feed, String url) {
        var harvest = new FeedReader.Harvest();
        var language = XmlFeed.tag(text(feed, "language"));
        var number = 0;
        for (var item : feed.path("items")) {
            number++;
            if (harvest.full()) {
                break;
            }
            if (item.isObject()) {
                harvest.add(entry(item, url, language, author(feed), harvest));
            } else {
                harvest.problem("bad-item", "Item " + number + " is no object", 0);
            }
        }
        return harvest.document(text(feed, "title"), XmlFeed.absolute(url, text(feed, "home_page_url")), language);
    }

    private static FeedEntry entry(JsonNode item, String url, String language, String feedAuthor, FeedReader.Harvest harvest) {
        var address = XmlFeed.absolute(url, first(text(item, "url"), text(item, "external_url")));
        if (address.isEmpty()) {
            harvest.problem("no-address", "An item has no address of its own", 0);
        }
        var plain = text(item, "content_text").replace("&", "&amp;").replace("<", "&lt;").replaceAll("\\R{2,}", "</p><p>");
        var content = first(text(item, "content_html"), plain.isEmpty() ? "" : "<p>" + plain + "</p>");
        var own = XmlFeed.tag(text(item, "language"));
        return new FeedEntry(text(item, "id"), address, escaped(text(item, "title")), escaped(text(item, "summary")), content,
                first(author(item), feedAuthor), date(item, "date_published", harvest).or(() -> date(item, "date_modified", harvest)),
                date(item, "date_modified", harvest), tags(item), own.isEmpty() ? language : own, pictures(item, url));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static List<FoundPicture> pictures(JsonNode item, String url) {
        var found = new ArrayList<FoundPicture>();
        add(found, text(item, "image"), url, 1000);
        add(found, text(item, "banner_image"), url, 900);
        for (var attachment : item.path("attachments")) {
            if (text(attachment, "mime_type").startsWith("image/")) {
                add(found, text(attachment, "url"), url, 800);
            }
        }
        return List.copyOf(found);
    }

    private static void add(List<FoundPicture> found, String reference, String url, int worth) {
        var address = XmlFeed.absolute(url, reference);
        if (!address.isEmpty()) {
            found.add(new FoundPicture(address, 0, 0, "", "", "", worth));
        }
    }

    private static List<String> tags(JsonNode item) {
        var tags = new ArrayList<String>();
        item.path("tags").forEach(tag -> tags.add(tag.asText("").strip()));
        return tags.stream().filter(tag -> !tag.isEmpty()).distinct().limit(20).toList();
    }

    private static String author(JsonNode node) {
        return first(text(node.path("authors").path(0), "name"), text(node.path("author"), "name"));
    }

    private static Optional<Instant> date(JsonNode item, String field, FeedReader.Harvest harvest) {
        var text = text(item, field);
        var date = FeedDates.parse(text);
        if (!text.isEmpty() && date.isEmpty()) {
            harvest.problem("bad-date", "A date cannot be read: " + text.substring(0, Math.min(60, text.length())), 0);
        }
        return date;
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }
}
