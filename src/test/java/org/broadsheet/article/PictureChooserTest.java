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
        var named = List.of(named("https://news.example/thumb.jpg", 0, 300), named("https://news.example/large.jpg", 1600, 1080));
        var body = "<p>x</p><img src='/in-text.jpg'><figure><img src='/figure.jpg'><figcaption>c</figcaption></figure>";
        assertThat(PictureChooser.choose(named, body, BASE)).extracting(PictureOffer::url).containsExactly("https://news.example/large.jpg",
                "https://news.example/figure.jpg", "https://news.example/in-text.jpg", "https://news.example/thumb.jpg");
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
