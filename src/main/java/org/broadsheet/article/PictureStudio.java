package org.broadsheet.article;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;


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
            renditions.add(RenditionMaker.make(image, format));
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

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", impossible);
        }
    }
}
