package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://a.example/p.jpg?w=320, https://a.example/p.jpg?w=1280, 320, 1280",
        "https://a.example/p.jpg?width=320&q=60, https://a.example/p.jpg, 320, 0",
        "https://a.example/p-300x200.jpg, https://a.example/p.jpg, 300, 0",
        "https://a.example/p-300x200.jpg, https://a.example/p-1024x683.jpg, 300, 1024",
        "https://a.example/p-scaled.jpg, https://a.example/p-768x512.jpg, 0, 768",
        "https://a.example/300/p.jpg, https://a.example/1200/p.jpg, 300, 1200",
        "https://a.example/300x200/p.jpg, https://a.example/1200x800/p.jpg, 300, 1200",
        "https://a.example/thumb/p.jpg, https://a.example/large/p.jpg, 200, 1200",
        "https://a.example/w_400/p.jpg, https://a.example/w_1600/p.jpg, 400, 1600",
        "https://a.example/p.jpg?resize=640%2C427, https://a.example/p.jpg?fit=1600%2C900, 640, 1600",
        "http://a.example/p.jpg, https://www.a.example/p.jpg, 0, 0",
        "https://a.example/_next/image?url=%2Fp.jpg&w=640&q=75, https://a.example/_next/image?url=%2Fp.jpg&w=1920&q=75, 640, 1920"})
    void theSizesOfAPhotographAreOne(String one, String other, int width, int otherWidth) {
        assertThat(PictureAddress.of(one).key()).isEqualTo(PictureAddress.of(other).key());
        assertThat(PictureAddress.of(one).width()).isEqualTo(width);
        assertThat(PictureAddress.of(other).width()).isEqualTo(otherWidth);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/p1.jpg, https://a.example/p2.jpg",
        "https://a.example/2025/03/p.jpg, https://a.example/2026/03/p.jpg",
        "https://a.example/gallery/101/p.jpg, https://a.example/gallery/102/p.jpg",
        "https://a.example/i.php?id=1, https://a.example/i.php?id=2",
        "https://a.example/IMG_0300.jpg, https://a.example/IMG_0400.jpg",
        "https://a.example/p.jpg, https://b.example/p.jpg",
        "https://a.example/_next/image?url=%2Fp.jpg&w=640, https://a.example/_next/image?url=%2Fq.jpg&w=640"})
    void twoPhotographsAreTwo(String one, String other) {
        assertThat(PictureAddress.of(one).key()).isNotEqualTo(PictureAddress.of(other).key());
    }
}
