package org.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of articles in JSON, in XML and in scripts of pages, read without settings; and what looks like them and is none. All documents are our own. */
class DataListsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final String URL = "https://harbour.example/api/news";

    @Test
    void aListOfPostsAsWordPressGivesThem() throws NotAFeedException {
        var post = """
                {"id": %1$d, "date": "2026-02-1%1$dT09:00:00", "date_gmt": "2026-02-1%1$dT08:00:00", "guid": {"rendered": "https://harbour.example/?p=%1$d"}, "modified_gmt": "2026-02-1%1$dT10:00:00",
                "slug": "line-%1$d", "status": "publish", "type": "post", "link": "https://harbour.example/2026/02/line-%1$d/", "title": {"rendered": "The line&#8217;s %1$dth summer"},
                "content": {"rendered": "<p>What there is to say about it.</p>", "protected": false}, "excerpt": {"rendered": "<p>All about the line.</p>"}, "author": 4, "featured_media": 9,
                "categories": [1, 2], "tags": [], "_links": {"self": [{"href": "https://harbour.example/wp-json/wp/v2/posts/%1$d"}]}}""";
        var document = read("[" + many(post, 1, 5) + "]");
        assertThat(document.entries()).hasSize(5);
        var first = document.entries().getFirst();
        assertThat(first.title()).isEqualTo("The line&#8217;s 1th summer");
        assertThat(first.url()).isEqualTo("https://harbour.example/2026/02/line-1/");
        assertThat(first.guid()).isEqualTo("https://harbour.example/?p=1");
        assertThat(first.publishedAt()).contains(Instant.parse("2026-02-11T08:00:00Z"));
        assertThat(first.updatedAt()).contains(Instant.parse("2026-02-11T10:00:00Z"));
        assertThat(first.contentHtml()).contains("What there is to say");
        assertThat(first.summaryHtml()).contains("All about the line");
        assertThat(first.author()).isEmpty();
        assertThat(first.categories()).isEmpty();
    }

    @Test
    void aListDeepInADocumentWithItsMenusAndAuthors() throws NotAFeedException {
        var story = "{\"node\": {\"__typename\": \"Story\", \"headlines\": {\"basic\": \"Council rejects tower number %1$d\"}, \"canonical_url\": \"/news/2026/03/0%1$d/tower\", \"display_date\": \"2026-03-01T0%1$d:00:00Z\","
                + "\"description\": {\"basic\": \"It was close.\"}, \"credits\": {\"by\": [{\"name\": \"Ada Quill\"}]}, \"byline\": \"By Ada Quill\", \"promo_items\": {\"basic\": {\"type\": \"image\", \"url\": \"https://img.example/%1$d.jpg\"}},"
                + "\"image\": {\"url\": \"/img/%1$d.jpg\", \"width\": 1200, \"height\": 800, \"alt\": \"The tower\", \"credit\": \"Jo Rails\"}, \"section\": {\"name\": \"Politics\"}}}";
        var menu = "{\"title\": \"Section %1$d of the paper\", \"url\": \"/section-%1$d/\"}";
        var author = "{\"name\": \"Ada Quill the %1$dth\", \"url\": \"/authors/ada-quill-%1$d\", \"bio\": \"She has written about ports for as long as anybody here can remember, and then some.\"}";
        var document = read("{\"menu\": [" + many(menu, 1, 9) + "], \"authors\": [" + many(author, 1, 9) + "], \"data\": {\"feed\": {\"edges\": [" + many(story, 1, 4) + "]}}}");
        assertThat(document.entries()).extracting(FeedEntry::title).containsExactly("Council rejects tower number 1", "Council rejects tower number 2", "Council rejects tower number 3",
                "Council rejects tower number 4");
        var first = document.entries().getFirst();
        assertThat(first.author()).isEqualTo("Ada Quill");
        assertThat(first.categories()).containsExactly("Politics");
        assertThat(first.pictures()).singleElement().satisfies(picture -> {
            assertThat(picture.url()).isEqualTo("https://harbour.example/img/1.jpg");
            assertThat(picture.width()).isEqualTo(1200);
            assertThat(picture.credit()).isEqualTo("Jo Rails");
        });
    }

    @Test
    void articlesOfSeveralSectionsAreOneList() throws NotAFeedException {
        var story = "{\"title\": \"The news of the port, number %1$d\", \"path\": \"/news/story-of-the-port-%1$d\", \"publishedAt\": 177240000%1$d000}";
        var document = read("{\"sections\": [{\"articles\": [" + many(story, 1, 2) + "]}, {\"articles\": [" + many(story, 3, 5) + "]}], \"related\": [" + many(story.replace("port", "pier"), 1, 9)
                + "], \"lead\": {\"big\": [" + many(story, 6, 8) + "]}}");
        assertThat(document.entries()).hasSize(8);
        assertThat(document.entries().getFirst().publishedAt()).isPresent();
    }

    @Test
    void aCategoryMayHoldTheListAndSoMayWhatIsPopularIfThereIsNothingElse() throws NotAFeedException {
        var story = "{\"title\": \"The news of the port, number %1$d\", \"path\": \"/news/story-of-the-port-%1$d\", \"publishedAt\": 177240000%1$d000}";
        assertThat(read("{\"category\": {\"name\": \"Ports\", \"articles\": [" + many(story, 1, 4) + "]}, \"popular\": [" + many(story.replace("port", "pier"), 1, 9) + "]}").entries()).hasSize(4);
        assertThat(read("{\"popular\": [" + many(story, 1, 9) + "]}").entries()).hasSize(9);
    }

    @Test
    void articlesUnderTheirIdsAndUnderAttributesAndFields() throws NotAFeedException {
        var byId = "\"a%1$d\": {\"title\": \"The news of the port, number %1$d\", \"url\": \"/news/%1$d-port\", \"created\": \"2026-02-1%1$d\"}";
        assertThat(read("{\"articles\": {" + many(byId, 1, 4) + "}}").entries()).hasSize(4);
        var api = "{\"type\": \"article\", \"id\": \"%1$d\", \"attributes\": {\"title\": \"The news of the port, number %1$d\", \"created\": \"2026-02-1%1$dT00:00:00Z\", \"path\": {\"alias\": \"/news/port-%1$d\"}}}";
        assertThat(read("{\"data\": [" + many(api, 1, 4) + "]}").entries()).extracting(FeedEntry::url).contains("https://harbour.example/news/port-1");
        var fields = "{\"id\": \"news/2026/%1$d\", \"webTitle\": \"The news of the port, number %1$d\", \"webUrl\": \"https://g.example/news/2026/%1$d\", \"webPublicationDate\": \"2026-02-1%1$dT00:00:00Z\","
                + "\"fields\": {\"trailText\": \"The <strong>port</strong> again\", \"thumbnail\": \"https://g.example/%1$d.jpg\"}}";
        assertThat(read("{\"response\": {\"status\": \"ok\", \"results\": [" + many(fields, 1, 4) + "]}}").entries().getFirst()).satisfies(entry -> {
            assertThat(entry.summaryHtml()).isEqualTo("The <strong>port</strong> again");
            assertThat(entry.pictures()).hasSize(1);
        });
    }

    @Test
    void aJsonFeedIsAFeedFirst() throws NotAFeedException {
        var feed = "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Port\", \"items\": [" + many("{\"id\": \"%1$d\", \"url\": \"/%1$d\", \"content_text\": \"x\"}", 1, 4) + "]}";
        assertThat(read(feed).entries()).hasSize(4);
        var another = "{\"items\": [" + many("{\"headline\": \"The news of the port, number %1$d\", \"permalink\": \"/news/%1$d\", \"published_ts\": 1, \"published\": \"2026-02-1%1$d\"}", 1, 4) + "]}";
        assertThat(read(another).entries()).allMatch(entry -> entry.publishedAt().isPresent() && entry.title().startsWith("The news"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"name\": \"Section %1$d of the whole paper\", \"url\": \"/section-%1$d\"}",
            "{\"title\": \"A shirt of the finest blue cotton, number %1$d\", \"url\": \"/shirts/a-shirt-of-blue-cotton-%1$d\", \"price\": 12, \"description\": \"With buttons and two pockets, washable at sixty degrees or less.\"}",
            "{\"login\": \"quill%1$d\", \"id\": %1$d, \"url\": \"https://api.example/users/quill%1$d\", \"created_at\": \"2026-02-1%1$d\"}",
            "{\"title\": \"The news of the port, number %1$d\", \"published\": \"2026-02-1%1$d\"}",
            "{\"title\": \"The news of the port, number %1$d\", \"slug\": \"the-news-of-the-port-%1$d\", \"published\": \"2026-02-1%1$d\"}",
            "{\"title\": \"The news of the port, number %1$d\", \"url\": \"/the-same\", \"published\": \"2026-02-1%1$d\"}",
            "{\"title\": \"Picture %1$d of the port in the morning\", \"url\": \"/img/the-port-in-the-morning-%1$d.jpg\", \"date\": \"2026-02-1%1$d\"}",
            "{\"name\": \"broadsheet-%1$d\", \"html_url\": \"https://code.example/quill/broadsheet-%1$d\", \"created_at\": \"2026-02-1%1$d\"}",
            "{\"city\": \"Port %1$d\", \"lat\": 1.0, \"lon\": 2.0}", "%1$d", "{\"message\": \"no\"}"})
    void whatIsNoListOfArticlesIsNone(String object) {
        assertThatThrownBy(() -> read("{\"results\": [" + many(object, 1, 9) + "]}")).isInstanceOf(NotAFeedException.class).hasMessageContaining("no JSON Feed");
    }

    @Test
    void aSingleDatedArticleInAListIsEnough() throws NotAFeedException {
        assertThat(read("{\"articles\": [{\"title\": \"Ferries return\", \"url\": \"https://api.example/1\", \"html_url\": \"/news/1\", \"date\": {\"$date\": \"2026-02-11\"}}]}").entries()).singleElement()
                .satisfies(entry -> assertThat(entry.url()).isEqualTo("https://harbour.example/news/1"));
        assertThatThrownBy(() -> read("{\"title\": \"Ferries return\", \"url\": \"/news/1\", \"date\": \"2026-02-11\"}")).isInstanceOf(NotAFeedException.class);
    }

    @Test
    void headlinesWithoutAddressesAreNamedWithTheWayOut() {
        var story = "{\"title\": \"The news of the port, number %1$d\", \"slug\": \"port-%1$d\"}";
        assertThatThrownBy(() -> read("{\"data\": {\"posts\": [" + many(story, 1, 5) + "]}}")).hasMessageContaining("5 objects with headlines stand at $.data.posts[*]").hasMessageContaining("{id}");
    }

    @Test
    void xmlThatIsNoFeed() throws NotAFeedException {
        var story = "<story nr='%1$d'><headline>The news of the port, number %1$d</headline><url>/news/%1$d</url><published>1%1$d.02.2026 08:00</published><teaser>All &amp; more</teaser><text><p>One.</p><p>Two.</p></text></story>\n";
        var document = read("<?xml version='1.0' encoding='UTF-8'?><export><stories>" + many(story, 1, 5).replace(",<story", "<story") + "</stories></export>");
        assertThat(document.entries()).hasSize(5);
        assertThat(document.entries().getFirst().url()).isEqualTo("https://harbour.example/news/1");
        assertThat(document.entries().getFirst().contentHtml()).contains("<p>Two.</p>");
        assertThat(document.entries().getFirst().summaryHtml()).isEqualTo("All &amp; more");
        assertThatThrownBy(() -> read("<ports>" + many("<port><name>Port %1$d</name></port>", 1, 9) + "</ports>")).hasMessageContaining("This is XML, but none of a feed");
    }

    @Test
    void aPageWhoseListStandsOnlyInAScript() {
        var story = "{\"id\": \"%1$d\", \"title\": \"The news of the port, number %1$d\", \"url\": \"/news/port-%1$d\", \"publishedAt\": \"2026-02-1%1$dT08:00:00Z\"}";
        var next = "<script id='__NEXT_DATA__' type='application/json'>{\"props\": {\"pageProps\": {\"stories\": [" + many(story, 1, 6) + "]}}}</script>";
        var assigned = "<script>!function(){var a={};}();window.__INITIAL_STATE__ = {\"list\": {\"stories\": [" + many(story, 1, 6) + "], more: undefined}};\nwindow.y = [1];</script>";
        var parsed = "<script>window.s = JSON.parse(\"" + ("[" + many(story, 1, 6) + "]").replace("\"", "\\\"") + "\");</script>";
        var ld = "<script type='application/ld+json'>[" + many("{\"@type\": \"NewsArticle\", \"headline\": \"The news of the port, number %1$d\", \"url\": \"https://harbour.example/news/port-%1$d\", \"datePublished\": \"2026-02-1%1$d\"}", 1, 6) + "]</script>";
        for (var script : List.of(next, assigned, parsed, ld)) {
            var list = PageReader.read(PageDocument.parse(("<html lang='en'><body><div id='app'>Loading</div>" + script + "</body></html>").getBytes(StandardCharsets.UTF_8), "text/html", "https://harbour.example/"),
                    Optional.empty(), NOW);
            assertThat(list.document().entries()).as(script).hasSize(6);
            assertThat(list.document().entries().getFirst().publishedAt()).isPresent();
            assertThat(list.document().entries().getFirst().language()).isEqualTo("en");
        }
    }

    private static FeedDocument read(String text) throws NotAFeedException {
        return DataLists.read(text.getBytes(StandardCharsets.UTF_8), "", URL, NOW);
    }

    private static String many(String template, int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(template::formatted).collect(Collectors.joining(","));
    }
}
