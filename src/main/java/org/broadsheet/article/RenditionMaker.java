package org.broadsheet.article;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Crops, scales and compresses an upright picture; the result is never larger than its original, nor heavier than its shape allows. */
final class RenditionMaker {

    private static final int USUAL_WEIGHT = 90_000;
    private static final int[] QUALITIES = {86, 82, 78, 74, 70, 66, 60, 54, 48, 40, 30};
    /** What a photograph weighs at each quality, beside its weight at the first. */
    private static final double[] USUAL_WEIGHTS = {1, 0.87, 0.77, 0.69, 0.63, 0.58, 0.52, 0.47, 0.42, 0.37, 0.30};
    /** Scaling down takes a little sharpness, which is given back: so many 256ths of the difference to each of four neighbours. */
    private static final int SHARPENING = 20;
    private static final double SHARPENED_FROM = 1.3;

    private final BufferedImage image;
    private final SaliencyMap map;
    private final Optional<ColourProfile> profile;

    /** @param profile of the colours of the image */
    RenditionMaker(BufferedImage image, SaliencyMap map, Optional<ColourProfile> profile) {
        this.image = image;
        this.map = map;
        this.profile = profile;
    }

    PictureStudio.Rendition make(PictureShape shape) throws IOException {
        var part = switch (shape) {
            case PictureFormat format -> cropped(format);
            case WholeFormat _ -> image;
        };
        var size = shape.of(image.getWidth(), image.getHeight());
        var scaled = scaled(part, size.width(), size.height());
        profile.ifPresent(colours -> colours.apply(scaled));
        if (part.getWidth() >= size.width() * SHARPENED_FROM) {
            sharpen(scaled);
        }
        var jpeg = lightest(scaled, shape.heaviest());
        for (var grain = 2; jpeg.length > shape.heaviest(); grain *= 2) {
            jpeg = lightest(softened(scaled, grain), shape.heaviest());
        }
        return new PictureStudio.Rendition(shape, size.width(), size.height(), "image/jpeg", jpeg);
    }

    private BufferedImage cropped(PictureFormat format) {
        var frame = CropFrame.of(image.getWidth(), image.getHeight(), format.ratio(), map);
        return image.getSubimage(frame.left(), frame.top(), frame.width(), frame.height());
    }

    /** The best quality that is light enough, else the lowest. Guessed from the weight at the best, then corrected downwards: each try costs as much as all else. */
    private static byte[] lightest(BufferedImage image, int heaviest) throws IOException {
        var jpeg = jpeg(image, QUALITIES[0]);
        var weight = jpeg.length;
        for (var at = 1; at < QUALITIES.length && jpeg.length > heaviest; at++) {
            if (weight * USUAL_WEIGHTS[at] <= heaviest || at == QUALITIES.length - 1) {
                jpeg = jpeg(image, QUALITIES[at]);
            }
        }
        return jpeg;
    }

    /** Foliage and noise stay heavy at any quality; without their grain they do not. */
    private static BufferedImage softened(BufferedImage image, int grain) {
        var small = drawn(image, Math.max(1, image.getWidth() / grain), Math.max(1, image.getHeight() / grain), RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return drawn(small, image.getWidth(), image.getHeight(), RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    }

    /** Halves until it is near, so that every pixel counts. */
    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        var current = image;
        while (current.getWidth() >= width * 2) {
            current = drawn(current, Math.max(width, current.getWidth() / 2), Math.max(height, current.getHeight() / 2), RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        }
        return drawn(current, width, height, current.getWidth() == width ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR : RenderingHints.VALUE_INTERPOLATION_BICUBIC);
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

    /** Each pixel is moved away from the mean of its four neighbours. */
    private static void sharpen(BufferedImage image) {
        var width = image.getWidth();
        var height = image.getHeight();
        var pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData().clone();
        var line = new int[width];
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var at = y * width + x;
                var left = pixels[x == 0 ? at : at - 1];
                var right = pixels[x == width - 1 ? at : at + 1];
                var above = pixels[y == 0 ? at : at - width];
                var below = pixels[y == height - 1 ? at : at + width];
                var rgb = 0;
                for (var shift = 16; shift >= 0; shift -= 8) {
                    var own = pixels[at] >> shift & 0xff;
                    var others = (left >> shift & 0xff) + (right >> shift & 0xff) + (above >> shift & 0xff) + (below >> shift & 0xff);
                    rgb = rgb << 8 | Math.clamp(own + (SHARPENING * (4 * own - others) >> 8), 0, 255);
                }
                line[x] = rgb;
            }
            image.setRGB(0, y, width, 1, line, 0, width);
        }
    }

    private static byte[] jpeg(BufferedImage image, int quality) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream(USUAL_WEIGHT);
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality / 100f);
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
