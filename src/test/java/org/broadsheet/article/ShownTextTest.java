package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.broadsheet.source.Rights;
import org.broadsheet.source.Source;
import org.junit.jupiter.api.Test;

/** Pages show as much of a text as its publisher allows. */
class ShownTextTest {

    private static final String FIRST = "<p>The first paragraph says what has happened, where, and to whom.</p>";
    private static final String TEXT = FIRST + "<figure><img src=\"https://other.example/a.jpg\" alt=\"\"><figcaption>A harbour</figcaption></figure>"
            + "<p>The second one goes on, and says why it has happened, and what it means.</p><h2>Later</h2>" + "<p>More of it follows in this place.</p>".repeat(3);

    @Test
    void byDefaultNothingBeyondTheSummary() {
        assertThat(ShownText.of(article(new Rights(null, null)))).isEmpty();
    }

    @Test
    void anExcerptIsTheFirstParagraphsAndEndsWithOne() {
        assertThat(ShownText.of(article(new Rights(Rights.Text.EXCERPT, null)))).isEqualTo(FIRST);
    }

    @Test
    void anExcerptNeverGivesAwayMostOfAShortText() {
        var article = article(new Rights(Rights.Text.EXCERPT, null));
        article.bodyHtml = FIRST;
        assertThat(ShownText.of(article)).isEmpty();
    }

    @Test
    void theWholeTextStandsWithoutPicturesFromElsewhere() {
        assertThat(ShownText.of(article(new Rights(Rights.Text.FULL, null)))).startsWith(FIRST).contains("<h2>Later</h2>").doesNotContain("img", "A harbour");
    }

    @Test
    void aPublishersOwnTextIsShownWhole() {
        var article = article(Rights.DEFAULT);
        article.source = null;
        assertThat(ShownText.of(article)).contains("Later");
    }

    @Test
    void nobodyKnowsWhatARemovedSourceAllowed() {
        var article = article(new Rights(Rights.Text.FULL, null));
        article.source = null;
        article.sourceName = "The Wire";
        assertThat(ShownText.of(article)).isEmpty();
    }

    private static Article article(Rights rights) {
        var article = new Article();
        article.source = new Source();
        article.source.rights = rights;
        article.bodyHtml = TEXT;
        return article;
    }
}
