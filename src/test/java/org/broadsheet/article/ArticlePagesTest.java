package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.util.Map;

import org.broadsheet.testsupport.Api;
import org.broadsheet.testsupport.Press;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Where a source says too little, the pages of its articles are read: as robots.txt allows, and nothing is lost if they cannot be. */
@QuarkusTest
class ArticlePagesTest {

    private static final String PARAGRAPH = "<p>The harbour board has asked ships to slow down far out at sea, and pays them for the hours that they lose on the way. "
            + "The berths stay in order, the tugs rest, and the fuel that nobody burns is counted at the end of each month by an office in the old weigh house.</p>";

    private Press press;
    private String slug;

    @BeforeEach
    void open() throws IOException {
        press = new Press();
        slug = Api.created();
    }

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void anArticleOfAFeedOfTeasersIsCompletedByItsPage() throws IOException {
        press.picture("/quay.jpg", 1400, 900).publish("/ships", "text/html", page("/ships", "Ships slow down", "quay.jpg"))
                .publish("/feed", "text/xml", feed("<title>Ships slow down</title><link>" + press.url("/ships") + "</link><description>A teaser.</description>"));
        Api.refresh(Api.source(slug, Map.of("url", press.url("/feed")))).body("new", is(1)).body("problems", hasSize(0));
        Api.articles(slug).body("items[0].bodyHtml", containsString("old weigh house")).body("items[0].bodyHtml", not(containsString("Subscribe to our")))
                .body("items[0].standfirst", is("A teaser.")).body("items[0].author", is("Ada Quist")).body("items[0].publishedAt", is("2026-03-01T05:40:00Z"))
                .body("items[0].picture.caption", is("The quay at dawn.")).body("items[0].picture.credit", is("Photograph: A. Sample")).body("items[0].pageProblem", nullValue());
    }

    @Test
    void aFullTextFeedWithPicturesSendsNobodyToItsPages() throws IOException {
        press.picture("/quay.jpg", 1400, 900).publish("/feed", "text/xml", feed("<title>Ships slow down</title><link>" + press.url("/ships") + "</link><enclosure type='image/jpeg' url='"
                + press.url("/quay.jpg") + "'/><description>" + PARAGRAPH.repeat(5).replace("<", "&lt;") + "</description>"));
        Api.refresh(Api.source(slug, Map.of("url", press.url("/feed")))).body("new", is(1));
        assertThat(press.asked("/ships")).isEmpty();
    }

    @Test
    void aFrontPageIsASourceOfWholeArticles() throws IOException {
        front();
        Api.refresh(Api.source(slug, Map.of("url", press.url("/news/"), "kind", "PAGE"))).body("status", is("OK")).body("new", is(3));
        Api.articles(slug).body("items.findAll { it.bodyHtml != null }", hasSize(3)).body("items.findAll { it.picture != null }", hasSize(3))
                .body("items.findAll { it.publishedAt != null }", hasSize(3)).body("items.findAll { it.summary != null }", hasSize(3));
    }

    @Test
    void whatRobotsAreNotToReadIsNotRead() throws IOException {
        front();
        press.publish("/robots.txt", "text/plain", "User-agent: *\nDisallow: /news/1");
        Api.refresh(Api.source(slug, Map.of("url", press.url("/news/"), "kind", "PAGE"))).body("new", is(3));
        assertThat(press.asked("/news/1-first-ships-slow-down-far-out-at-sea")).isEmpty();
        assertThat(press.asked("/news/2-second-board-counts-its-berths-again")).hasSize(1);
        Api.articles(slug).body("items.find { it.url.contains('/1-first') }.pageProblem", containsString("robots.txt"));
    }

    @Test
    void aPageThatIsGoneLeavesWhatTheSourceSaid() {
        press.publish("/feed", "text/xml", feed("<title>Ships slow down</title><link>" + press.url("/gone") + "</link><description>A teaser.</description>"));
        Api.refresh(Api.source(slug, Map.of("url", press.url("/feed")))).body("new", is(1)).body("status", is("OK"));
        Api.articles(slug).body("items[0].bodyHtml", is("A teaser.")).body("items[0].pageProblem", containsString("answered 404"));
    }

    @Test
    void anOperatorMayForbidThatPagesAreRead() {
        press.publish("/feed", "text/xml", feed("<title>Ships slow down</title><link>" + press.url("/ships") + "</link><description>A teaser.</description>"));
        Api.refresh(Api.source(slug, Map.of("url", press.url("/feed"), "pages", "NEVER"))).body("new", is(1));
        assertThat(press.asked("/ships")).isEmpty();
    }

    private void front() throws IOException {
        var list = new StringBuilder();
        for (var path : new String[] {"/news/1-first-ships-slow-down-far-out-at-sea", "/news/2-second-board-counts-its-berths-again", "/news/3-third-tugs-rest-for-a-whole-week"}) {
            var title = path.substring(8).replace('-', ' ');
            press.picture(path + ".jpg", 1200 + path.length(), 800).publish(path, "text/html", page(path, title, press.url(path + ".jpg")));
            list.append("<article><h2><a href='").append(path).append("'>").append(title).append("</a></h2></article>");
        }
        press.publish("/news/", "text/html", "<!doctype html><html lang='en'><head><title>North Quay</title></head><body><nav><a href='/'>Home</a><a href='/about'>About us</a></nav><main>" + list
                + "</main></body></html>");
    }

    private String page(String path, String title, String picture) {
        return "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>" + title + " | North Quay</title><link rel='canonical' href='" + press.url(path) + "'>"
                + "<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"" + title
                + "\",\"datePublished\":\"2026-03-01T05:40:00Z\",\"author\":{\"@type\":\"Person\",\"name\":\"Ada Quist\"}}</script></head><body><header><a href='/'>North Quay</a></header>"
                + "<article><h1>" + title + "</h1><figure><img src='" + picture + "' alt='A quay' width='1400' height='900'><figcaption>The quay at dawn. (Photograph: A. Sample)</figcaption></figure>"
                + PARAGRAPH + PARAGRAPH.replace("harbour", "port") + PARAGRAPH.replace("ships", "barges") + "</article><aside><h2>Subscribe to our newsletter</h2></aside></body></html>";
    }

    private static String feed(String item) {
        return "<rss version='2.0'><channel><title>North Quay</title><item>" + item + "</item></channel></rss>";
    }
}
