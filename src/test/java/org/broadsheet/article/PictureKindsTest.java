package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of picture that is sent to us, the good, the damaged and the malicious (F5). */
class PictureKindsTest {

    @Test
    void aPhotographBecomesALargeAndASmallJpeg() {
        PictureStudio.Result.Made made = made(SamplePictures.jpeg(1600, 1067));
        assertThat(made.width()).isEqualTo(1600);
        assertThat(made.height()).isEqualTo(1067);
        assertThat(made.hash()).matches("[0-9a-f]{64}");
        assertThat(made.renditions()).extracting(r -> r.width() + "x" + r.height() + " " + r.mediaType())
                .containsExactly("1200x675 image/jpeg", "600x400 image/jpeg");
        for (PictureStudio.Rendition rendition : made.renditions()) {
            BufferedImage image = SamplePictures.decoded(rendition.bytes());
            assertThat(image.getWidth()).isEqualTo(rendition.width());
            assertThat(image.getHeight()).isEqualTo(rendition.height());
            assertThat(near(image.getRGB(image.getWidth() / 2, 5), Color.RED)).isTrue();
            assertThat(near(image.getRGB(image.getWidth() / 2, image.getHeight() - 5), Color.BLUE)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void evenNoiseWeighsNoMoreThan90Kilobytes(long seed) {
        made(SamplePictures.encoded(SamplePictures.noise(1300, 800, seed), "png")).renditions()
                .forEach(rendition -> assertThat(rendition.bytes().length).isLessThanOrEqualTo(90_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif"})
    void pngAndGifAreRead(String format) {
        byte[] bytes = SamplePictures.encoded(SamplePictures.halves(800, 600, BufferedImage.TYPE_INT_RGB), format);
        assertThat(near(topOf(made(bytes)), Color.RED)).isTrue();
    }

    @Test
    void webpIsRead() {
        assertThat(near(topOf(made(SamplePictures.webp(640, 480, 20, 160, 90))), new Color(20, 160, 90))).isTrue();
    }

    @Test
    void transparencyBecomesWhite() {
        BufferedImage clear = new BufferedImage(800, 600, BufferedImage.TYPE_INT_ARGB);
        assertThat(near(topOf(made(SamplePictures.encoded(clear, "png"))), Color.WHITE)).isTrue();
    }

    @Test
    void greyAndSixteenBitPicturesAreRead() {
        assertThat(made(SamplePictures.encoded(SamplePictures.halves(800, 600, BufferedImage.TYPE_BYTE_GRAY), "jpeg")).renditions()).hasSize(2);
        assertThat(made(SamplePictures.encoded(new BufferedImage(800, 600, BufferedImage.TYPE_USHORT_GRAY), "png")).renditions()).hasSize(2);
    }

    @Test
    void fourPrintingInksAreReadInTheirColours() throws IOException {
        assertThat(near(topOf(made(SamplePictures.cmyk(800, 600, 0, 255, 255, 0))), Color.RED)).isTrue();
        assertThat(near(topOf(made(SamplePictures.cmyk(800, 600, 0, 0, 0, 0))), Color.WHITE)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 800, 600, top", "3, 800, 600, bottom", "6, 600, 800, right", "8, 600, 800, left"})
    void aPictureFromACameraHeldSidewaysStandsUpright(int orientation, int width, int height, String red) {
        PictureStudio.Result.Made made = made(SamplePictures.turned(SamplePictures.jpeg(800, 600), orientation));
        assertThat(made.width()).isEqualTo(width);
        assertThat(made.height()).isEqualTo(height);
        BufferedImage small = SamplePictures.decoded(made.renditions().get(1).bytes());
        int x = switch (red) {
            case "right" -> 590;
            case "left" -> 10;
            default -> 300;
        };
        int y = switch (red) {
            case "top" -> 10;
            case "bottom" -> 390;
            default -> 200;
        };
        assertThat(near(small.getRGB(x, y), Color.RED)).isTrue();
        assertThat(near(small.getRGB(599 - x, 399 - y), Color.BLUE) || "top".equals(red) || "bottom".equals(red)).isTrue();
    }

    @Test
    void whatTheCameraNotedIsGone() {
        byte[] original = SamplePictures.turned(SamplePictures.jpeg(800, 600), 1);
        assertThat(new String(original, StandardCharsets.ISO_8859_1)).contains("HOMEADDRESS");
        made(original).renditions().forEach(r -> assertThat(new String(r.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("HOMEADDRESS", "Exif"));
    }

    @Test
    void aPortraitIsCroppedTowardsTheTopAndNotStretched() {
        BufferedImage portrait = new BufferedImage(900, 1800, BufferedImage.TYPE_INT_RGB);
        var graphics = portrait.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 900, 1800);
        graphics.setColor(Color.RED);
        graphics.fillOval(300, 400, 300, 300);
        graphics.dispose();
        BufferedImage small = SamplePictures.decoded(made(SamplePictures.encoded(portrait, "png")).renditions().get(1).bytes());
        int left = 600, right = 0, top = 400, bottom = 0;
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 600; x++) {
                if (near(small.getRGB(x, y), Color.RED)) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        assertThat(right - left).isBetween(190, 205);
        assertThat(bottom - top).isBetween(190, 205);
    }

    @ParameterizedTest
    @CsvSource({"299, 400", "400, 179", "16, 16", "1, 1"})
    void aPictureThatIsTooSmallIsRefusedInWords(int width, int height) {
        assertThat(refused(SamplePictures.encoded(SamplePictures.halves(width, height, BufferedImage.TYPE_INT_RGB), "png"))).contains("too small").contains(width + " x " + height);
    }

    @ParameterizedTest
    @CsvSource({"1600, 300", "400, 1600"})
    void aBannerIsRefusedInWords(int width, int height) {
        assertThat(refused(SamplePictures.jpeg(width, height))).contains("banner");
    }

    @Test
    void aTurnedBannerIsABanner() {
        assertThat(refused(SamplePictures.turned(SamplePictures.jpeg(1000, 410), 6))).contains("banner");
    }

    @Test
    void aSmallFileThatClaimsToBeHugeIsNotDecoded() throws IOException {
        assertThat(refused(SamplePictures.pngClaiming(30_000, 30_000))).contains("too large");
        assertThat(refused(SamplePictures.pngClaiming(Integer.MAX_VALUE, Integer.MAX_VALUE))).isNotBlank();
        assertThat(refused(SamplePictures.pngClaiming(0, 0))).isNotBlank();
    }

    @Test
    void aCompressedRemarkIsNotInflated() throws IOException {
        byte[] bomb = SamplePictures.withTextBomb(SamplePictures.encoded(SamplePictures.halves(800, 600, BufferedImage.TYPE_INT_RGB), "png"));
        long before = allocated();
        made(bomb);
        assertThat(allocated() - before).isLessThan(60_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<svg xmlns='http://www.w3.org/2000/svg'/>", "<?xml version='1.0'?><!-- x --><svg onload='alert(1)'/>", "<!DOCTYPE html><html></html>", "", "GIF89a", "RIFF1234WEBPVP8 ",
        "BM and so on", "II*\u0000 and so on", "just text", "\u0000\u0000\u0000\u001cftypavif"})
    void whatIsNoPictureIsRefusedInWords(String content) {
        assertThat(refused(content.getBytes(StandardCharsets.ISO_8859_1))).isNotBlank();
    }

    @Test
    void rareFormatsThatDecodersAreCarelessWithAreNotEvenTried() {
        assertThat(refused(SamplePictures.encoded(SamplePictures.halves(800, 600, BufferedImage.TYPE_INT_RGB), "bmp"))).isNotBlank();
        assertThat(refused(SamplePictures.encoded(SamplePictures.halves(800, 600, BufferedImage.TYPE_INT_RGB), "tiff"))).isNotBlank();
    }

    @Test
    void aTruncatedPictureIsRefusedOrReadButNeverThrows() {
        byte[] whole = SamplePictures.jpeg(800, 600);
        for (int length = 0; length < whole.length; length += 211) {
            assertThat(PictureStudio.make(Arrays.copyOf(whole, length))).isNotNull();
        }
        assertThat(PictureStudio.make(Arrays.copyOf(whole, whole.length / 4))).isInstanceOf(PictureStudio.Result.NotUsable.class);
    }

    @Test
    void damagedPicturesNeverThrow() {
        Random random = new Random(20261124);
        byte[][] samples = {SamplePictures.jpeg(400, 300), SamplePictures.encoded(SamplePictures.halves(400, 300, BufferedImage.TYPE_INT_RGB), "png"),
            SamplePictures.encoded(SamplePictures.halves(400, 300, BufferedImage.TYPE_INT_RGB), "gif"), SamplePictures.webp(400, 300, 1, 2, 3)};
        for (int i = 0; i < 60; i++) {
            byte[] damaged = samples[i % samples.length].clone();
            for (int hits = 0; hits < 5; hits++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            assertThat(PictureStudio.make(damaged)).isNotNull();
        }
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static int topOf(PictureStudio.Result.Made made) {
        return SamplePictures.decoded(made.renditions().getFirst().bytes()).getRGB(600, 20);
    }

    private static PictureStudio.Result.Made made(byte[] bytes) {
        PictureStudio.Result result = PictureStudio.make(bytes);
        assertThat(result).isInstanceOf(PictureStudio.Result.Made.class);
        return (PictureStudio.Result.Made) result;
    }

    private static String refused(byte[] bytes) {
        PictureStudio.Result result = PictureStudio.make(bytes);
        assertThat(result).isInstanceOf(PictureStudio.Result.NotUsable.class);
        return ((PictureStudio.Result.NotUsable) result).reason();
    }

    private static boolean near(int rgb, Color expected) {
        Color color = new Color(rgb);
        return Math.abs(color.getRed() - expected.getRed()) < 40 && Math.abs(color.getGreen() - expected.getGreen()) < 40
                && Math.abs(color.getBlue() - expected.getBlue()) < 40;
    }
}
