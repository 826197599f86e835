package org.broadsheet.article;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.broadsheet.platform.Sha256;

/**
 * Makes the renditions of a picture: measured before it is decoded (F5), turned as its camera was held, in colours of the screen, without
 * metadata, cropped to its subject or whole, never stretched and never enlarged.
 */
public final class PictureStudio {

    /** What became of the bytes. */
    public sealed interface Result {
        /**
         * @param hash   SHA-256 of what was fetched, in hexadecimal
         * @param width  of the original, upright, in pixels
         * @param height of the original, upright, in pixels
         * @param looks  what it looks like
         * @param sketch by which it is known again
         */
        record Made(String hash, int width, int height, List<Rendition> renditions, PictureSubstance.Looks looks, PictureSketch sketch) implements Result {
        }

        /** @param reason for the operator */
        record NotUsable(String reason) implements Result {
        }
    }

    /** A picture in one shape, as JPEG. Width and height are its own, which may be less than the shape's. */
    public record Rendition(PictureShape shape, int width, int height, String mediaType, byte[] bytes) {
    }

    private static final long MOST_PIXELS = 25_000_000;
    private static final long MOST_PIXELS_OF_ALL_FRAMES = 20_000_000;
    private static final int MOST_FRAMES = 200;
    private static final int LEAST_WIDTH = 300;
    private static final int LEAST_HEIGHT = 180;
    private static final double WIDEST = 3.2;
    private static final double TALLEST = 0.45;

    private PictureStudio() {
    }

    /** The picture of an article, cropped. Whatever the bytes are, this returns and does not throw. */
    public static Result make(byte[] bytes) {
        return make(bytes, PictureFormat.ALL);
    }

    /** Whatever the bytes are, this returns and does not throw. */
    static Result make(byte[] bytes, List<PictureShape> shapes) {
        var kind = PictureKind.of(bytes);
        if (kind.isEmpty()) {
            return new Result.NotUsable(PictureKind.instead(bytes));
        }
        try {
            return make(bytes, kind.get(), shapes);
        } catch (IOException | RuntimeException broken) {
            return new Result.NotUsable("it is broken: " + (broken.getMessage() == null ? "it ends too early" : broken.getMessage()));
        } catch (OutOfMemoryError tooLarge) {
            return new Result.NotUsable("there was not enough memory to decode it");
        }
    }

    private static Result make(byte[] bytes, PictureKind kind, List<PictureShape> shapes) throws IOException {
        var head = PictureHead.of(bytes, kind);
        var objection = objection(head);
        if (!objection.isEmpty()) {
            return new Result.NotUsable(objection);
        }
        var decoder = new PictureDecoder(head, kind);
        if (!DecodingMemory.allows(decoder.memory())) {
            return new Result.NotUsable("it would take too much memory to decode: " + size(head));
        }
        return DecodingMemory.with(decoder.memory(), () -> make(bytes, head, decoder, shapes));
    }

    private static Result make(byte[] bytes, PictureHead head, PictureDecoder decoder, List<PictureShape> shapes) throws IOException {
        var image = decoder.decode();
        var copy = SmallCopy.of(image);
        var objection = PictureSubstance.objection(copy);
        if (!objection.isEmpty()) {
            return new Result.NotUsable(objection);
        }
        var maker = new RenditionMaker(image, SaliencyMap.of(copy), ColourProfile.of(head.profile(), 3));
        var renditions = new ArrayList<Rendition>();
        for (var shape : shapes) {
            renditions.add(maker.make(shape));
        }
        return new Result.Made(Sha256.hex(bytes), Math.min(head.uprightWidth(), image.getWidth() * decoder.scale()),
                Math.min(head.uprightHeight(), image.getHeight() * decoder.scale()), List.copyOf(renditions), PictureSubstance.looks(copy), PictureSketch.of(copy));
    }

    private static String objection(PictureHead head) {
        if (head.pixels() > MOST_PIXELS) {
            return "it is too large to decode: " + size(head);
        }
        if (head.frames() > MOST_FRAMES || head.frames() > 1 && head.pixels() * head.frames() > MOST_PIXELS_OF_ALL_FRAMES) {
            return "it is a film rather than a picture: " + head.frames() + " frames of " + size(head);
        }
        if (head.uprightWidth() < LEAST_WIDTH || head.uprightHeight() < LEAST_HEIGHT) {
            return "it is too small: " + size(head);
        }
        var ratio = (double) head.uprightWidth() / head.uprightHeight();
        return ratio > WIDEST || ratio < TALLEST ? "it has the shape of a banner: " + size(head) : "";
    }

    private static String size(PictureHead head) {
        return head.uprightWidth() + " x " + head.uprightHeight() + " pixels";
    }
}
