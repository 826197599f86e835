package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;

import org.broadsheet.article.PictureFormat;
import org.junit.jupiter.api.Test;

class IllustrationTest {

    @Test
    void aSmallPictureLeadsInItsOwnSizeAndALargeOneOverTheWholeMeasure() {
        var small = illustration(300, 180);
        assertThat(small.leadWidth()).isEqualTo(300);
        assertThat(small.leadHeight()).isEqualTo(169);
        var large = illustration(4000, 3000);
        assertThat(large.leadWidth()).isEqualTo(576);
        assertThat(large.leadHeight()).isEqualTo(324);
    }

    @Test
    void onePutAsideBeforeItsSizeWasKnownIsSetAsBefore() {
        assertThat(illustration(0, 0).leadWidth()).isEqualTo(576);
        assertThat(illustration(0, 0).largeSize()).isEqualTo(new PictureFormat.Size(1200, 675));
    }

    private static Digest.Illustration illustration(int width, int height) {
        return new Digest.Illustration("l", "s", "", "", "", PictureFormat.LARGE.of(width, height), PictureFormat.SMALL.of(width, height));
    }
}
