package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.broadsheet.article.Article;
import org.broadsheet.article.Story;
import org.broadsheet.publication.Section;
import org.broadsheet.publication.Selection;
import org.broadsheet.source.Source;
import org.junit.jupiter.api.Test;

/** What an edition takes, and in which order. */
class EditorTest {

    private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");
    private static final Selection RULES = new Selection(4, 1, 2, Duration.ofHours(48));

    private long ids;

    @Test
    void aSourceOfHigherPriorityLeads() {
        var usual = article(source(1, 0), 1);
        var preferred = article(source(2, 5), 2);
        assertThat(titles(usual, preferred)).startsWith(preferred.title);
    }

    @Test
    void ofTwoReportsOfOneStoryThatOfTheSourceOfHigherPriorityIsTaken() {
        var usual = article(source(1, 0), 1);
        usual.pictureHash = "a";
        var preferred = article(source(2, 8), 1);
        assertThat(titles(usual, preferred)).containsExactly(preferred.title);
    }

    @Test
    void noSourceTakesMoreThanItsShare() {
        var busy = source(1, 0);
        assertThat(titles(article(busy, 1), article(busy, 2), article(busy, 3), article(source(2, 0), 4))).hasSize(3);
    }

    private List<String> titles(Article... articles) {
        return new Editor(RULES, List.of(new Section("rail", "Rail")), NOW).choose(List.of(articles)).stream().map(placed -> placed.article().title).toList();
    }

    private static Source source(long id, int priority) {
        var source = new Source();
        source.id = id;
        source.priority = priority;
        return source;
    }

    private Article article(Source source, long story) {
        var article = new Article();
        article.id = ++ids;
        article.title = "Article " + article.id;
        article.source = source;
        article.sourceName = "Source " + source.id;
        article.availableAt = NOW.minusSeconds(3600);
        article.story = new Story();
        article.story.id = story;
        return article;
    }
}
