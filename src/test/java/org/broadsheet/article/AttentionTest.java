package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of a reader's time an article takes. */
class AttentionTest {

    @ParameterizedTest
    @CsvSource({"0, PT0S, 0", "1, PT0S, 1", "220, PT0S, 1", "1100, PT0S, 5"})
    void aTextTakesAsLongAsItIsReadInSilence(int words, Duration playing, int minutes) {
        assertThat(Attention.minutes("word ".repeat(words), playing)).isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource({"0, PT42M, 42", "150, PT42M10S, 42", "0, PT20S, 1", "1100, PT61M, 61"})
    void aRecordingWithANoteTakesAsLongAsItIsHeard(int words, Duration playing, int minutes) {
        assertThat(Attention.minutes("word ".repeat(words), playing)).isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource({"1100, PT8M, 5", "1100, PT2M, 5"})
    void aTextThatIsAlsoReadAloudOrHasAShortFilmStaysAText(int words, Duration playing, int minutes) {
        assertThat(Attention.minutes("word ".repeat(words), playing)).isEqualTo(minutes);
    }
}
