package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.broadsheet.source.FoundPicture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureChooserTest {

    private static final String BASE = "https://news.example/2026/story.html";

    @Test
    void whatTheFeedNamesAsItsPictureComesFirstAndThumbnailsLast() {
        var named = List.of(named("https://news.example/thumbs/other.jpg", 0, 300), named("https://news.example/large.jpg", 1600, 1080));
        var body = "<p>x</p><img src='/in-text.jpg'><figure><img src='/figure.jpg'><figcaption>c</figcaption></figure>";
        assertThat(PictureChooser.choose(named, body, BASE)).extracting(PictureOffer::url).containsExactly("https://news.example/large.jpg",
                "https://news.example/figure.jpg", "https://news.example/in-text.jpg", "https://news.example/thumbs/other.jpg");
    }

    @Test
    void theWordsOfAPictureAreFoundWhereverItIsNamed() {
        var named = List.of(new FoundPicture("https://news.example/p.jpg", 1200, 800, "", "", "B. Moor", 1000));
        var body = "<figure><img src='/p.jpg' alt='A &amp; B'><figcaption>In <b>fog</b></figcaption></figure>";
        assertThat(PictureChooser.choose(named, body, BASE)).containsExactly(new PictureOffer("https://news.example/p.jpg", "A & B", "In fog", "B. Moor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<img src='/logo.png'>", "<img src='/img/share-button.png'>", "<img src='https://secure.gravatar.com/avatar/1'>",
            "<img src='/x.gif' width='1' height='1'>", "<img src='/small.jpg' width='150'>", "<img src='data:image/png;base64,AA'>", "<img>",
            "<img src='https://feeds.feedburner.com/~r/x'>", "<img src='file:///x.jpg'>", "<img src='/a/favicon.ico'>"})
    void decorationIsNoPicture(String image) {
        assertThat(PictureChooser.choose(List.of(), "<p>a</p>" + image, BASE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://sharepoint.example/photos/bridge.jpg", "https://news.example/2026/semicondutor-silicon.jpg",
            "https://news.example/lexicon/rhine.jpg", "https://news.example/2026/shareholders-meeting.jpg"})
    void aWordInsideAnotherWordMakesNoDecoration(String url) {
        assertThat(PictureChooser.choose(List.of(named(url, 0, 1000)), "", BASE)).extracting(PictureOffer::url).containsExactly(url);
    }

    @Test
    void picturesThatWaitForAScriptAreFoundWhereTheyReallyAre() {
        var body = "<img src='data:image/gif;base64,R0' data-src='/lazy.jpg'><img srcset='/s.jpg 320w, /l.jpg 1280w' src='/s.jpg'>";
        assertThat(PictureChooser.choose(List.of(), body, BASE)).extracting(PictureOffer::url)
                .containsExactly("https://news.example/lazy.jpg", "https://news.example/l.jpg");
    }

    @Test
    void thePhotographOfTheArticleBeatsWhatStandsAroundIt() {
        var body = """
                <div class="author-bio"><img src="/people/ada.jpg" width="400"></div>
                <figure class="lead"><img src="/photos/quay.jpg" width="1200" height="800" alt="A crane"><figcaption>The quay at dawn. Photo: Ada Moor</figcaption></figure>
                <p>Text of the article, long enough to be its first paragraph, and of no further interest to anybody who reads this test.</p>
                <img src="/photos/second.jpg" width="1200" height="800">
                <div class="sharedaddy"><img src="/x/facebook.png"></div>
                <div class="advert"><img src="/x/holiday.jpg" width="1200"></div>
                <aside class="related"><a href="/other"><img src="/photos/other.jpg" width="1200" height="800"></a></aside>
                <img class="emoji" src="/x/1f600.png"><img src="/assets/charts/passengers.svg"><img src="data:image/png;base64,AA">""";
        assertThat(PictureChooser.choose(List.of(), body, BASE)).containsExactly(
                new PictureOffer("https://news.example/photos/quay.jpg", "A crane", "The quay at dawn.", "Photo: Ada Moor"),
                new PictureOffer("https://news.example/photos/second.jpg", "", "", ""));
    }

    @Test
    void theSizesOfOnePhotographAreOneOfferWithAllItsWords() {
        var named = List.of(new FoundPicture("https://news.example/q-300x200.jpg", 300, 200, "", "", "Ada Moor", 1015), new FoundPicture("https://news.example/q-1024x683.jpg", 1024, 683, "", "", "", 1051));
        var body = "<figure><img src='/q-768x512.jpg' alt='A crane'><figcaption>The quay</figcaption></figure>";
        assertThat(PictureChooser.choose(named, body, BASE)).containsExactly(new PictureOffer("https://news.example/q-1024x683.jpg", "A crane", "The quay", "Ada Moor"));
    }

    @Test
    void aLargePhotographInAFigureBeatsASmallThumbnailOfTheFeed() {
        var named = List.of(new FoundPicture("https://news.example/t/9.jpg", 150, 100, "", "", "", 307), new FoundPicture("https://news.example/s/9.jpg", 320, 200, "", "", "", 1016));
        assertThat(PictureChooser.choose(named, "<figure><img src='/photo.jpg' width='1600' height='900'></figure>", BASE)).extracting(PictureOffer::url)
                .containsExactly("https://news.example/photo.jpg", "https://news.example/s/9.jpg");
    }

    @Test
    void aCardForSocialMediaComesAfterTheArticlesOwnPhotograph() {
        var named = List.of(named("https://news.example/opengraph-image.png?id=3", 1200, 950));
        assertThat(PictureChooser.choose(named, "<img src='/photo.jpg' width='900' height='600'>", BASE)).extracting(PictureOffer::url)
                .containsExactly("https://news.example/photo.jpg", "https://news.example/opengraph-image.png?id=3");
    }

    @Test
    void avifIsPassedOverForTheFormatBesideIt() {
        var body = "<picture><source type='image/avif' srcset='/p.avif 1600w'><source type='image/webp' srcset='/p-640.webp 640w, /p-1280.webp 1280w'><img src='/p.jpg'></picture>";
        assertThat(PictureChooser.choose(List.of(), body, BASE)).extracting(PictureOffer::url).containsExactly("https://news.example/p-1280.webp");
        assertThat(PictureChooser.choose(List.of(), "<picture><source type='image/avif' srcset='/p.avif'><img src='/p.jpg'></picture>", BASE)).extracting(PictureOffer::url)
                .containsExactly("https://news.example/p.jpg");
    }

    @Test
    void theLargestIsTakenAsFarAsItIsOfUse() {
        assertThat(PictureChooser.choose(List.of(), "<img srcset='/s.jpg 480w, /m.jpg 1600w, /xxl.jpg 6000w'>", BASE)).extracting(PictureOffer::url).containsExactly("https://news.example/m.jpg");
    }

    @Test
    void aNameThatTheCaptionSetsApartAtItsEndIsTheCredit() {
        var offer = PictureChooser.choose(List.of(), "<figure><img src='/p.jpg'><figcaption>The quay at dawn. <cite>Lumen Bureau</cite></figcaption></figure>", "https://example.org/").getFirst();
        assertThat(offer.caption()).isEqualTo("The quay at dawn.");
        assertThat(offer.credit()).isEqualTo("Lumen Bureau");
    }

    @Test
    void aCreditThatHasItsOwnElementIsNoPartOfTheCaption() {
        var body = "<figure><img src='/p.jpg'><figcaption>The quay at dawn <span class='image-credit'>Ada Moor</span></figcaption></figure>";
        assertThat(PictureChooser.choose(List.of(), body, BASE)).containsExactly(new PictureOffer("https://news.example/p.jpg", "The quay at dawn", "The quay at dawn", "Ada Moor"));
    }

    @Test
    void theHeadlineIsNoAlternativeText() {
        assertThat(PictureChooser.choose(List.of(), "<img src='/p.jpg' alt='A harbour learns to wait'>", BASE, "A harbour learns to wait").getFirst().alt()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div class='related-posts'><img src='/a.jpg'></div>", "<aside><img src='/a.jpg'></aside>", "<div id='author'><img src='/a.jpg'></div>",
        "<div class='social-icons'><img src='/a.jpg'></div>", "<img src='/banners/a.jpg'>", "<img src='/a.jpg' style='width:1px;height:1px'>", "<img src='https://ad.doubleclick.net/a.jpg'>",
        "<img src='/emoji/a.png'>", "<img src='/sprites/a.png'>", "<img src='/a.jpg' width='1200' height='200'>", "<img src='/a.svg'>", "<img src='/img/site-logo-white.png'>",
        "<div class='newsletter'><img src='/a.jpg'></div>"})
    void whatStandsAroundAnArticleIsNoPictureOfIt(String html) {
        assertThat(PictureChooser.choose(List.of(), "<p>text</p>" + html, BASE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/photos/market-share-falls-again-in-europe.jpg", "/photos/the-woman-who-drew-the-logo-of-a-railway.jpg", "/2026/style-icon-opens-a-museum-in-salder.jpg", "/photos/banner-of-the-strikers-at-gate-four.jpg"})
    void aLongNameThatTellsWhatIsSeenIsAPhotograph(String path) {
        assertThat(PictureChooser.choose(List.of(), "<img src='" + path + "'>", BASE)).hasSize(1);
    }

    @Test
    void thereAreNeverMoreThanFive() {
        var body = new StringBuilder();
        for (var number = 0; number < 40; number++) {
            body.append("<img src='/p").append(number).append(".jpg'>");
        }
        assertThat(PictureChooser.choose(List.of(), body.toString(), BASE)).hasSize(5).extracting(PictureOffer::url)
                .first().isEqualTo("https://news.example/p0.jpg");
    }

    private static FoundPicture named(String url, int width, int worth) {
        return new FoundPicture(url, width, 0, "", "", "", worth);
    }
}
