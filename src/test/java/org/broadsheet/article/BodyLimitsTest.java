package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However much comes in, cleaning ends soon, and what is kept ends where an editor would end it. */
class BodyLimitsTest {

    private static final String BASE = "https://news.example/2026/03/story.html";
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final Map<String, String> HUGE = documents();

    static Set<String> huge() {
        return HUGE.keySet();
    }

    private static Map<String, String> documents() {
        var huge = new TreeMap<String, String>();
        huge.put("10 MB of paragraphs", "<p>word <b>word</b> word</p>".repeat(370_000));
        huge.put("10 MB of one paragraph", "<p>" + "word ".repeat(2_000_000) + "</p>");
        huge.put("10 MB of one word", "x".repeat(10_000_000));
        huge.put("500,000 nodes", "<i>x</i>".repeat(500_000));
        huge.put("500,000 line breaks", "a<br>".repeat(500_000));
        huge.put("500,000 line breaks in a row", "<br>".repeat(500_000));
        huge.put("100,000 nested blocks", "<div>".repeat(100_000) + "x");
        huge.put("100,000 nested inline elements", "<b><i>".repeat(50_000) + "x");
        huge.put("100,000 nested tables", "<table>".repeat(100_000) + "x");
        huge.put("100,000 nested tables with cells", "<table><tr><td>".repeat(33_000) + "x");
        huge.put("100,000 nested lists", "<ul><li>".repeat(50_000) + "x");
        huge.put("100,000 nested headings", "<h1>".repeat(100_000) + "x");
        huge.put("nothing but beginnings of tags", "<".repeat(1_000_000));
        huge.put("open attributes", "<a href='".repeat(100_000));
        huge.put("open comments", "<!--".repeat(300_000));
        huge.put("many attributes", "<p " + "a".repeat(50_000) + " b=c".repeat(100_000) + ">x</p>");
        huge.put("a picture of 9 MB in the text", "<p>a</p><img src=\"data:image/png;base64," + "A".repeat(9_000_000) + "\"><p>b</p>");
        huge.put("formatting that is never closed", "<b><p>x".repeat(20_000));
        huge.put("misnested links", "<a href=x><p>y".repeat(20_000));
        huge.put("a set of a million candidates", "<img srcset='" + "a.jpg 1x, ".repeat(300_000) + "'>");
        huge.put("words that nearly match our patterns", "<p>" + "The post the post ".repeat(20_000) + "</p>" + "<p>subscribe to our the </p>".repeat(20_000));
        return huge;
    }

    @ParameterizedTest
    @MethodSource("huge")
    void hugeAndDeepDocumentsEndSoon(String name) {
        var began = System.nanoTime();
        var clean = assertTimeoutPreemptively(SOON, () -> BodyCleaner.clean(HUGE.get(name), BASE, Locale.ENGLISH));
        System.out.printf("%-40s %6d ms, %7d characters%s%n", name, (System.nanoTime() - began) / 1_000_000, clean.html().length(), clean.cut() ? ", cut" : "");
        assertThat(clean.html().length()).isLessThan(2 * BodyLimits.KEPT);
    }

    @Test
    void whatIsTooLongEndsWithABlockAndSaysSo() {
        var clean = BodyCleaner.clean("<p>One sentence of the article.</p>\n".repeat(40_000), BASE, Locale.ENGLISH);
        assertThat(clean.cut()).isTrue();
        assertThat(clean.html()).endsWith("<p>One sentence of the article.</p>").hasSizeGreaterThan(BodyLimits.KEPT / 2);
    }

    @Test
    void aSingleBlockEndsWithAWord() {
        var clean = BodyCleaner.clean("<p>" + "words ".repeat(200_000) + "</p>", BASE, Locale.ENGLISH);
        assertThat(clean.cut()).isTrue();
        assertThat(Jsoup.parse(clean.html()).text()).endsWith(" words").doesNotContain("wordsw");
    }

    @Test
    void aBlockWithinWrappersIsTheOneThatGoes() {
        var clean = BodyCleaner.clean("<div lang=\"en\"><div dir=\"ltr\">" + "<p>One sentence of the article.</p>".repeat(40_000) + "</div></div>", BASE, Locale.ENGLISH);
        assertThat(clean.cut()).isTrue();
        assertThat(clean.html()).endsWith("<p>One sentence of the article.</p></div></div>").hasSizeGreaterThan(BodyLimits.KEPT / 2);
    }

    @Test
    void whatFitsIsNotCut() {
        var html = "<p>One sentence of the article.</p>".repeat(2_000);
        assertThat(BodyCleaner.clean(html, BASE, Locale.ENGLISH)).isEqualTo(new CleanBody(html, false));
    }

    @Test
    void picturesWrittenIntoThePageDoNotUseUpTheRoom() {
        var clean = BodyCleaner.clean("<p>a</p><img src=\"data:image/png;base64," + "A".repeat(9_000_000) + "\"><p>b</p>", BASE, Locale.ENGLISH);
        assertThat(clean).isEqualTo(new CleanBody("<p>a</p><p>b</p>", false));
    }
}
