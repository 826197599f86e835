package org.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What hostile or overlong feeds may take: a bounded time, a bounded memory, and never more than their own articles. */
class FeedLimitsTest {

    private static final String URL = "https://news.example/feed";
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void ofAHundredThousandEntriesTheNewestThousandAreKeptAndTheRestIsCounted() {
        var document = new StringBuilder("<rss><channel>");
        for (var number = 0; number < 100_000; number++) {
            document.append("<item><title>").append(number).append("</title><guid>").append(number).append("</guid><pubDate>")
                    .append(Instant.ofEpochSecond(1_600_000_000L + number * 7919L % 100_000 * 60)).append("</pubDate></item>");
        }
        var feed = read(document.append("</channel></rss>"));
        assertThat(feed.entries()).hasSize(FeedReader.MOST_ENTRIES);
        assertThat(feed.entries()).allMatch(entry -> !entry.publishedAt().orElseThrow().isBefore(Instant.ofEpochSecond(1_600_000_000L + 99_000 * 60)));
        assertThat(feed.problems()).extracting(FeedProblem::code).contains("too-many-entries", "more");
        assertThat(feed.problems()).hasSizeLessThan(60).anyMatch(problem -> problem.message().contains("99000 oldest"));
    }

    @Test
    void anItemOfMillionsOfElementsKeepsThousands() {
        var kept = new ArrayList<XmlNode>();
        build("<rss><channel><item>" + "<a/>".repeat(500_000) + "<x y='1'/>".repeat(500_000) + "</item></channel></rss>", kept);
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().children()).hasSizeBetween(1000, 100_000);
    }

    @Test
    void millionsOfNamesAreNotRemembered() {
        var names = Namespaces.of("rss", java.util.List.of());
        for (var number = 0; number < 100_000; number++) {
            names.name("name" + number);
        }
        assertThat(names.remembered()).isLessThanOrEqualTo(1000);
    }

    @Test
    void aTextOfAnyLengthIsCut() {
        var feed = read(new StringBuilder("<rss><channel><item><title>").append("t".repeat(9_000_000)).append("</title><author>").append("a".repeat(9_000_000))
                .append("</author></item><item><description>").append("d".repeat(20_000_000)).append("</description></item><item><title>last</title></item></channel></rss>"));
        assertThat(feed.entries().getFirst().title()).hasSize(5000);
        assertThat(feed.entries().getFirst().author()).hasSizeLessThanOrEqualTo(300);
        assertThat(feed.entries().get(1).contentHtml()).hasSizeLessThanOrEqualTo(8_000_000);
        assertThat(feed.entries().getLast().title()).isEqualTo("last");
    }

    @Test
    void anAttributeOfAnyLengthIsCut() {
        var kept = new ArrayList<XmlNode>();
        build("<rss><channel><item><enclosure url='" + "u".repeat(20_000_000) + "' type='image/png'/><title>t</title></item></channel></rss>", kept);
        assertThat(kept.getFirst().child("enclosure").orElseThrow().attribute("url")).hasSize(1_000_000);
        assertThat(kept.getFirst().html("title")).isEqualTo("t");
    }

    @Test
    void aNameTooLongForAnIndexIsKeptApartFromOthers() {
        var feed = read(new StringBuilder("<rss><channel><item><guid>").append("g".repeat(5000)).append("1</guid></item><item><guid>").append("g".repeat(5000))
                .append("2</guid></item><item><link>https://n.example/").append("x".repeat(5000)).append("</link></item></channel></rss>"));
        assertThat(feed.entries().get(0).guid()).hasSizeLessThan(500).isNotEqualTo(feed.entries().get(1).guid());
        assertThat(feed.entries().get(2).url()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<![CDATA[", "<!--", "<?x ", "<!DOCTYPE [", "<a b='", "<a b=\"", "<a b=", "<a ", "<", "&", "&#", "</", "<a b='<", "<item>", "<x xmlns:a='b'>", "<title>", "]]>",
            "<a b='c\"><d e=\"f'>", "<item><![CDATA[</item>", "<!--</item><!--"})
    void noDelimiterThatIsRepeatedTakesMoreThanItsLength(String delimiter) {
        var feed = assertTimeoutPreemptively(SOON, () -> read(new StringBuilder("<rss><channel><item><title>first</title></item>").append(delimiter.repeat(2_000_000 / delimiter.length()))));
        assertThat(feed.entries()).isNotEmpty().first().extracting(FeedEntry::title).isEqualTo("first");
    }

    @Test
    void entitiesThatTheDocumentDeclaresCannotFillTheMemory() {
        var feed = read(new StringBuilder("<!DOCTYPE rss [<!ENTITY a '").append("a".repeat(200)).append("'>]><rss><channel><item><description>").append("&a;".repeat(300_000))
                .append("</description></item></channel></rss>"));
        assertThat(feed.entries().getFirst().contentHtml()).hasSizeLessThan(3_000_000);
    }

    @Test
    void elementsMayBeNestedAsDeepAsTheyLike() {
        var feed = read(new StringBuilder("<rss><channel>").append("<div>".repeat(500_000)).append("<item><title>in</title></item>").append("</div>".repeat(500_000))
                .append("<item><title>out</title><description>").append("<b>".repeat(200_000)).append("</description></item></channel></rss>"));
        assertThat(feed.entries()).extracting(FeedEntry::title).contains("out");
    }

    @Test
    void aJsonFeedKeepsNothingThatItDoesNotKnow() {
        var feed = read(new StringBuilder("{\"version\":\"https://jsonfeed.org/version/1.1\",\"_x\":[").append("{\"a\":[1,2,3]},".repeat(300_000)).append("0],\"title\":\"T\",\"items\":[{\"id\":\"1\",\"_y\":")
                .append("[".repeat(150)).append("]".repeat(150)).append(",\"tags\":[").append("\"t\",".repeat(300_000)).append("\"u\"],\"url\":\"/1\"}]}"));
        assertThat(feed.title()).isEqualTo("T");
        assertThat(feed.entries().getFirst().url()).isEqualTo("https://news.example/1");
        assertThat(feed.entries().getFirst().categories()).containsExactly("t");
    }

    private static void build(String document, ArrayList<XmlNode> kept) {
        Supplier<java.io.Reader> source = () -> new StringReader(document);
        new NodeBuilder(new XmlScanner(source), kept::add).build();
    }

    private static FeedDocument read(CharSequence document) {
        return assertTimeoutPreemptively(SOON, () -> FeedReader.read(document.toString().getBytes(StandardCharsets.UTF_8), "", URL));
    }
}
