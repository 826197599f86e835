package org.broadsheet.article;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Decodes the first frame of a picture whose head was read and found bearable (F5). Large ones are decoded at a half, a third and so on of
 * their size, since no rendition needs more.
 */
final class PictureDecoder {

    /** Decoded no larger than needed for renditions with something to spare. */
    private static final int ENOUGH_WIDTH = 2000;
    private static final int ENOUGH_HEIGHT = 1125;
    /** Short of memory, this is enough, too. */
    private static final int LEAST_SIDE = PictureFormat.LARGE.nominalWidth();
    private static final int READ_AHEAD = 16;
    /** What may be missing at the lower edge of a file that was cut. */
    private static final double MISSING = 0.1;
    private static final int FEWEST_SCANS = 4;
    private final PictureHead head;
    private final PictureKind kind;
    private final int gap;

    PictureDecoder(PictureHead head, PictureKind kind) {
        this.head = head;
        this.kind = kind;
        this.gap = gap();
    }

    private int gap() {
        int gap = Math.max(1, Math.min(head.width() / ENOUGH_WIDTH, head.height() / ENOUGH_HEIGHT));
        while (!DecodingMemory.allows(memory(gap)) && Math.min(head.width(), head.height()) / (gap + 1) >= LEAST_SIDE) {
            gap++;
        }
        return gap;
    }

    /** How many pixels of the file one decoded pixel stands for, in each direction. */
    int scale() {
        return gap;
    }

    /** Heap that decoding and cropping take at most, in bytes. */
    long memory() {
        return memory(gap);
    }

    private long memory(int every) {
        long kept = head.pixels() / ((long) every * every);
        int turned = head.orientation() == ExifOrientation.UPRIGHT ? 0 : 4;
        return head.bare().length + head.pixels() * head.bytesPerPixelRead() + kept * (kind.bytesPerPixelKept + turned + 1);
    }

    /** Upright, possibly smaller than its head says, in whatever colour model the file has. */
    BufferedImage decode() throws IOException {
        BufferedImage image = whole(reading(this::decode));
        return head.orientation() == ExifOrientation.UPRIGHT ? image
                : ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(head.orientation())).apply(image);
    }

    private BufferedImage decode(ImageReader reader) throws IOException {
        if (reader.getWidth(0) != head.width() || reader.getHeight(0) != head.height()) {
            throw new IIOException("it says two things about its size");
        }
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(gap, gap, 0, 0);
        try {
            BufferedImage image = reader.read(0, parameters);
            return image.getRaster().getNumBands() == 2 ? fromGreyWithAlpha(image) : image;
        } catch (IIOException e) {
            if (kind != PictureKind.JPEG || !reader.canReadRaster() || !String.valueOf(e.getMessage()).contains("Unsupported Image Type")) {
                throw e;
            }
            return fromInks(reader.readRaster(0, parameters)); // four printing inks, which the decoder leaves to us
        }
    }

    /** Java takes grey beside transparency for linear light, and would show it too bright. */
    private static BufferedImage fromGreyWithAlpha(BufferedImage grey) {
        int width = grey.getWidth();
        int down = grey.getSampleModel().getSampleSize(0) - 8;
        BufferedImage image = new BufferedImage(width, grey.getHeight(), BufferedImage.TYPE_INT_ARGB);
        int[] samples = new int[width * 2];
        int[] line = new int[width];
        for (int y = 0; y < grey.getHeight(); y++) {
            grey.getRaster().getPixels(0, y, width, 1, samples);
            for (int x = 0; x < width; x++) {
                line[x] = samples[2 * x + 1] >> down << 24 | (samples[2 * x] >> down) * 0x010101;
            }
            image.setRGB(0, y, width, 1, line, 0, width);
        }
        return image;
    }

    /** The decoder fills what is missing with grey and only warns; the marker at the end tells. */
    private BufferedImage whole(BufferedImage image) throws IOException {
        if (kind != PictureKind.JPEG || isComplete()) {
            return image;
        }
        JpegNotes notes = JpegNotes.of(head.bare());
        int there = image.getHeight() - filledRows(image);
        if (there < image.getHeight() * (1 - MISSING) || notes.progressive() && notes.scans() < FEWEST_SCANS) {
            throw new IIOException("the file ends in the middle");
        }
        return image.getSubimage(0, 0, image.getWidth(), there);
    }

    private boolean isComplete() {
        byte[] bytes = head.bare();
        for (int i = bytes.length - 2; i > 1; i--) {
            if ((bytes[i] & 0xff) == 0xff && (bytes[i + 1] & 0xff) == 0xd9) {
                return true;
            }
        }
        return false;
    }

    /** Rows at the lower edge that are all of one colour. */
    private static int filledRows(BufferedImage image) {
        int last = image.getRGB(image.getWidth() - 1, image.getHeight() - 1);
        for (int y = image.getHeight() - 1; y >= 0; y--) {
            for (int x = image.getWidth() - 1; x >= 0; x--) {
                if (image.getRGB(x, y) != last) {
                    int block = 16; // the last row of blocks may be there in part
                    return y == image.getHeight() - 1 ? 0 : Math.min(image.getHeight(), image.getHeight() - y - 1 + block);
                }
            }
        }
        return image.getHeight();
    }

    private BufferedImage fromInks(Raster raster) throws IIOException {
        if (raster.getNumBands() != 4) {
            throw new IIOException("its colours cannot be read");
        }
        JpegNotes notes = JpegNotes.of(head.bare());
        Optional<ColourProfile> profile = ColourProfile.of(head.profile(), 4);
        int width = raster.getWidth();
        BufferedImage image = new BufferedImage(width, raster.getHeight(), BufferedImage.TYPE_INT_RGB);
        var row = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, 1, 4, null);
        var light = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, 1, 3, null);
        int[] samples = new int[width * 4];
        int[] line = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, samples);
            toInks(samples, notes);
            if (profile.isPresent()) {
                row.setPixels(0, 0, width, 1, samples);
                profile.get().toScreen(row, line, samples, light);
            } else {
                mix(samples, line);
            }
            image.setRGB(0, y, width, 1, line, 0, width);
        }
        return image;
    }

    /** As stored to 255 where there is most ink. */
    private static void toInks(int[] samples, JpegNotes notes) {
        for (int i = 0; i < samples.length; i += 4) {
            if (notes.luminance()) {
                fromLuminance(samples, i);
            }
            if (notes.inverted()) {
                for (int ink = i; ink < i + 4; ink++) {
                    samples[ink] = 255 - samples[ink];
                }
            }
        }
    }

    private static void mix(int[] inks, int[] line) {
        for (int x = 0; x < line.length; x++) {
            int paper = 255 - inks[4 * x + 3];
            line[x] = (255 - inks[4 * x]) * paper / 255 << 16 | (255 - inks[4 * x + 1]) * paper / 255 << 8 | (255 - inks[4 * x + 2]) * paper / 255;
        }
    }

    /** JFIF 1.02, page 3. */
    private static void fromLuminance(int[] samples, int at) {
        double y = samples[at];
        double cb = samples[at + 1] - 128.0;
        double cr = samples[at + 2] - 128.0;
        samples[at] = clamped(y + 1.402 * cr);
        samples[at + 1] = clamped(y - 0.34414 * cb - 0.71414 * cr);
        samples[at + 2] = clamped(y + 1.772 * cb);
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
        return kind == PictureKind.WEBP ? Arrays.copyOf(head.bare(), head.bare().length + READ_AHEAD) : head.bare();
    }

    private interface Work<T> {

        T with(ImageReader reader) throws IOException;
    }
}
