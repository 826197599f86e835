package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.broadsheet.web.Masthead;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What other sites and search engines are told of a page. */
class CardsTest {

    private static final Instant PUBLISHED = Instant.parse("2026-11-24T06:00:03.456Z");
    private static final Cards CARDS = new Cards("https://news.example");

    @Test
    void aStoryIsANewsArticleWithItsSourceItsPictureAndItsCorrection() throws Exception {
        var picture = new Digest.Illustration("https://news.example/pictures/a.jpg", "https://news.example/pictures/b.jpg", "A quay", "", "");
        var item = new Digest.Item("7", "https://source.example/7", "", "Nine clocks", "One hour is lost.", "", "The Signal Box", 3, Optional.of(picture), List.of(), "de",
                Optional.of(new Digest.Correction("It was nine.", LocalDate.of(2026, 11, 25))));
        var card = CARDS.story(masthead(), item, Optional.of(PUBLISHED));
        var data = data(card.script().toString());
        assertThat(card.url()).isEqualTo("https://news.example/sample/stories/7");
        assertThat(data.get("@type").asText()).isEqualTo("NewsArticle");
        assertThat(data.get("headline").asText()).isEqualTo("Nine clocks");
        assertThat(data.get("inLanguage").asText()).isEqualTo("de");
        assertThat(data.get("datePublished").asText()).isEqualTo("2026-11-24T06:00:03Z");
        assertThat(data.get("dateModified").asText()).isEqualTo("2026-11-25");
        assertThat(data.get("author").get("name").asText()).isEqualTo("The Signal Box");
        assertThat(data.get("isBasedOn").asText()).isEqualTo("https://source.example/7");
        assertThat(data.get("image").get("width").asInt()).isEqualTo(1200);
        assertThat(data.get("correction").get("text").asText()).isEqualTo("It was nine.");
    }

    @Test
    void noHeadlineEndsTheScriptElementOrRunsInIt() throws Exception {
        var headline = "</script><script>alert(1)</script><!-- \u2028 ]]> & \"quoted\"";
        var item = new Digest.Item("7", "javascript:alert(1)", "", headline, "", "", "", 0, Optional.empty(), List.of(), "");
        var script = CARDS.story(masthead(), item, Optional.empty()).script().toString();
        assertThat(script).doesNotContain("<", ">", "\u2028", "javascript:");
        var page = Jsoup.parse("<head><script type=\"application/ld+json\">" + script + "</script></head>");
        assertThat(page.select("script")).hasSize(1);
        assertThat(data(page.selectFirst("script").data()).get("headline").asText()).isEqualTo(headline);
    }

    @Test
    void aFrontPageBeforeTheFirstEditionHasACardToo() {
        var card = CARDS.front(masthead(), Optional.empty());
        assertThat(card.kind()).isEqualTo("website");
        assertThat(card.look()).isEqualTo("summary");
        assertThat(masthead().cardLocale()).isEqualTo("en_GB");
    }

    private static JsonNode data(String script) throws Exception {
        return new ObjectMapper().readTree(script);
    }

    private static Masthead masthead() {
        return new Masthead("Sample & Daily", "sample", "", "en-GB", "ltr", List.of(), "Sample & Daily Ltd", List.of(), "/sample");
    }
}
