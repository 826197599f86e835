package org.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the picture of an image really is. */
class ImageSourceTest {

    @Test
    void anAddressInASrcsetMayHoldCommas() {
        assertThat(ImageSource.sizes("/w_300,h_200/p.jpg 300w, /w_900,h_600/p.jpg 900w,/x.jpg", 600)).containsExactly(
                new ImageSource.Size("/w_300,h_200/p.jpg", 300), new ImageSource.Size("/w_900,h_600/p.jpg", 900), new ImageSource.Size("/x.jpg", 0));
    }

    @Test
    void aDensityMultipliesTheWidthAtWhichThePictureIsShown() {
        assertThat(of("<img width='48' srcset='/me.jpg 1x, /me-2x.jpg 2x'>")).isEqualTo(new ImageSource.Size("/me-2x.jpg", 96));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "<img src='/quay.jpg'>|/quay.jpg",
        "<img src='data:image/gif;base64,R0lGOD' data-src='/quay.jpg'>|/quay.jpg",
        "<img src='/img/grey-placeholder.png' data-lazy-src='/quay.jpg'>|/quay.jpg",
        "<img src='/1x1.gif' data-of-our-script='/quay.jpg?w=600'>|/quay.jpg?w=600",
        "<img src='/s.jpg' srcset='/quay-640.jpg 640w, /quay-1280.jpg 1280w, /quay-6000.jpg 6000w'>|/quay-1280.jpg",
        "<picture><source type='image/avif' srcset='/quay.avif 1600w'><source data-src-set='/quay.webp 800w'><img src='/s.jpg'></picture>|/quay.webp"})
    void theLargestOfUseIsFoundWhereverItIsWritten(String html, String address) {
        assertThat(of(html).address()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/grey-whales.jpg", "/pixel-7-review.jpg", "/loading-dock.jpg", "/lazy-sunday.webp", "/quay-1x1.jpg", "/empty/quay.jpg"})
    void aPhotographMayBeCalledLikeAStandIn(String address) {
        assertThat(of("<img src='" + address + "'>").address()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/blank.gif", "/img/lazy-loader.svg", "spacer.gif?v=2", "/transparent-pixel.png", "/news_placeholder_16x9.jpg", "/placeholder-gray-300x200.png"})
    void aStandInIsNoPicture(String address) {
        assertThat(of("<img src='" + address + "'>").address()).isEmpty();
    }

    @Test
    void aNameOfThousandsOfDigitsIsReadInNoTime() {
        var began = System.nanoTime();
        assertThat(of("<img src='/blank" + "1".repeat(50_000) + ".bin'>").address()).endsWith(".bin");
        assertThat(System.nanoTime() - began).isLessThan(2_000_000_000L);
    }

    @Test
    void theBackgroundOfAnElementMayBeItsPicture() {
        assertThat(background("<div style=\"background-image: url('/quay.jpg')\">")).isEqualTo("/quay.jpg");
        assertThat(background("<div data-bg='url(/quay.jpg)'>")).isEqualTo("/quay.jpg");
        assertThat(background("<div style='background: red'>")).isEmpty();
    }

    private static String background(String html) {
        return ImageSource.background(Jsoup.parseBodyFragment(html).body().child(0));
    }

    private static ImageSource.Size of(String html) {
        return ImageSource.of(Jsoup.parseBodyFragment(html).selectFirst("img"));
    }
}
