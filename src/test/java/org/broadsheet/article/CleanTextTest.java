package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "A <b>bold</b> title | A bold title",
            "A<br/>B | A B",
            "Tom &amp; Jerry | Tom & Jerry",
            "Tom &amp;amp; Jerry | Tom & Jerry",
            "&lt;b&gt;x&lt;/b&gt; | x",
            "1 &lt; 2 and 3 &gt; 2 | 1 < 2 and 3 > 2",
            "1 < 2 | 1 < 2",
            "a&nbsp;&nbsp;b | a b",
            "' a \n\t b ' | a b",
            "a\u202Eb\u2066c\uFEFFd | abcd",
            "a\uE000b\uE001c | abc",
            "a&#xE000;b&#x202E;c | abc",
            "a\u0000\u0007\u009Bb | ab",
            "a\u2028b | a b",
            "'Q&A: R&D' | Q&A: R&D",
            "Caf\u00e9 \u2013 \u65e5\u672c \ud83d\ude00 | Caf\u00e9 \u2013 \u65e5\u672c \ud83d\ude00",
            "half \ud83d pair | half  pair"})
    void aLineIsPlainTextInOneLine(String text, String line) {
        assertThat(CleanText.line(text)).isEqualTo(line.replace("  ", " "));
    }

    @Test
    void aTagThatIsSpokenOfIsAWord() {
        assertThat(CleanText.line("Using the &lt;dialog&gt; element")).isEqualTo("Using the <dialog> element").isEqualTo(CleanText.line("Using the <dialog> element"));
        assertThat(CleanText.line("Why List&lt;String&gt; is not <em>enough</em>")).isEqualTo("Why List<String> is not enough");
        assertThat(CleanText.line("<blink>News</blink> <div>of a teaser that was cut")).isEqualTo("News of a teaser that was cut");
        assertThat(CleanText.line("x &lt;dialog open onclick=alert(1)&gt; &lt;script&gt; y")).isEqualTo("x y");
    }

    @Test
    void partsOfAWordThatMarkUpSplitsStayTogether() {
        assertThat(CleanText.line("un<em>believ</em>able")).isEqualTo("unbelievable");
        assertThat(CleanText.line("H<sub>2</sub>O, it was said")).isEqualTo("H2O, it was said");
        assertThat(CleanText.line("the <i>Titanic</i>, a ship")).isEqualTo("the Titanic, a ship");
        assertThat(CleanText.line("<p>one</p><p>two</p>")).isEqualTo("one two");
    }

    @Test
    void nothingGivesNothing() {
        assertThat(CleanText.line(null)).isEmpty();
        assertThat(CleanText.line("")).isEmpty();
        assertThat(CleanText.line("<p> </p>")).isEmpty();
    }

    @Test
    void aLongLineIsCutAtAWordWithAnEllipsis() {
        assertThat(CleanText.line("one two three four", 14)).isEqualTo("one two three…");
        assertThat(CleanText.line("one two three four", 12)).isEqualTo("one two…");
        assertThat(CleanText.line("one two", 7)).isEqualTo("one two");
        assertThat(CleanText.line("oneverylongword", 8)).isEqualTo("oneveryl".substring(0, 7) + "…");
    }

    @Test
    void aCutNeverSplitsACharacterAndNeverIsTooLong() {
        var random = new Random(7);
        for (var round = 0; round < 2000; round++) {
            var text = new StringBuilder();
            for (var place = 0; place < 5 + random.nextInt(40); place++) {
                text.append(switch (random.nextInt(4)) {
                    case 0 -> "\ud83d\ude00";
                    case 1 -> " ";
                    case 2 -> "日";
                    default -> "a";
                });
            }
            var longest = 3 + random.nextInt(20);
            var cut = CleanText.line(text.toString(), longest);
            assertThat(cut.length()).isLessThanOrEqualTo(longest);
            assertThat(CleanText.line(cut)).as("no half character").isEqualTo(cut);
        }
    }
}
