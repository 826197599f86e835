package org.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.broadsheet.article.BodyCleaner;
import org.broadsheet.article.CleanText;
import org.broadsheet.testsupport.Corpora;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** 288 feeds of gofeed's own tests, with the model that it reads from each: the fields that we keep. */
class GofeedCorpusTest {

    private static final int FLOOR = 488;
    /** Where we decide otherwise, by file. */
    private static final Map<String, String> DECIDED = Map.of(
            "extensions/dublincore/dublincore_item_multiple_values.xml", "all who wrote it are named",
            "parser/atom/issue_275_extensions_and_source.xml", "content of a type that is no text for readers");
    private static final String URL = "https://feeds.example/feed";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void fieldsAreWhatGofeedExpects() {
        var folder = Corpora.folder("feeds-gofeed");
        var agreement = new Agreement("feeds-gofeed, fields that we keep");
        Corpora.lines(folder.resolve("index.jsonl")).forEach(line -> check(folder, line, agreement));
        agreement.print();
        assertThat(agreement.undecided()).isEmpty();
        assertThat(agreement.right()).isGreaterThanOrEqualTo(FLOOR);
    }

    private static void check(Path folder, JsonNode line, Agreement agreement) {
        var input = line.path("input").asText();
        FeedDocument feed;
        try {
            feed = FeedReader.read(bytes(folder.resolve(input)), "", URL);
        } catch (NotAFeedException other) {
            agreement.count("is read", line.path("error").asBoolean(), input + " is refused: " + other.getMessage());
            return;
        }
        if (line.has("feedTitle")) {
            agreement.count("feed title", alike("feed title", feed.title(), line.path("feedTitle").asText()), input + " expects " + line.path("feedTitle").asText() + ", is " + feed.title());
        }
        if (line.path("expected").isTextual()) {
            compare(input, feed, tree(folder.resolve(line.path("expected").asText())), agreement);
        }
    }

    private static void compare(String input, FeedDocument feed, JsonNode expected, Agreement agreement) {
        var head = feed.head();
        compare(agreement, input, "feed title", expected.path("title"), head.title());
        compare(agreement, input, "feed description", first(expected.path("description"), expected.path("subtitle")), head.subtitle());
        compare(agreement, input, "feed language", expected.path("language"), head.language());
        if (!input.contains("_links")) { // gofeed takes the last of several, we the first
            compare(agreement, input, "feed link", expected.path("link"), head.siteUrl());
        }
        if (!input.endsWith(".json")) { // a JSON Feed itself has no date
            compare(agreement, input, "feed updated", expected.path("updatedParsed"), seconds(head.updatedAt()));
        }
        var items = expected.path("items").isArray() ? expected.path("items") : expected.path("entries");
        agreement.count("items", items.size() == feed.entries().size(), input + " expects " + items.size() + ", is " + feed.entries().size());
        for (var number = 0; number < Math.min(items.size(), feed.entries().size()); number++) {
            item(input, feed.entries().get(number), items.get(number), agreement);
        }
    }

    private static void item(String input, FeedEntry entry, JsonNode item, Agreement agreement) {
        compare(agreement, input, "item title", first(item.path("title")), entry.title());
        compare(agreement, input, "item id", item.path("guid").isObject() ? item.path("guid").path("value") : first(item.path("guid"), item.path("id")), entry.guid());
        var link = first(item.path("link"), item.path("url"));
        if (!input.contains("_links") && link.asText().startsWith("http")) {
            compare(agreement, input, "item link", link, entry.url());
        }
        var content = item.path("content").isObject() ? item.path("content").path("value") : first(item.path("content"), item.path("content_html"), item.path("custom").path("encoded"));
        compare(agreement, input, "item content", content, BodyCleaner.clean(entry.contentHtml(), entry.base()));
        compare(agreement, input, "item description", first(item.path("summary"), item.path("description")), BodyCleaner.clean(entry.summaryHtml().isEmpty() ? entry.contentHtml() : entry.summaryHtml(), entry.base()));
        compare(agreement, input, "item published", first(item.path("publishedParsed"), item.path("pubDateParsed")), seconds(entry.publishedAt()));
        compare(agreement, input, "item updated", item.path("updatedParsed"), seconds(entry.updatedAt()));
        people(input, entry, item, agreement);
        var tags = texts(item.path("categories"));
        if (!tags.isEmpty()) {
            agreement.count("item categories", entry.categories().size() == tags.size() && entry.categories().containsAll(tags), input + " expects " + tags + ", is " + entry.categories());
        }
        var picture = item.path("image").isObject() ? item.path("image").path("url") : item.path("image");
        if (!picture.asText().isEmpty()) {
            var urls = Stream.concat(entry.pictures().stream().map(FoundPicture::url), Jsoup.parse(entry.contentHtml(), entry.base()).select("img").stream().map(image -> image.absUrl("src"))).toList();
            agreement.count("item picture", urls.indexOf(picture.asText()) == 0, input + " expects " + picture.asText() + ", is " + urls);
        }
    }

    private static void people(String input, FeedEntry entry, JsonNode item, Agreement agreement) {
        var names = new ArrayList<String>();
        item.path("authors").forEach(author -> names.add(author.path("name").asText()));
        if (names.isEmpty()) {
            names.add(item.path("author").isTextual() ? FeedValues.person(item.path("author").asText()) : item.path("author").path("name").asText());
        }
        names.removeIf(String::isEmpty);
        if (!names.isEmpty()) {
            agreement.count("item author", entry.author().equals(String.join(", ", names.stream().distinct().toList())), input + " expects " + names + ", is " + entry.author(), DECIDED.getOrDefault(input, ""));
        }
    }

    private static void compare(Agreement agreement, String input, String field, JsonNode expected, String ours) {
        var text = expected.asText("").replaceAll("(\\d{2}:\\d{2}:\\d{2})\\.\\d+Z", "$1Z");
        if (!text.isBlank()) {
            agreement.count(field, alike(field, ours, text), input + " expects [" + shown(text) + "], is [" + shown(ours) + "]", DECIDED.getOrDefault(input, ""));
        }
    }

    /** As the API gives it: HTML cleaned by the same hand, titles as a line of text, all else to the letter. */
    private static boolean alike(String field, String ours, String expected) {
        return switch (field) {
            case "item title", "feed title", "feed description" -> CleanText.line(ours).equals(CleanText.line(expected));
            case "item content", "item description" -> ours.equals(BodyCleaner.clean(expected, URL));
            case "feed language" -> ours.equalsIgnoreCase(expected);
            default -> ours.equals(expected);
        };
    }

    private static String seconds(Optional<Instant> date) {
        return date.map(found -> found.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("");
    }

    private static JsonNode first(JsonNode... nodes) {
        return List.of(nodes).stream().filter(node -> !node.asText("").isBlank()).findFirst().orElse(nodes[0]);
    }

    private static List<String> texts(JsonNode categories) {
        return StreamSupport.stream(categories.spliterator(), false).map(category -> category.isTextual() ? category.asText()
                : first(category.path("label"), category.path("value"), category.path("term")).asText()).map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(150, text.length())).replace('\n', ' ');
    }

    private static JsonNode tree(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
