package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyCleanerTest {

    private static final String BASE = "https://news.example/2026/03/story.html";

    @Test
    void textAndStructureStay() {
        var html = "<h2>Fog</h2><p>A <em>b</em> <strong>c</strong> <a href=\"https://a.example/x\" rel=\"noopener noreferrer nofollow\">d</a></p>"
                + "<ul><li>one</li></ul><blockquote><p>said</p></blockquote><figure><img src=\"https://a.example/p.jpg\" alt=\"fog\">"
                + "<figcaption>Fog, seen from shore</figcaption></figure><table><tbody><tr><td colspan=\"2\">1</td></tr></tbody></table>";
        var clean = BodyCleaner.clean(html, BASE);
        assertThat(Jsoup.parse(clean).text()).isEqualTo(Jsoup.parse(html).text());
        for (var element : List.of("h2", "p > em", "p > strong", "a[href=https://a.example/x]", "ul > li", "blockquote > p", "figure > img[alt=fog]",
                "figure > figcaption", "td[colspan=2]")) {
            assertThat(Jsoup.parse(clean).select(element)).as(element).hasSize(1);
        }
    }

    @Test
    void anHeadingOfThePageBecomesOneOfTheArticle() {
        assertThat(BodyCleaner.clean("<h1>Fog</h1>", BASE)).isEqualTo("<h2>Fog</h2>");
    }

    @ParameterizedTest
    @CsvSource({
            "<a href='other.html'>x</a>, a, href, https://news.example/2026/03/other.html",
            "<a href='/top?id=3&utm_source=rss&utm_medium=feed'>x</a>, a, href, https://news.example/top?id=3",
            "<a href='//cdn.example/x?fbclid=1#part'>x</a>, a, href, https://cdn.example/x#part",
            "<a href='mailto:desk@news.example'>x</a>, a, href, mailto:desk@news.example",
            "<img src='../p.jpg'>, img, src, https://news.example/2026/p.jpg",
            "'<img src=\"data:image/gif;base64,R0lGOD\" data-src=\"/real.jpg\">', img, src, https://news.example/real.jpg",
            "'<img src=\"data:image/gif;base64,R0lGOD\" data-src=\"/lazy.jpg\">', img, src, https://news.example/lazy.jpg",
            "'<img src=/s.jpg srcset=\"/s.jpg 300w, /l.jpg 1200w\">', img, src, https://news.example/l.jpg"})
    void referencesAreResolvedAndStripped(String html, String element, String attribute, String address) {
        assertThat(Jsoup.parse(BodyCleaner.clean(html, BASE)).select(element).attr(attribute)).isEqualTo(address);
    }

    @Test
    void linksTellNobodyWhereTheReaderCameFrom() {
        assertThat(Jsoup.parse(BodyCleaner.clean("<a href='/x' target='_top' ping='/p'>x</a>", BASE)).select("a").attr("rel"))
                .contains("noopener", "noreferrer", "nofollow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div id='attachment_7' class='wp-caption alignright'><a href='/big.jpg'><img src='/x.jpg'></a><p class='wp-caption-text'>Fog <em>again</em></p></div>",
            "<table class='tr-caption-container'><tbody><tr><td><a href='/big.jpg'><img src='/x.jpg'></a></td></tr><tr><td class='tr-caption'>Fog <em>again</em></td></tr></tbody></table>"})
    void aCaptionStandsWithItsPictureAsItDidBeforeThereWereFigures(String html) {
        assertThat(BodyCleaner.clean(html, BASE)).isEqualTo("<figure><a href=\"https://news.example/big.jpg\" rel=\"noopener noreferrer nofollow\"><img src=\"https://news.example/x.jpg\"></a>"
                + "<figcaption>Fog <em>again</em></figcaption></figure>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<img src='https://a.example/x.gif' width='1' height='1'>", "<img src='https://stats.wordpress.com/b.gif'>",
            "<img src='https://feeds.feedburner.com/~r/x/~4/y'>", "<img src='https://a.example/pixel.gif?u=1'>", "<img src='https://a.example/x' width='0'>",
            "<img src=''>", "<img>", "<img src='data:image/png;base64,AAAA'>", "<img src='cid:part1'>", "<img src='file:///x.png'>"})
    void countersAndPicturesOfNothingAreGone(String html) {
        assertThat(BodyCleaner.clean("<p>a</p>" + html, BASE)).isEqualTo("<p>a</p>");
    }

    @ParameterizedTest
    @CsvSource({"<p>a</p><p></p><p> &nbsp;</p>, <p>a</p>", "<script>x</script>, ''", "<p>a<style>p{}</style></p>, <p>a</p>", "<div hidden>x</div><p>a</p>, <p>a</p>",
            "<form><p>a</p></form><p>b</p>, <p>b</p>", "<p onclick=x style=color:red class=y id=z>a</p>, <p>a</p>", "<font color=red>a</font>, a",
            "<p>a<!-- b --></p>, <p>a</p>", "<p lang=fr dir=ltr>a</p>, <p lang=\"fr\" dir=\"ltr\">a</p>"})
    void whatCarriesNoTextGoes(String html, String clean) {
        assertThat(BodyCleaner.clean(html, BASE)).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>a\uE000b\uE001c</p>", "<p>a&#xE000;b&#57345;c</p>", "<p>a&#xE000b&#xE001c</p>", "<p>a\u202Eb\u2066c</p>", "<p>a&#x202E;b&#x2066;c</p>",
            "<img alt='a&#xE000;b' src='/x.jpg'>", "<p lang='&#xE001;'>x</p>", "<a href='/x?&#xE000;'>x</a>", "<p>a&amp;#xE000;b</p>"})
    void theMarksOfSlotsNeverComeFromOutside(String html) {
        var clean = BodyCleaner.clean(html, BASE);
        assertThat(clean).doesNotContain("\uE000", "\uE001", "\u202E", "\u2066");
        assertThat(Jsoup.parse(clean).html()).doesNotContain("\uE000", "\uE001", "\u202E", "\u2066");
        assertThat(clean.toLowerCase(Locale.ROOT)).doesNotContain("&#xe000;", "&#57344;", "&#57345;", "&#x202e;", "&#8238;");
    }

    @Test
    void nothingGivesNothing() {
        assertThat(BodyCleaner.clean(null, BASE)).isEmpty();
        assertThat(BodyCleaner.clean(" \n", BASE)).isEmpty();
    }
}
