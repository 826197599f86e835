package org.broadsheet.article;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Crops, scales and compresses an upright, opaque picture; the result is never heavier than a mail's reader should have to load. */
final class RenditionMaker {

    private static final int HEAVIEST = 90_000;
    private static final float[] QUALITIES = {0.85f, 0.78f, 0.7f, 0.6f, 0.5f, 0.4f, 0.3f};
    /** Of what a crop takes away above and below, this share is taken above. */
    private static final double TOP_SHARE = 0.3;

    private RenditionMaker() {
    }

    static PictureStudio.Rendition make(BufferedImage image, PictureStudio.Format format) throws IOException {
        var scaled = scaled(cropped(image, (double) format.width() / format.height()), format);
        var jpeg = lightest(scaled);
        for (var grain = 2; jpeg.length > HEAVIEST; grain *= 2) {
            jpeg = lightest(softened(scaled, grain));
        }
        return new PictureStudio.Rendition(format.width(), format.height(), "image/jpeg", jpeg);
    }

    /** The best quality that is light enough, else the lowest. */
    private static byte[] lightest(BufferedImage image) throws IOException {
        var jpeg = new byte[0];
        for (var quality : QUALITIES) {
            jpeg = jpeg(image, quality);
            if (jpeg.length <= HEAVIEST) {
                return jpeg;
            }
        }
        return jpeg;
    }

    /** Foliage and noise stay heavy at any quality; without their grain they do not. */
    private static BufferedImage softened(BufferedImage image, int grain) {
        var small = drawn(image, Math.max(1, image.getWidth() / grain), Math.max(1, image.getHeight() / grain), RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return drawn(small, image.getWidth(), image.getHeight(), RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    }

    private static BufferedImage cropped(BufferedImage image, double ratio) {
        var width = image.getWidth();
        var height = image.getHeight();
        if ((double) width / height > ratio) {
            var narrower = (int) Math.round(height * ratio);
            return image.getSubimage((width - narrower) / 2, 0, Math.max(1, narrower), height);
        }
        var lower = Math.max(1, (int) Math.round(width / ratio));
        return image.getSubimage(0, (int) ((height - lower) * TOP_SHARE), width, lower);
    }

    /** Halves until it is near, so that every pixel counts. */
    private static BufferedImage scaled(BufferedImage image, PictureStudio.Format format) {
        var current = image;
        while (current.getWidth() >= format.width() * 2) {
            current = drawn(current, current.getWidth() / 2, current.getHeight() / 2, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        }
        return drawn(current, format.width(), format.height(), RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height, Object interpolation) {
        var result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = result.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.drawImage(image, 0, 0, width, height, Color.WHITE, null); // JPEG has no transparency
        graphics.dispose();
        return result;
    }

    private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream(HEAVIEST);
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
