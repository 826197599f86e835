package org.broadsheet.article;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes the renditions of a picture: measured before it is decoded (F5), turned as its camera was held, without metadata, cropped towards the
 * top where heads are, never stretched.
 */
public final class PictureStudio {

    /** What became of the bytes. */
    public sealed interface Result {
        /** @param hash SHA-256 of what was fetched, in hexadecimal */
        record Made(String hash, int width, int height, List<Rendition> renditions) implements Result {
        }

        /** @param reason for the operator */
        record NotUsable(String reason) implements Result {
        }
    }

    /** A picture in one size, as JPEG. */
    public record Rendition(int width, int height, String mediaType, byte[] bytes) {
    }

    private record Format(int width, int height) {
    }

    /** The lead's 16:9 and everybody else's 3:2, twice the size they are shown at. */
    private static final List<Format> FORMATS = List.of(new Format(1200, 675), new Format(600, 400));
    private static final long MOST_PIXELS = 25_000_000;
    private static final int LEAST_WIDTH = 300;
    private static final int LEAST_HEIGHT = 180;
    private static final double WIDEST = 3.2;
    private static final double TALLEST = 0.45;
    private static final int HEAVIEST = 90_000;
    private static final float[] QUALITIES = {0.85f, 0.78f, 0.7f, 0.6f, 0.5f, 0.4f, 0.3f, 0.2f};
    /** Of what a crop takes away above and below, this share is taken above. */
    private static final double TOP_SHARE = 0.3;

    private PictureStudio() {
    }

    /** Whatever the bytes are, this returns and does not throw. */
    public static Result make(byte[] bytes) {
        var kind = PictureKind.of(bytes);
        if (kind.isEmpty()) {
            return new Result.NotUsable(PictureKind.instead(bytes));
        }
        try {
            return make(bytes, new PictureDecoder(bytes, kind.get()));
        } catch (IOException | RuntimeException broken) {
            return new Result.NotUsable("it is broken: " + (broken.getMessage() == null ? "it ends too early" : broken.getMessage()));
        } catch (OutOfMemoryError tooLarge) {
            return new Result.NotUsable("there was not enough memory to decode it");
        }
    }

    private static Result make(byte[] bytes, PictureDecoder decoder) throws IOException {
        var size = decoder.measure();
        var objection = objection(size.width(), size.height());
        if (!objection.isEmpty()) {
            return new Result.NotUsable(objection);
        }
        var image = decoder.decode();
        var renditions = new ArrayList<Rendition>();
        for (var format : FORMATS) {
            renditions.add(rendition(image, format));
        }
        return new Result.Made(hash(bytes), size.width(), size.height(), List.copyOf(renditions));
    }

    private static String objection(int width, int height) {
        var size = width + " x " + height + " pixels";
        if ((long) width * height > MOST_PIXELS) {
            return "it is too large to decode: " + size;
        }
        if (width < LEAST_WIDTH || height < LEAST_HEIGHT) {
            return "it is too small: " + size;
        }
        var ratio = (double) width / height;
        return ratio > WIDEST || ratio < TALLEST ? "it has the shape of a banner: " + size : "";
    }

    private static Rendition rendition(BufferedImage image, Format format) throws IOException {
        var scaled = scaled(cropped(image, (double) format.width() / format.height()), format);
        for (var quality : QUALITIES) {
            var jpeg = jpeg(scaled, quality);
            if (jpeg.length <= HEAVIEST) {
                return new Rendition(format.width(), format.height(), "image/jpeg", jpeg);
            }
        }
        return new Rendition(format.width(), format.height(), "image/jpeg", jpeg(softened(scaled), QUALITIES[QUALITIES.length - 1]));
    }

    /** What is still too heavy at the lowest quality is noise; a quarter of it looks the same. */
    private static BufferedImage softened(BufferedImage image) {
        var small = drawn(image, image.getWidth() / 4, image.getHeight() / 4, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return drawn(small, image.getWidth(), image.getHeight(), RenderingHints.VALUE_INTERPOLATION_BILINEAR);
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
    private static BufferedImage scaled(BufferedImage image, Format format) {
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

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", impossible);
        }
    }
}
