package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.ImageIO;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureStudioTest {

    @ParameterizedTest
    @CsvSource({"1600, 900, jpg, 1200x675, 600x400", "800, 600, png, 800x450, 600x400", "600, 1000, jpg, 600x338, 600x400", "640, 360, gif, 640x360, 540x360",
        "300, 180, png, 300x169, 270x180", "5000, 4000, jpg, 1200x675, 600x400", "1199, 900, png, 1199x674, 600x400"})
    void everyPictureComesInBothFormatsNeverEnlargedAndNeverTooHeavy(int width, int height, String format, String large, String small) throws IOException {
        var made = made(encoded(gradient(width, height), format));
        assertThat(made.width()).isEqualTo(width);
        assertThat(made.height()).isEqualTo(height);
        assertThat(made.hash()).matches("[0-9a-f]{64}");
        assertRenditions(made, large, small);
        assertThat(PictureFormat.LARGE.of(width, height)).as("known from the original alone").hasToString("Size[width=%s, height=%s]".formatted((Object[]) large.split("x")));
    }

    @Test
    void noiseIsMadeLightEnoughToo() throws IOException {
        var noise = new BufferedImage(1400, 900, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (var y = 0; y < 900; y++) {
            for (var x = 0; x < 1400; x++) {
                noise.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        assertRenditions(made(encoded(noise, "png")), "1200x675", "600x400");
    }

    private static void assertRenditions(PictureStudio.Result.Made made, String... sizes) throws IOException {
        assertThat(made.renditions()).extracting(r -> r.width() + "x" + r.height()).containsExactly(sizes);
        for (var rendition : made.renditions()) {
            assertThat(rendition.mediaType()).isEqualTo("image/jpeg");
            assertThat(rendition.bytes().length).isLessThanOrEqualTo(90_000);
            var picture = ImageIO.read(new ByteArrayInputStream(rendition.bytes()));
            assertThat(picture.getWidth()).isEqualTo(rendition.width());
            assertThat(picture.getHeight()).isEqualTo(rendition.height());
        }
    }

    @Test
    void aPictureTooLargeIsRefusedBeforeItIsDecoded() throws IOException {
        var header = png(30_000, 30_000, new byte[0]);
        var result = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> PictureStudio.make(header));
        assertThat(reason(result)).contains("too large", "30000 x 30000");
    }

    @Test
    void aSmallHeaderOverAnInflationBombEndsQuickly() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            for (var part = 0; part < 200; part++) {
                deflater.write(new byte[1_000_000]);
            }
        }
        var bomb = png(1000, 1000, packed.toByteArray());
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(30), () -> PictureStudio.make(bomb))).isNotNull();
    }

    @Test
    void aTruncatedPictureIsNotUsedOrAtLeastDoesNotThrow() throws IOException {
        var whole = encoded(gradient(1600, 900), "jpg");
        for (var share : new double[] {0.001, 0.02, 0.1}) {
            assertThat(PictureStudio.make(java.util.Arrays.copyOf(whole, (int) (whole.length * share)))).isInstanceOf(PictureStudio.Result.NotUsable.class);
        }
    }

    @Test
    void aPictureCutInTheMiddleIsNotShownHalfGrey() throws IOException {
        var whole = encoded(gradient(1600, 900), "jpg");
        assertThat(reason(PictureStudio.make(java.util.Arrays.copyOf(whole, whole.length / 2)))).contains("broken");
    }

    @Test
    void damagedPicturesNeverThrow() throws IOException {
        var random = new Random(5);
        for (var format : new String[] {"jpg", "png", "gif", "bmp"}) {
            var whole = encoded(gradient(320, 200), format);
            for (var round = 0; round < 12; round++) {
                var damaged = whole.clone();
                for (var hit = 0; hit < 1 + random.nextInt(30); hit++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                assertThat(PictureStudio.make(damaged)).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html><html><body>Not found</body></html>", "", "GIF89a", "just text", "%PDF-1.4", "\u0089PNG\r\n"})
    void whatIsNoPictureIsToldInWords(String content) {
        assertThat(reason(PictureStudio.make(content.getBytes(StandardCharsets.ISO_8859_1)))).isNotBlank().doesNotContain("null", "Exception");
    }

    @Test
    void anSvgIsNamedAsSuch() {
        var svg = "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"600\"><script>alert(1)</script></svg>";
        assertThat(reason(PictureStudio.make(svg.getBytes(StandardCharsets.UTF_8)))).contains("SVG");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, too small", "299, 400, too small", "400, 179, too small", "1600, 200, banner", "300, 900, banner"})
    void picturesOfNoUseAreRefused(int width, int height, String words) throws IOException {
        assertThat(reason(PictureStudio.make(encoded(gradient(width, height), "png")))).contains(words);
    }

    /** The corner that is red in the file, and where it is when shown upright (Exif 2.32, tag 0x0112). */
    @ParameterizedTest
    @CsvSource({"1, left, top", "2, right, top", "3, right, bottom", "4, left, bottom", "5, left, top", "6, right, top", "7, right, bottom", "8, left, bottom"})
    void aPictureIsTurnedAsItsCameraWasHeld(int orientation, String side, String edge) throws IOException {
        var image = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 600, 400);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 300, 200);
        graphics.dispose();
        var made = made(withOrientation(encoded(image, "jpg"), orientation));
        assertThat(made.width()).isEqualTo(orientation < 5 ? 600 : 400);
        assertThat(made.height()).isEqualTo(orientation < 5 ? 400 : 600);
        var picture = picture(made, 1);
        var x = (int) (picture.getWidth() * (side.equals("left") ? 0.15 : 0.85));
        var y = (int) (picture.getHeight() * (edge.equals("top") ? 0.1 : 0.9));
        assertNear(picture.getRGB(x, y), Color.RED);
        assertNear(picture.getRGB(picture.getWidth() - x, y), Color.WHITE);
    }

    @Test
    void theSamePictureHasTheSameHash() throws IOException {
        var bytes = encoded(gradient(800, 600), "png");
        assertThat(made(bytes).hash()).isEqualTo(made(bytes.clone()).hash());
    }

    private static BufferedImage gradient(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    /** A PNG of 1 bit greyscale with this image data (W3C PNG, section 11). */
    private static byte[] png(int width, int height, byte[] data) throws IOException {
        var header = new ByteArrayOutputStream();
        var fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {1, 0, 0, 0, 0});
        var out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(out, "IHDR", header.toByteArray());
        chunk(out, "IDAT", data);
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) throws IOException {
        var crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.US_ASCII));
        crc.update(data);
        var fields = new DataOutputStream(out);
        fields.writeInt(data.length);
        fields.writeBytes(type);
        fields.write(data);
        fields.writeInt((int) crc.getValue());
    }

    /** Puts an Exif segment with nothing but the orientation behind the start of the image. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) throws IOException {
        var out = new ByteArrayOutputStream();
        var fields = new DataOutputStream(out);
        fields.write(jpeg, 0, 2);
        fields.writeShort(0xFFE1);
        fields.writeShort(2 + 6 + 26);
        fields.writeBytes("Exif\0\0MM\0*");
        fields.writeInt(8);
        fields.writeShort(1);
        fields.writeShort(0x0112);
        fields.writeShort(3);
        fields.writeInt(1);
        fields.writeShort(orientation);
        fields.writeShort(0);
        fields.writeInt(0);
        fields.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static BufferedImage picture(PictureStudio.Result.Made made, int rendition) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(made.renditions().get(rendition).bytes()));
    }

    private static PictureStudio.Result.Made made(byte[] bytes) {
        return assertThat(PictureStudio.make(bytes)).asInstanceOf(InstanceOfAssertFactories.type(PictureStudio.Result.Made.class)).actual();
    }

    private static String reason(PictureStudio.Result result) {
        return assertThat(result).asInstanceOf(InstanceOfAssertFactories.type(PictureStudio.Result.NotUsable.class)).actual().reason();
    }

    private static void assertNear(int rgb, Color expected) {
        var colour = new Color(rgb);
        assertThat(Math.abs(colour.getRed() - expected.getRed()) + Math.abs(colour.getGreen() - expected.getGreen())
                + Math.abs(colour.getBlue() - expected.getBlue())).as("%s near %s", colour, expected).isLessThan(60);
    }
}
