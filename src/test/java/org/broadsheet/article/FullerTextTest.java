package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FullerTextTest {

    private static final String FULL = "The harbour has asked ships to slow down before they arrive. It pays them for the hours they lose at sea. Captains like it, owners do not. "
            + "The trial runs until spring, when the port authority will count what was saved.";

    @Test
    void aBeginningOfTheTextIsATeaser() {
        assertThat(FullerText.isTeaser(FULL, "The harbour has asked ships to slow down before they arrive. […]")).isTrue();
        assertThat(FullerText.isTeaser(FULL, "Captains like it, owners do not. The trial runs until spring … Read more")).isTrue();
        assertThat(FullerText.isTeaser("港は船に対し、到着前に減速するよう求めた。損失は港が補償する。船長は歓迎し、船主は反対している。", "港は船に対し、到着前に減速するよう求めた。")).isTrue();
    }

    @Test
    void otherWordsAreATextOfTheirOwn() {
        assertThat(FullerText.isTeaser(FULL, "This article was wrong and has been withdrawn. We apologise.")).isFalse();
        assertThat(FullerText.isTeaser(FULL, FULL.replace("until spring", "until autumn"))).isFalse();
        assertThat(FullerText.isTeaser(FULL, FULL + " More harbours may follow.")).isFalse();
    }
}
