package org.broadsheet.mail.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FontShorthandTest {

    @Test
    void sizeLineHeightAndWeightAreTakenFromIt() {
        assertThat(FontShorthand.of("bold 14px/20px Helvetica Neue,Arial,sans-serif")).contains(new FontShorthand("14px", "20px", "bold"));
        assertThat(FontShorthand.of("italic small-caps 600 1.25em / 1.4 \"Some Font\", serif")).contains(new FontShorthand("1.25em", "1.4", "600"));
        assertThat(FontShorthand.of("17px Georgia")).contains(new FontShorthand("17px", "normal", "normal"));
        assertThat(FontShorthand.of("X-Large/120% serif")).contains(new FontShorthand("x-large", "120%", "normal"));
        assertThat(FontShorthand.of(".8rem serif")).contains(new FontShorthand(".8rem", "normal", "normal"));
    }

    @Test
    void aFontThatNamesNoSizeSaysNothing() {
        assertThat(FontShorthand.of("inherit")).isEmpty();
        assertThat(FontShorthand.of("caption")).isEmpty();
    }
}
