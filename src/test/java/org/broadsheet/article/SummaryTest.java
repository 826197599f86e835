package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final Summary GERMAN = new Summary("Am 3. Oktober tagt der Rat in Berlin. Dr. Meyer spricht. Danach gibt es Kuchen.", Locale.GERMAN);

    @Test
    void itIsShortenedWhereASentenceEnds() {
        assertThat(GERMAN.atMost(200)).isEqualTo(GERMAN.text());
        assertThat(GERMAN.atMost(60)).isEqualTo("Am 3. Oktober tagt der Rat in Berlin. Dr. Meyer spricht.");
        assertThat(GERMAN.atMost(40)).isEqualTo("Am 3. Oktober tagt der Rat in Berlin.");
    }

    @Test
    void whereNotOneSentenceFitsItIsCutAtAWordOrNotAtAll() {
        assertThat(GERMAN.atMost(20)).isEqualTo("Am 3. Oktober tagt…");
        assertThat(GERMAN.about(20)).isEqualTo("Am 3. Oktober tagt der Rat in Berlin.");
        assertThat(new Summary("", Locale.ENGLISH).atMost(10)).isEmpty();
        assertThat(new Summary("", Locale.ENGLISH).about(10)).isEmpty();
    }

    @Test
    void japaneseIsShortenedWithoutSpaces() {
        assertThat(new Summary("市は橋を閉鎖した。秋まで続く。", Locale.JAPANESE).atMost(10)).isEqualTo("市は橋を閉鎖した。");
    }
}
