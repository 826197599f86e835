package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.broadsheet.testsupport.Corpora;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyCleanerTest {

    private static final String BASE = "https://news.example/2026/03/story.html";
    private static final Set<String> HARMFUL = Set.of("script", "style", "iframe", "object", "embed", "form", "input", "button", "meta", "base", "link",
            "svg", "math", "template", "noscript", "frame", "frameset", "applet", "audio", "video", "textarea", "select", "xmp", "plaintext", "title");
    private static final Set<String> ATTRIBUTES = Set.of("href", "rel", "src", "alt", "title", "width", "height", "colspan", "rowspan", "lang", "dir");

    @Test
    void nothingThatRunsIsLeftOfTheCorpusAndCleaningTwiceIsTheSame() {
        var payloads = payloads();
        var wrong = new ArrayList<String>();
        for (var payload : payloads) {
            var clean = BodyCleaner.clean(payload, BASE);
            harm(clean).forEach(harm -> wrong.add(harm + " in " + clean + " from " + payload));
            var again = BodyCleaner.clean(clean, BASE);
            if (!again.equals(clean)) {
                wrong.add("not stable: " + clean + " became " + again);
            }
        }
        assertThat(payloads).hasSize(380);
        assertThat(wrong).isEmpty();
    }

    @Test
    void payloadsSplicedIntoEachOtherDoNotRunEither() {
        var payloads = payloads();
        var random = new Random(20260302);
        for (var round = 0; round < 1500; round++) {
            var one = payloads.get(random.nextInt(payloads.size()));
            var other = payloads.get(random.nextInt(payloads.size()));
            var spliced = one.substring(0, random.nextInt(one.length() + 1)) + other.substring(random.nextInt(other.length() + 1));
            var clean = BodyCleaner.clean(spliced, BASE);
            assertThat(harm(clean)).as("%s from %s", clean, spliced).isEmpty();
            assertThat(BodyCleaner.clean(clean, BASE)).as("from %s", spliced).isEqualTo(clean);
        }
    }

    private static List<String> payloads() {
        var folder = Corpora.folder("xss");
        return Stream.concat(Corpora.rows(folder.resolve("dompurify.json")).map(row -> row.path("payload").asText()),
                Corpora.rows(folder.resolve("bluemonday.json")).map(row -> row.path("in").asText())).toList();
    }

    private static List<String> harm(String clean) {
        var found = new ArrayList<String>();
        harm(Jsoup.parseBodyFragment(clean), found);
        harm(Jsoup.parse("<svg>" + clean + "</svg>"), found, Set.of("svg"));
        return found;
    }

    private static void harm(Document document, List<String> found) {
        harm(document, found, Set.of());
        for (var element : document.body().select("*")) {
            for (var attribute : element.attributes()) {
                var value = attribute.getValue().replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(Locale.ROOT);
                if (!ATTRIBUTES.contains(attribute.getKey())) {
                    found.add("attribute " + attribute.getKey());
                }
                if ((attribute.getKey().equals("href") || attribute.getKey().equals("src")) && !value.matches("(https?://|mailto:).*")) {
                    found.add("address " + value);
                }
            }
        }
    }

    private static void harm(Document document, List<String> found, Set<String> own) {
        document.body().select("*").stream().map(element -> element.normalName()).filter(name -> HARMFUL.contains(name) && !own.contains(name))
                .forEach(name -> found.add("element " + name));
    }

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

    @Test
    void hugeAndDeepDocumentsEndQuickly() {
        var deep = "<div>".repeat(70_000) + "x";
        var wide = "<p>word <b>word</b></p>".repeat(100_000);
        var open = "<".repeat(400_000);
        for (var html : List.of(deep, wide, open, "<b><i>".repeat(5_000) + "x", "<a href='".repeat(30_000), "<table>".repeat(5_000))) {
            assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> BodyCleaner.clean(html, BASE)).length()).isLessThan(6_000_000);
        }
    }
}
