package org.broadsheet.article;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.broadsheet.platform.Sha256;
import org.broadsheet.web.Refusal;

import net.coobird.thumbnailator.Thumbnails;

/**
 * Makes what an operator uploaded fit to be served: measured before it is decoded (F5), upright, without metadata, no larger than its purpose
 * needs. What is transparent stays so, since a logo lies on light paper and on dark.
 */
final class OwnPictureStudio {

    private static final long MOST_PIXELS = 25_000_000;
    private static final int HEAVIEST = 200_000;
    private static final float[] QUALITIES = {0.86f, 0.78f, 0.66f, 0.5f};

    /** @param bytes as it is served */
    record Made(OwnPicture picture, String mediaType, byte[] bytes) {
    }

    private OwnPictureStudio() {
    }

    /** @throws Refusal in words if it is no picture that can be served */
    static Made make(byte[] bytes, OwnPicture.Purpose purpose) {
        var kind = PictureKind.of(bytes).orElseThrow(() -> Refusal.invalid("body", "is no picture that can be used: " + PictureKind.instead(bytes)));
        try {
            var head = PictureHead.of(bytes, kind);
            var decoder = new PictureDecoder(head, kind);
            if (head.pixels() > MOST_PIXELS || !DecodingMemory.allows(decoder.memory())) {
                throw Refusal.invalid("body", "is too large to decode: " + head.uprightWidth() + " x " + head.uprightHeight() + " pixels");
            }
            return DecodingMemory.with(decoder.memory(), () -> made(decoder.decode(), purpose));
        } catch (Refusal inWords) {
            throw inWords;
        } catch (IOException | RuntimeException broken) {
            throw Refusal.invalid("body", "is broken: " + Optional.ofNullable(broken.getMessage()).orElse("it ends too early"));
        } catch (OutOfMemoryError tooLarge) {
            throw Refusal.unavailable("There is not enough memory to decode this picture just now");
        }
    }

    private static Made made(BufferedImage image, OwnPicture.Purpose purpose) throws IOException {
        var scale = Math.min(1, Math.min((double) purpose.widest / image.getWidth(), (double) purpose.tallest / image.getHeight()));
        var seeThrough = image.getColorModel().hasAlpha();
        var scaled = Thumbnails.of(image).scale(scale).imageType(seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB).asBufferedImage();
        var png = png(scaled);
        if (png.length <= HEAVIEST) {
            return named(scaled, "png", png);
        }
        if (seeThrough) {
            throw Refusal.invalid("body", "weighs " + png.length / 1000 + " kB when it is as large as it is shown; with transparency it may weigh " + HEAVIEST / 1000);
        }
        for (var quality : QUALITIES) {
            var jpeg = jpeg(scaled, quality);
            if (jpeg.length <= HEAVIEST) {
                return named(scaled, "jpg", jpeg);
            }
        }
        throw Refusal.invalid("body", "is too rich in detail to weigh less than " + HEAVIEST / 1000 + " kB");
    }

    private static Made named(BufferedImage image, String extension, byte[] bytes) {
        var file = Sha256.hex(bytes) + "-" + image.getWidth() + "." + extension;
        return new Made(new OwnPicture(file, image.getWidth(), image.getHeight()), extension.equals("png") ? "image/png" : "image/jpeg", bytes);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        var opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = opaque.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.setOutput(output);
            writer.write(null, new IIOImage(opaque, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
