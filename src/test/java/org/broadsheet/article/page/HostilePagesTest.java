package org.broadsheet.article.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages made to cost more than they weigh: time grows with their length alone, and nothing throws. */
class HostilePagesTest {

    private static final String PARAGRAPH = "<p>The pilots, who had asked for wider lights at the entrance, got them in the last week of the year.</p>";
    /** Generous, since tests share their machine; what is not linear takes hours. */
    private static final Duration SOON = Duration.ofSeconds(30);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {"paragraphs|<p>Long text, with commas, that goes on and on until it is long enough to count, and then some more.</p>|50000", "nested divisions|<div>|100000",
            "nested divisions with text|<div>some text, which is long enough to count as a paragraph |50000", "spans in a row|<span>a</span> |500000", "line breaks|text<br><br>|200000", "links|<a href=/x>link</a> |200000",
            "nested lists|<ul><li>an item, with text, that is long enough |50000", "nested tables|<table><tr><td>|50000", "nested formatting|<font><b><i>|50000", "comments by name|<div class=comment>x</div>|200000",
            "pictures|<figure><img src=a.jpg><figcaption>cap (Foto: x)</figcaption></figure>|50000", "noscript pictures|<img src=a><noscript><img src=b.jpg></noscript>|50000", "forms|<form><input><p>text, text</p></form>|50000",
            "brackets|<|1000000", "meta elements|<meta name=author content=x>|100000", "announced links|<h3>Related</h3><p><a href=x>Something else entirely</a></p><p>text, text, and more text here</p>|30000"})
    void isReadInTime(String name, String part, int times) {
        var html = part.repeat(times);
        var article = assertTimeoutPreemptively(SOON, () -> PageReader.read(html, "https://news.example.org/2026/03/02/x"));
        assertThat(article.verdict()).isNotNull();
    }

    @Test
    void oneElementMayHaveAMillionAttributesOrClasses() {
        assertTimeoutPreemptively(SOON, () -> PageReader.read("<p " + "a=b ".repeat(300_000) + ">x</p><p class='" + "related ".repeat(300_000) + "'>y", "https://news.example.org/"));
    }

    @Test
    void longLinesInTheHeadAreNoTrap() {
        var html = "<title>" + "a | b - ".repeat(200_000) + "</title><script type='application/ld+json'>" + "[{\"a\":".repeat(200_000) + "</script><meta name=description content='" + " a".repeat(9_000) + "'>" + PARAGRAPH.repeat(20);
        assertThat(assertTimeoutPreemptively(SOON, () -> PageReader.read(html, "https://news.example.org/")).verdict()).isEqualTo(PageVerdict.READABLE);
    }

    @Test
    void captionsAreNoTrap() {
        var html = "<figure><img src=a.jpg width=500><figcaption>" + "( (Foto: ".repeat(100_000) + "</figcaption></figure><span class=author>" + " ".repeat(500_000) + "by x</span>" + PARAGRAPH.repeat(20);
        assertThat(assertTimeoutPreemptively(SOON, () -> PageReader.read(html, "https://news.example.org/")).verdict()).isEqualTo(PageVerdict.READABLE);
    }

    @Test
    void noiseNeverThrows() {
        var random = new Random(8);
        var parts = new String[] {"<div>", "</div>", "<p>", "</p>", "<br>", "<table>", "<td>", "</table>", "<a href='x'>", "</a>", "text, and more text, which goes on for a while", "<img src=x>", "<noscript>", "</noscript>",
                "<figure>", "<figcaption>", "<svg>", "<math>", "<template>", "<select><option>", "<!--", "-->", "<h1>", "<ul><li>", "<base href='::'>", "<frameset>", "<plaintext>", "<title>", "<article class='related'>", "\0", "\uD800"};
        for (var round = 0; round < 300; round++) {
            var html = new StringBuilder();
            for (var part = random.nextInt(60); part >= 0; part--) {
                html.append(parts[random.nextInt(parts.length)]);
            }
            assertThatNoException().as(html.toString()).isThrownBy(() -> PageReader.read(html.toString(), round(random)));
        }
    }

    private static String round(Random random) {
        return random.nextBoolean() ? "https://news.example.org/a" : "no address";
    }

    @Test
    void whatIsNoPageIsSaidToBeNone() {
        var noise = new byte[50_000];
        new Random(1).nextBytes(noise);
        assertThat(PageReader.read(noise, "text/html", "https://news.example.org/a").verdict()).isEqualTo(PageVerdict.NO_PAGE);
        assertThat(PageReader.read("%PDF-1.7 ...".getBytes(StandardCharsets.UTF_8), "", "https://news.example.org/a").verdict()).isEqualTo(PageVerdict.NO_PAGE);
        assertThat(PageReader.read(new byte[0], "image/png", "https://news.example.org/a").verdict()).isEqualTo(PageVerdict.NO_PAGE);
        assertThat(PageReader.read(new byte[0], "text/html", "https://news.example.org/a").verdict()).isEqualTo(PageVerdict.NO_ARTICLE);
    }
}
