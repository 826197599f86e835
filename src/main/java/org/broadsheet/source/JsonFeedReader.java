package org.broadsheet.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Feed 1.0 and 1.1, item by item; of one that breaks off, what came before. */
final class JsonFeedReader {

    private static final int LONGEST_TEXT = 8_000_000;
    /** As forgiving as JSON can be without guessing. */
    private static final JsonFactory JSON = JsonFactory.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA,
            JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER, JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).maxNestingDepth(200).build()).build();

    private JsonFeedReader() {
    }

    static FeedDocument read(FeedText text, String url) throws NotAFeedException {
        var harvest = new Harvest(url);
        var head = JsonNodeFactory.instance.objectNode();
        try (var parser = JSON.createParser(text.reader())) {
            read(parser, head, harvest);
        } catch (JsonProcessingException broken) {
            var place = broken.getLocation();
            var words = "This is broken JSON" + (place == null ? "" : ", in line " + place.getLineNr());
            if (!harvest.hasEntries()) {
                throw new NotAFeedException(words);
            }
            harvest.problem("cut-off", words, place == null ? -1 : place.getCharOffset());
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed", impossible);
        }
        var named = text(head, "version").contains("jsonfeed.org/version");
        if (!named && !harvest.hasEntries()) {
            throw new NotAFeedException("This is JSON, but no JSON Feed");
        }
        return harvest.document(head(head, url), text);
    }

    /** Everything but the items goes into {@code head}. */
    private static void read(JsonParser parser, ObjectNode head, Harvest harvest) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var field = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && field.equals("items")) {
                items(parser, harvest);
            } else if (JsonItems.isKnown(field)) {
                head.set(field, JsonItems.read(parser));
                harvest.language(text(head, "language"));
            } else {
                parser.skipChildren();
            }
        }
    }

    private static void items(JsonParser parser, Harvest harvest) throws IOException {
        for (var number = 1; parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null; number++) {
            var offset = parser.currentTokenLocation().getCharOffset();
            var item = JsonItems.read(parser);
            if (item.isObject()) {
                harvest.add(entry(item, harvest, offset));
            } else {
                harvest.problem("bad-item", "Item " + number + " is no object", offset);
            }
        }
    }

    private static FeedHead head(JsonNode feed, String url) {
        var hubs = new ArrayList<String>();
        feed.path("hubs").forEach(hub -> hubs.add(FeedValues.absolute(url, text(hub, "url"))));
        hubs.removeIf(String::isEmpty);
        return new FeedHead("", escaped(text(feed, "title")), escaped(text(feed, "description")), FeedValues.absolute(url, text(feed, "home_page_url")),
                FeedValues.absolute(url, text(feed, "feed_url")), FeedValues.language(text(feed, "language")), author(feed),
                FeedValues.absolute(url, first(text(feed, "icon"), text(feed, "favicon"))), Optional.empty(), List.copyOf(hubs), FeedPace.UNSTATED);
    }

    private static FeedEntry entry(JsonNode item, Harvest harvest, long offset) {
        var url = harvest.url();
        var enclosures = enclosures(item, url);
        var address = first(FeedValues.absolute(url, first(text(item, "url"), text(item, "external_url"))), Enclosure.address(enclosures));
        if (address.isEmpty()) {
            harvest.noAddress(text(item, "title"), text(item, "id"), offset);
        }
        var plain = XmlMarkup.escaped(text(item, "content_text").strip()).replaceAll("\\R\\s*\\R", "</p><p>").replaceAll("\\R", "<br>");
        var content = first(text(item, "content_html"), plain.isEmpty() ? "" : "<p>" + plain + "</p>");
        var own = FeedValues.language(text(item, "language"));
        var modified = date(item, "date_modified", harvest, offset);
        return new FeedEntry(text(item, "id"), address, escaped(text(item, "title")), escaped(text(item, "summary")), content,
                author(item), date(item, "date_published", harvest, offset).or(() -> modified), modified, tags(item), own, pictures(item, url),
                address.isEmpty() ? url : address, Enclosure.playing(enclosures, ""));
    }

    private static List<Enclosure> enclosures(JsonNode item, String url) {
        var found = new ArrayList<Enclosure>();
        for (var attachment : item.path("attachments")) {
            found.add(new Enclosure(FeedValues.absolute(url, text(attachment, "url")), text(attachment, "mime_type"), Enclosure.length(text(attachment, "duration_in_seconds"))));
        }
        found.removeIf(attachment -> attachment.url().isEmpty());
        return found;
    }

    private static String escaped(String text) {
        return XmlMarkup.escaped(text);
    }

    private static List<FoundPicture> pictures(JsonNode item, String url) {
        var found = new ArrayList<FoundPicture>();
        add(found, text(item, "image"), url, 1000);
        add(found, text(item, "banner_image"), url, 900);
        for (var attachment : item.path("attachments")) {
            if (text(attachment, "mime_type").startsWith("image/") && !text(attachment, "mime_type").contains("svg")) {
                add(found, text(attachment, "url"), url, 800);
            }
        }
        return List.copyOf(found);
    }

    private static void add(List<FoundPicture> found, String reference, String url, int worth) {
        var address = FeedValues.absolute(url, reference);
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
        var names = new ArrayList<String>();
        node.path("authors").forEach(one -> names.add(text(one, "name")));
        names.add(node.path("author").isTextual() ? FeedValues.person(text(node, "author")) : text(node.path("author"), "name"));
        return AtomEntry.joined(names.stream());
    }

    private static Optional<Instant> date(JsonNode item, String field, Harvest harvest, long offset) {
        var text = text(item, field);
        var date = FeedDates.parse(text, () -> harvest.dateHabits(text(item, "language")));
        if (!text.isEmpty() && date.isEmpty()) {
            harvest.badDate(text, offset);
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
