package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.broadsheet.source.Rights;
import org.broadsheet.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages show as much of a text as its publisher allows. */
class ShownTextTest {

    private static final String FIRST = "<p>The first paragraph says what has happened, where, and to whom.</p>";
    private static final String TEXT = FIRST + "<figure><img src=\"https://other.example/a.jpg\" alt=\"\"><figcaption>A harbour</figcaption></figure>"
            + "<p>The second one goes on, and says why it has happened, and what it means.</p><h2>Later</h2>" + "<p>More of it follows in this place.</p>".repeat(3);

    @Test
    void byDefaultNothingBeyondTheSummary() {
        assertThat(ShownText.of(article(new Rights(null, null)), List.of())).isEmpty();
    }

    @Test
    void anExcerptIsTheFirstParagraphsAndEndsWithOne() {
        assertThat(ShownText.of(article(new Rights(Rights.Text.EXCERPT, null)), List.of())).isEqualTo(FIRST);
    }

    @Test
    void anExcerptNeverGivesAwayMostOfAShortText() {
        var article = article(new Rights(Rights.Text.EXCERPT, null));
        article.bodyHtml = FIRST;
        assertThat(ShownText.of(article, List.of())).isEmpty();
    }

    @Test
    void theWholeTextStandsWithoutPicturesFromElsewhere() {
        assertThat(ShownText.of(article(new Rights(Rights.Text.FULL, null)), List.of())).startsWith(FIRST).contains("<h2>Later</h2>").doesNotContain("img", "A harbour");
    }

    @Test
    void aPublishersOwnTextIsShownWhole() {
        var article = article(Rights.DEFAULT);
        article.source = null;
        assertThat(ShownText.of(article, List.of())).contains("Later");
    }

    @Test
    void nobodyKnowsWhatARemovedSourceAllowed() {
        var article = article(new Rights(Rights.Text.FULL, null));
        article.source = null;
        article.sourceName = "The Wire";
        assertThat(ShownText.of(article, List.of())).isEmpty();
    }

    @Test
    void aCopiedPictureStandsInItsOwnFigureWithItsCaptionAndCredit() {
        assertThat(whole("<p>One.</p><figure><a href=\"https://other.example/large/a.jpg\"><img src=\"https://other.example/a.jpg\" alt=\"Cranes at dusk\" title=\"x\" width=\"9\"></a>"
                + "<figcaption>The north quay. Photo: Ada Quist</figcaption></figure><p>Two.</p>", picture("a", 2000, 1500)))
                .isEqualTo("<p>One.</p><figure><img src=\"/pictures/h-a-1160.jpg\" srcset=\"/pictures/h-a-580.jpg 580w, /pictures/h-a-1160.jpg 1160w\" "
                        + "sizes=\"(min-width: 680px) 640px, calc(100vw - 40px)\" width=\"1160\" height=\"870\" alt=\"Cranes at dusk\" loading=\"lazy\" decoding=\"async\">"
                        + "<figcaption class=\"meta\">The north quay. <i>Photo: Ada Quist</i></figcaption></figure><p>Two.</p>");
    }

    @Test
    void aSmallOriginalKeepsItsSizeAndNeedsNoChoice() {
        assertThat(whole("<p><img src=\"https://other.example/a.jpg\"></p>", picture("a", 400, 300))).contains("width=\"400\" height=\"300\" alt=\"\"").doesNotContain("srcset");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', value = {
        "<p>[a]</p><p>w</p>; <figure>[a]</figure><p>w</p>", "<p>[a] Words behind.</p>; <figure>[a]</figure><p> Words behind.</p>",
        "<p>Words before. [a][b]</p>; <p>Words before. </p><figure>[a]</figure><figure>[b]</figure>", "<p>[a][b]</p>; <figure>[a]</figure><figure>[b]</figure>",
        "<p><em>[a]</em>w</p>; <figure>[a]</figure><p><em></em>w</p>", "<ul><li>w [a]</li></ul>; <ul><li>w <figure>[a]</figure></li></ul>",
        "<p><a href='https://x.example/page'>[a]</a></p>; <figure><a href='https://x.example/page'>[a]</a></figure>",
        "<p><a href='https://x.example/a-1600.JPG?x=1'>[a]</a></p>; <figure>[a]</figure>",
        "<figure><figure>[a]</figure><figure>[c]</figure><figcaption>Both</figcaption></figure>; <figure><figure>[a]</figure><figcaption class='meta'>Both</figcaption></figure>",
        "<div><p>[c]</p></div><p>w</p>; <p>w</p>", "<p>w <a href='https://x.example/'>[c]</a></p>; <p>w </p>", "<figure>[c]<figcaption>A harbour</figcaption></figure><p>w</p>; <p>w</p>",
        "<figure><table><tbody><tr><td>1</td></tr></tbody></table><figcaption>Tons</figcaption></figure>; <figure><table><tbody><tr><td>1</td></tr></tbody></table><figcaption class='meta'>Tons</figcaption></figure>",
        "<figure><figcaption>Of a film that is gone</figcaption></figure><p>w</p>; <p>w</p>", "<p>[a]</p><p>w</p><p>[a]</p>; <figure>[a]</figure><p>w</p>",
        "<table><tbody><tr><td>[c]</td><td>w</td></tr></tbody></table>; <table><tbody><tr><td></td><td>w</td></tr></tbody></table>"})
    void whereverAPictureStoodItStandsInAFigureAndWhatWasNotCopiedLeavesNothingBehind(String given, String shown) {
        var html = given.replaceAll("\\[(\\w)]", "<img src=\"https://other.example/$1.jpg\" alt=\"\">").replace('\'', '"');
        assertThat(whole(html, picture("a", 800, 600), picture("b", 800, 600)).replaceAll("<img src=\"/pictures/h-(\\w)-[^>]*>", "[$1]")).isEqualTo(shown.replace('\'', '"'));
    }

    @Test
    void withoutTheRightToPicturesNoneIsShownThoughItWasCopied() {
        var article = article(new Rights(Rights.Text.FULL, Rights.Pictures.NONE));
        assertThat(ShownText.of(article, List.of(picture("a", 800, 600)))).contains("Later").doesNotContain("img", "figure");
        article.source.rights = new Rights(Rights.Text.EXCERPT, Rights.Pictures.COPY);
        assertThat(ShownText.of(article, List.of(picture("a", 800, 600)))).isEqualTo(FIRST);
    }

    private static String whole(String html, BodyPicture... pictures) {
        var article = article(new Rights(Rights.Text.FULL, Rights.Pictures.COPY));
        article.bodyHtml = html;
        return ShownText.of(article, List.of(pictures));
    }

    private static BodyPicture picture(String name, int width, int height) {
        return new BodyPicture("https://other.example/" + name + ".jpg", "h-" + name, width, height);
    }

    private static Article article(Rights rights) {
        var article = new Article();
        article.source = new Source();
        article.source.rights = rights;
        article.bodyHtml = TEXT;
        return article;
    }
}
