package org.broadsheet.article.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name that a caption sets apart at its end is the credit; the title of a work is not. */
class ClosingNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
            "The quay at dawn. <cite>Lumen Bureau</cite> ~ The quay at dawn. ~ Lumen Bureau",
            "The quay at dawn <small>– Ada Moor/Harbour Press</small> ~ The quay at dawn – Ada Moor/Harbour Press ~ ``",
            "The quay at dawn | <small>Ada Moor</small> ~ The quay at dawn ~ Ada Moor",
            "<p>The quay at dawn</p><cite>Ada Moor</cite> ~ The quay at dawn ~ Ada Moor",
            "The quay at dawn<br><small>Ada Moor</small> ~ The quay at dawn ~ Ada Moor",
            "The quay at dawn.<br>Seen from <cite>The Assay</cite> ~ The quay at dawn. Seen from The Assay ~ ``",
            "A scene from <cite>The Last Harbour</cite> ~ A scene from The Last Harbour ~ ``",
            "<small>The quay at dawn</small> ~ The quay at dawn ~ ``",
            "The quay. <small>It was built by hand. Nobody knows when.</small> ~ The quay. It was built by hand. Nobody knows when. ~ ``",
            "The quay. <cite>Ada Moor</cite> took it at dawn ~ The quay. Ada Moor took it at dawn ~ ``"})
    void isTold(String caption, String text, String credit) {
        var image = Jsoup.parse("<figure><img src='/q.jpg'><figcaption>" + caption + "</figcaption></figure>").selectFirst("img");
        assertThat(Caption.of(image)).isEqualTo(new CreditLine(text, credit));
    }
}
