package org.broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class SampleSourcesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Notices notices = new Notices(0, CLOCK);
    private SampleSources sources;

    @BeforeEach
    void start() throws IOException {
        sources = SampleSources.start(0, SampleArticles.before(NOW), notices);
    }

    @AfterEach
    void stop() {
        sources.close();
    }

    @Test
    void thereIsEnoughToReadInThreeSectionsAndAllOfItIsRecent() {
        var articles = SampleArticles.before(NOW);
        assertThat(articles).hasSizeGreaterThanOrEqualTo(14).allSatisfy(article -> {
            assertThat(article.paragraphs()).hasSizeBetween(4, 9);
            assertThat(article.standfirst()).hasSizeBetween(40, 240);
            assertThat(article.title() + article.kicker() + article.author()).doesNotContain("null");
            assertThat(article.publishedAt()).isBetween(NOW.minus(Duration.ofHours(36)), NOW);
        });
        assertThat(articles).extracting(article -> article.publisher().section).containsOnly("transport", "science", "money");
    }

    @Test
    void theRssFeedNamesPictureCaptionAndCredit() throws Exception {
        var feed = xml(get("/junction-review/feed.rss").body());
        var media = feed.getElementsByTagName("media:content");
        assertThat(media.getLength()).isEqualTo(2);
        assertThat(feed.getElementsByTagName("media:credit").item(0).getTextContent()).isEqualTo("Lumen Bureau");
        assertThat(feed.getElementsByTagName("item").getLength()).isEqualTo(feed.getElementsByTagName("content:encoded").getLength());
        assertThat(get(URI.create(media.item(0).getAttributes().getNamedItem("url").getTextContent()).getPath()).statusCode()).isEqualTo(200);
    }

    @Test
    void theAtomAndJsonFeedsHoldWholeArticles() throws Exception {
        assertThat(xml(get("/the-assay/feed.atom").body()).getElementsByTagName("content").getLength()).isEqualTo(4);
        var items = (List<?>) ((Map<?, ?>) Json.read(get("/counting-house-notes/feed.json").body())).get("items");
        assertThat(items).hasSize(4).first().extracting("content_html").asString().contains("<figure>");
    }

    @Test
    void everyArticleAndPictureIsServedInItsStatedSize() throws Exception {
        for (var article : SampleArticles.before(NOW)) {
            assertThat(get(article.path()).body()).contains(Markup.escape(article.title())).contains(Markup.escape(article.paragraphs().getLast()));
            if (article.picture().isPresent()) {
                var picture = article.picture().get();
                var image = ImageIO.read(URI.create(sources.base() + "/pictures/" + picture.file()).toURL());
                assertThat(List.of(image.getWidth(), image.getHeight())).isEqualTo(List.of(picture.width(), picture.height()));
                assertThat(picture.alt() + picture.caption() + picture.credit()).doesNotContain("null");
            }
        }
    }

    @Test
    void anUnchangedFeedIsNotSentAgainAndANewNoticeIs() throws Exception {
        var tag = get("/junction-review/feed.rss").headers().firstValue("ETag").orElseThrow();
        assertThat(get("/junction-review/feed.rss", "If-None-Match", tag).statusCode()).isEqualTo(304);
        notices.publish(1);
        var changed = get("/junction-review/feed.rss", "If-None-Match", tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).contains("notice-0-0");
    }

    @Test
    void twentyFiveStartsBringNoHeadlineTwiceAndNeighboursHaveLittleInCommon() {
        var notices = IntStream.range(0, 25).boxed().flatMap(start -> firstOf(start).stream()).toList();
        assertThat(notices).extracting(SampleArticle::title).doesNotHaveDuplicates();
        assertThat(notices).allSatisfy(notice -> assertThat(notice.title() + notice.standfirst()).doesNotContain("{"));
        for (var later = 0; later < notices.size(); later++) {
            for (var earlier = Math.max(0, later - 28); earlier < later; earlier++) {
                assertThat(inCommon(notices.get(earlier), notices.get(later))).as("%d and %d", earlier, later).isLessThanOrEqualTo(2);
            }
        }
    }

    private static List<SampleArticle> firstOf(int start) {
        var notices = new Notices(start, CLOCK);
        notices.publish(4);
        return notices.published();
    }

    private static long inCommon(SampleArticle one, SampleArticle other) {
        return one.paragraphs().stream().filter(other.paragraphs()::contains).count() + (one.kicker().equals(other.kicker()) ? 1 : 0);
    }

    @Test
    void pathsOutsideAreNotFound() throws Exception {
        for (var path : List.of("/", "/pictures/../article.css", "/pictures/none.jpg", "/junction-review/none", "/articles/notices.txt")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(sources.base() + path));
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }
}
