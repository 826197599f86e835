package org.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

import org.broadsheet.web.Refusal;
import org.junit.jupiter.api.Test;

/** Whatever an operator uploads is served or refused in words (F5). */
class OwnPictureStudioTest {

    @Test
    void aDamagedFileIsRefusedInWords() throws IOException {
        var random = new Random(7);
        for (var format : List.of("png", "jpg", "gif", "bmp")) {
            var whole = picture(240, 80, format);
            for (var round = 0; round < 250; round++) {
                var damaged = random.nextInt(4) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
                for (var hits = random.nextInt(12); hits > 0 && damaged.length > 0; hits--) {
                    damaged[random.nextInt(Math.min(damaged.length, random.nextBoolean() ? 120 : damaged.length))] = (byte) random.nextInt(256);
                }
                var what = format + " " + round;
                assertThatCode(() -> made(damaged)).as(what).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void aPictureOfOddShapeKeepsAPixel() throws IOException {
        for (var size : List.of(List.of(1, 1), List.of(9_000, 1), List.of(1, 9_000))) {
            for (var purpose : OwnPicture.Purpose.values()) {
                var made = OwnPictureStudio.make(picture(size.get(0), size.get(1), "png"), purpose).picture();
                assertThat(made.width()).as("%s as %s", size, purpose).isBetween(1, purpose.widest);
                assertThat(made.height()).isBetween(1, purpose.tallest);
            }
        }
    }

    private static void made(byte[] bytes) {
        try {
            OwnPictureStudio.make(bytes, OwnPicture.Purpose.LOGO);
        } catch (Refusal inWords) {
            assertThat(inWords.errors().getFirst().message()).doesNotContain("null").doesNotContain("Exception");
        }
    }

    private static byte[] picture(int width, int height, String format) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(0x1f4e7a));
        graphics.fillOval(0, 0, width, height);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }
}
