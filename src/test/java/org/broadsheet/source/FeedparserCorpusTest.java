package org.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.broadsheet.article.BodyCleaner;
import org.broadsheet.article.CleanText;
import org.broadsheet.testsupport.Corpora;
import org.junit.jupiter.api.Test;

/** 1,028 feeds of feedparser's own tests, with what it makes of them: as far as it concerns a field that we keep. */
class FeedparserCorpusTest {

    private static final int FLOOR = 639;
    private static final String NOWHERE = "http://127.0.0.1:8097/tests/";
    /** Not kept: what is attached that is no picture, and roles of credits. */
    private static final List<String> NOT_KEPT = List.of("enclosures", "media_credit", "bozo", "encoding");

    /** By file; each is named in the output with its reason, and counts as a disagreement where it makes a difference. */
    private static final Map<String, String> DECIDED = Map.of(
            ".*/atom10/entry_category_term\\.xml", "a category goes by its label, which is for people (RFC 4287, section 4.2.2.3)",
            "entities/lang\\.xml", "HTML decides what &lang; is, and it is U+27E8",
            ".*/http_(entry|feed)_id_base_docuri\\.xml", "an id is compared letter by letter, never resolved (RFC 4287, section 4.2.6.1)",
            ".*/http_content_language\\.xml", "the language of the answer is often that of the server",
            ".*/acceptable_element_br\\.xml", "to HTML, </br> is a second break",
            ".*(_crazy|script_nested_cdata)\\.xml", "hostile mark-up, of which cleaning leaves less than there; what is left is the matter of the XSS corpus");

    @Test
    void everyFileIsReadOrRefusedInWords() throws IOException {
        var folder = Corpora.folder("feeds-feedparser");
        var read = 0;
        var files = new ArrayList<Path>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(file -> file.toString().endsWith(".xml")).forEach(files::add);
        }
        for (var file : files) {
            try {
                FeedReader.read(Files.readAllBytes(file), "", NOWHERE);
                read++;
            } catch (NotAFeedException other) {
                System.out.println("  refused: " + folder.relativize(file) + ": " + other.getMessage());
            }
        }
        System.out.printf("feeds-feedparser: %d of %d files are read%n", read, files.size());
        assertThat(read).isEqualTo(1028);
    }

    @Test
    void fieldsAreWhatFeedparserExpects() {
        var folder = Corpora.folder("feeds-feedparser");
        var agreement = new Agreement("feeds-feedparser, fields that we keep");
        Corpora.lines(folder.resolve("expect.jsonl")).filter(line -> NOT_KEPT.stream().noneMatch(name(line)::contains)).forEach(line -> check(folder, line, agreement));
        agreement.print();
        assertThat(agreement.undecided()).isEmpty();
        assertThat(agreement.right()).isGreaterThanOrEqualTo(FLOOR);
    }

    @Test
    void charsetsAreFoundAsFeedparserFindsThem() {
        var folder = Corpora.folder("feeds-feedparser");
        var agreement = new Agreement("feeds-feedparser, charsets (by what they make of the bytes)");
        Corpora.lines(folder.resolve("expect.jsonl")).filter(line -> name(line).equals("encoding")).forEach(line -> charset(folder, line, agreement));
        agreement.print();
        assertThat(agreement.share()).isEqualTo(1);
    }

    private static void charset(Path folder, JsonNode line, Agreement agreement) {
        var body = bytes(folder, line);
        var expected = Charsets.named(line.path("value").asText()).orElseThrow();
        var text = FeedText.of(body, contentType(line).contains("charset=") ? Optional.of(contentType(line).replaceAll(".*charset= *[\"']?([^\"';]*).*", "$1")) : Optional.empty());
        var same = text.charset().equals(expected) || new String(body, text.charset()).equals(new String(body, expected));
        agreement.count("encoding", same, line.path("file").asText() + " expects " + expected + ", is " + text.charset());
    }

    /** Where we decide otherwise, with the reason; "" where we don't. */
    private static String decidedOtherwise(JsonNode line) {
        var file = line.path("file").asText();
        return DECIDED.entrySet().stream().filter(decision -> file.matches(decision.getKey())).map(Map.Entry::getValue).findFirst().orElse("");
    }

    private static void check(Path folder, JsonNode line, Agreement agreement) {
        FeedDocument feed;
        try {
            feed = FeedReader.read(bytes(folder, line), contentType(line), stated(line));
        } catch (NotAFeedException other) {
            agreement.count(name(line), false, line.path("file").asText() + " is refused: " + other.getMessage());
            return;
        }
        var ours = value(feed, line.path("path"));
        var expected = line.path("value").asText();
        agreement.count(name(line), alike(name(line), ours, expected, base(feed, line), stated(line)), line.path("file").asText() + " expects [" + shown(expected) + "], is [" + shown(ours) + "]", decidedOtherwise(line));
    }

    /** As the API gives it: titles and people as a line of text, HTML cleaned by the same hand with our base and with theirs, all else to the letter. */
    private static boolean alike(String field, String ours, String expected, String ourBase, String base) {
        return switch (field) {
            case "entries.title", "feed.title", "feed.subtitle" -> CleanText.line(ours).equals(CleanText.line(expected));
            case "entries.summary", "entries.content.value" -> BodyCleaner.clean(unwrapped(ours), ourBase).equals(BodyCleaner.clean(unwrapped(expected), base));
            case "feed.language" -> ours.equalsIgnoreCase(expected);
            default -> ours.equals(expected);
        };
    }

    /** The division that XHTML stands in is no part of it for us. */
    private static String unwrapped(String html) {
        return html.replaceFirst("(?s)^<div>(.*)</div>$", "$1");
    }

    private static String value(FeedDocument feed, JsonNode path) {
        if (path.get(0).asText().equals("feed")) {
            return head(feed.head(), path.get(1).asText());
        }
        var number = path.get(1).asInt();
        return number < feed.entries().size() ? entry(feed.entries().get(number), path) : "no entry " + number;
    }

    private static String head(FeedHead head, String field) {
        return switch (field) {
            case "title" -> head.title();
            case "subtitle" -> head.subtitle();
            case "link" -> head.siteUrl();
            case "language" -> head.language();
            case "id" -> head.id();
            case "updated_parsed" -> head.updatedAt().map(Instant::toString).orElse("");
            default -> throw new IllegalArgumentException(field);
        };
    }

    private static String entry(FeedEntry entry, JsonNode path) {
        return switch (path.get(2).asText()) {
            case "title" -> entry.title();
            case "summary" -> entry.summaryHtml().isEmpty() ? entry.contentHtml() : entry.summaryHtml();
            case "content" -> entry.contentHtml();
            case "id" -> entry.guid();
            case "link" -> entry.url();
            case "author" -> entry.author();
            case "tags" -> entry.categories().size() > path.get(3).asInt() ? entry.categories().get(path.get(3).asInt()) : "";
            case "updated_parsed" -> entry.updatedAt().map(Instant::toString).orElse("");
            case "published_parsed" -> entry.publishedAt().map(Instant::toString).orElse("");
            default -> throw new IllegalArgumentException(path.toString());
        };
    }

    private static String base(FeedDocument feed, JsonNode line) {
        return feed.entries().isEmpty() ? address(line) : feed.entries().getFirst().base();
    }

    private static String name(JsonNode line) {
        var path = new ArrayList<String>();
        line.path("path").forEach(step -> path.add(step.asText()));
        path.removeIf(step -> step.matches("\\d+"));
        return String.join(".", path);
    }

    /** The base that the client finds stated, as {@code FetchOutcome.Fetched.base()} gives it. */
    private static String stated(JsonNode line) {
        var location = line.path("headers").path("Content-Location").asText("");
        return location.isEmpty() ? address(line) : java.net.URI.create(address(line)).resolve(location).toString();
    }

    private static String address(JsonNode line) {
        return line.path("url").asText(NOWHERE);
    }

    private static String contentType(JsonNode line) {
        return line.path("headers").path("Content-type").asText("");
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(150, text.length())).replace('\n', ' ');
    }

    private static byte[] bytes(Path folder, JsonNode line) {
        try {
            return Files.readAllBytes(folder.resolve(line.path("file").asText()));
        } catch (IOException problem) {
            throw new java.io.UncheckedIOException(problem);
        }
    }
}
