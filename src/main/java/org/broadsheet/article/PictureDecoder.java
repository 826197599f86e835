package org.broadsheet.article;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Decodes the first frame of a picture, after it was measured (F5). Metadata is not even parsed, so that compressed remarks and colour
 * profiles cost nothing.
 */
final class PictureDecoder {

    /** Decoded no larger than about this, since renditions are smaller. */
    private static final int ENOUGH_WIDTH = 2400;
    private static final int ENOUGH_HEIGHT = 1350;
    private static final int READ_AHEAD = 16;
    private final byte[] bytes;
    private final PictureKind kind;
    private final JpegNotes notes;

    PictureDecoder(byte[] bytes, PictureKind kind) {
        this.bytes = bytes;
        this.kind = kind;
        this.notes = kind == PictureKind.JPEG ? JpegNotes.of(bytes) : new JpegNotes(1, false, false);
    }

    /** Width and height, upright. */
    record Size(int width, int height) {

        @Override
        public String toString() {
            return width + " x " + height + " pixels";
        }
    }

    /** From the header alone. */
    Size measure() throws IOException {
        return reading(reader -> {
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            return notes.orientation() >= 5 ? new Size(height, width) : new Size(width, height);
        });
    }

    /** Upright, possibly smaller than measured, in whatever colour model the file has. */
    BufferedImage decode() throws IOException {
        BufferedImage image = reading(this::decode);
        return notes.orientation() == 1 ? image : ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(notes.orientation())).apply(image);
    }

    private BufferedImage decode(ImageReader reader) throws IOException {
        ImageReadParam parameters = reader.getDefaultReadParam();
        int gap = Math.max(1, Math.min(reader.getWidth(0) / ENOUGH_WIDTH, reader.getHeight(0) / ENOUGH_HEIGHT));
        parameters.setSourceSubsampling(gap, gap, 0, 0);
        BufferedImage image = readAny(reader, parameters);
        if (isCutShort()) {
            throw new IIOException("the file ends in the middle");
        }
        return image;
    }

    private BufferedImage readAny(ImageReader reader, ImageReadParam parameters) throws IOException {
        try {
            return reader.read(0, parameters);
        } catch (IIOException e) {
            if (kind != PictureKind.JPEG || !reader.canReadRaster() || !String.valueOf(e.getMessage()).contains("Unsupported Image Type")) {
                throw e;
            }
            return fromInks(reader.readRaster(0, parameters)); // four printing inks, which the decoder leaves to us
        }
    }

    /** The decoder fills what is missing with grey and only warns; the marker at the end tells. */
    private boolean isCutShort() {
        if (kind != PictureKind.JPEG) {
            return false;
        }
        for (int i = bytes.length - 2; i > 1; i--) {
            if ((bytes[i] & 0xff) == 0xff && (bytes[i + 1] & 0xff) == 0xd9) {
                return false;
            }
        }
        return true;
    }

    private BufferedImage fromInks(Raster raster) throws IIOException {
        if (raster.getNumBands() != 4) {
            throw new IIOException("its colours cannot be read");
        }
        BufferedImage image = new BufferedImage(raster.getWidth(), raster.getHeight(), BufferedImage.TYPE_INT_RGB);
        int[] inks = new int[4];
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int x = 0; x < raster.getWidth(); x++) {
                raster.getPixel(x + raster.getMinX(), y + raster.getMinY(), inks);
                image.setRGB(x, y, light(inks));
            }
        }
        return image;
    }

    private int light(int[] stored) {
        int[] inks = notes.luminance() ? fromLuminance(stored) : stored;
        int rgb = 0;
        for (int i = 0; i < 3; i++) {
            int paper = notes.inverted() ? inks[i] : 255 - inks[i];
            int black = notes.inverted() ? inks[3] : 255 - inks[3];
            rgb = rgb << 8 | paper * black / 255;
        }
        return rgb;
    }

    /** JFIF 1.02, page 3. */
    private static int[] fromLuminance(int[] stored) {
        double y = stored[0];
        double cb = stored[1] - 128.0;
        double cr = stored[2] - 128.0;
        return new int[] {clamped(y + 1.402 * cr), clamped(y - 0.34414 * cb - 0.71414 * cr), clamped(y + 1.772 * cb), stored[3]};
    }

    private static int clamped(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }

    private <T> T reading(Work<T> work) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.name().toLowerCase(Locale.ROOT)).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(padded()))) {
            reader.setInput(input, true, true);
            return work.with(reader);
        } finally {
            reader.dispose();
        }
    }

    /** The WebP decoder reads a few bytes ahead and takes the end of the file for damage. */
    private byte[] padded() {
        return kind == PictureKind.WEBP ? Arrays.copyOf(bytes, bytes.length + READ_AHEAD) : bytes;
    }

    private interface Work<T> {

        T with(ImageReader reader) throws IOException;
    }
}
