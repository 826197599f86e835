package org.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.broadsheet.testsupport.Corpora;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Thirty feeds as they stand on the web: nothing in them may be lost. */
class RealFeedsTest {

    static List<JsonNode> feeds() {
        return Corpora.lines(folder().resolve("index.jsonl")).toList();
    }

    private static Path folder() {
        return Corpora.folder("feeds-real");
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void everyEntryIsReadWithItsTitleAddressAndDate(JsonNode row) throws Exception {
        var text = Files.readString(folder().resolve(row.path("file").asText()), StandardCharsets.ISO_8859_1);
        var feed = FeedReader.read(Files.readAllBytes(folder().resolve(row.path("file").asText())), "", "https://news.example/feed");
        if (row.has("entries")) {
            assertThat(feed.entries()).hasSize(row.path("entries").asInt());
        }
        if (row.path("hasTitle").asBoolean()) {
            assertThat(feed.title()).isNotBlank();
        }
        assertThat(feed.entries()).allMatch(entry -> !(entry.title() + entry.summaryHtml() + entry.contentHtml()).isBlank());
        assertThat(feed.entries()).extracting(FeedEntry::url).as("addresses").doesNotContain("");
        assertThat(feed.entries()).extracting(FeedEntry::guid).filteredOn(guid -> !guid.isEmpty()).as("guids").doesNotHaveDuplicates();
        var dates = Stream.of("<pubDate>", "<published>", "<updated>", "<dc:date>").mapToInt(tag -> text.split(tag, -1).length - 1).max().orElse(0);
        var undated = feed.entries().stream().filter(entry -> entry.publishedAt().isEmpty()).count();
        var named = feed.problems().stream().filter(problem -> problem.code().equals("bad-date")).count(); // a year 1 is nobody's
        assertThat(feed.entries().size() - undated + named).as("dates").isGreaterThanOrEqualTo(Math.min(feed.entries().size(), dates - 1));
        assertThat(feed.problems()).as("what is said of a feed that is well-formed").noneMatch(problem -> row.path("wellFormed").asBoolean() && isMalformation(problem));
    }

    @Test
    void thereAreThirty() {
        assertThat(feeds()).hasSize(30);
    }

    private static boolean isMalformation(FeedProblem problem) {
        return Malformations.words(problem.code()) != null;
    }
}
