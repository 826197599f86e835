package org.broadsheet.article;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

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

    record Format(int width, int height) {
    }

    /** The lead's 16:9 and everybody else's 3:2, twice the size they are shown at. */
    private static final List<Format> FORMATS = List.of(new Format(1200, 675), new Format(600, 400));
    private static final long MOST_PIXELS = 25_000_000;
    private static final int LEAST_WIDTH = 300;
    private static final int LEAST_HEIGHT = 180;
    private static final double WIDEST = 3.2;
    private static final double TALLEST = 0.45;

    private static final Set<Orientation> LYING = EnumSet.of(Orientation.LEFT_TOP, Orientation.RIGHT_TOP, Orientation.RIGHT_BOTTOM, Orientation.LEFT_BOTTOM);
    private static final Pattern MISSING = Pattern.compile("(?i)premature end|truncated|missing eoi");

    private PictureStudio() {
    }

    /** Whatever the bytes are, this returns and does not throw. */
    public static Result make(byte[] bytes) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return new Result.NotUsable(looksLikeSvg(bytes) ? "it is an SVG, which is a program rather than a picture" : "it is not a picture that can be read");
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return make(bytes, reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            return new Result.NotUsable("it is broken: " + broken.getMessage());
        } catch (OutOfMemoryError tooLarge) {
            return new Result.NotUsable("there was not enough memory to decode it");
        }
    }

    private static Result make(byte[] bytes, ImageReader reader) throws IOException {
        var orientation = ExifOrientation.of(bytes);
        var lying = LYING.contains(orientation);
        var width = lying ? reader.getHeight(0) : reader.getWidth(0);
        var height = lying ? reader.getWidth(0) : reader.getHeight(0);
        var objection = objection(width, height);
        if (!objection.isEmpty()) {
            return new Result.NotUsable(objection);
        }
        var upright = opaque(decoded(reader));
        if (orientation != Orientation.TOP_LEFT) {
            upright = opaque(ExifFilterUtils.getFilterForOrientation(orientation).apply(upright));
        }
        var renditions = new ArrayList<Rendition>();
        for (var format : FORMATS) {
            renditions.add(RenditionMaker.make(upright, format));
        }
        return new Result.Made(hash(bytes), width, height, renditions);
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

    /** A picture at least twice as large as needed is read with gaps, to save memory. What the decoder had to make up is no picture. */
    private static BufferedImage decoded(ImageReader reader) throws IOException {
        var missing = new AtomicBoolean();
        reader.addIIOReadWarningListener((source, warning) -> {
            if (MISSING.matcher(warning).find()) {
                missing.set(true);
            }
        });
        var parameters = reader.getDefaultReadParam();
        var gap = Math.max(1, Math.min(reader.getWidth(0), reader.getHeight(0) * 16 / 9) / (2 * FORMATS.getFirst().width()));
        parameters.setSourceSubsampling(gap, gap, 0, 0);
        var image = reader.read(0, parameters);
        if (missing.get()) {
            throw new IOException("it breaks off in the middle");
        }
        return image;
    }

    /** On white, in plain RGB: JPEG has no transparency, and palettes scale badly. */
    private static BufferedImage opaque(BufferedImage image) {
        var flat = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = flat.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, flat.getWidth(), flat.getHeight());
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return flat;
    }

    private static boolean looksLikeSvg(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 500), java.nio.charset.StandardCharsets.ISO_8859_1).contains("<svg");
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", impossible);
        }
    }
}
