package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AltTextTest {

    private static final String HEADLINE = "A harbour learns to wait";

    @ParameterizedTest
    @ValueSource(strings = {"IMG_2034.jpg", "dsc0042", "harbour_final_2.png", "image", "Photo", "Featured image", "Bild", "Foto", "Image d'illustration", "", " ", "a harbour learns to wait", "A Harbour learns to wait.",
        "0f3a9c8e7d", "untitled", "3", "Imagen destacada", "PXL_20260101"})
    void whatSaysNothingIsLeftOut(String alt) {
        assertThat(AltText.of(alt, HEADLINE, "")).isEmpty();
        assertThat(AltText.of(alt, HEADLINE, "The quay at dawn")).isEqualTo("The quay at dawn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A crane against a red sky", "Ships", "Hafen bei Nacht", "Two people at 5 o'clock", "港の夜明け"})
    void whatSaysSomethingIsKept(String alt) {
        assertThat(AltText.of(alt, HEADLINE, "The quay at dawn")).isEqualTo(alt);
    }

    @Test
    void tagsAndEntitiesAreResolved() {
        assertThat(AltText.of("A &amp; B <b>walking</b>", "", "")).isEqualTo("A & B walking");
    }
}
