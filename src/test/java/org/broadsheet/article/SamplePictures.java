package org.broadsheet.article;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;

/** Pictures made on the spot, good ones and bombs. */
final class SamplePictures {

    private SamplePictures() {
    }

    /** The upper half red, the lower half blue. */
    static BufferedImage halves(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        var graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width, height / 2);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, height / 2, width, height - height / 2);
        graphics.dispose();
        return image;
    }

    /** As hard to compress as it gets. */
    static BufferedImage noise(int width, int height, long seed) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }

    static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static BufferedImage decoded(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] jpeg(int width, int height) {
        return encoded(halves(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    /** As a camera held sideways writes it (Exif 2.3, tag 0x0112), with a remark that must not survive. */
    static byte[] turned(byte[] jpeg, int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(60).order(ByteOrder.BIG_ENDIAN);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x010e).putShort((short) 2).putInt(12).putInt(38);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0).putInt(0);
        tiff.put("HOMEADDRESS\0".getBytes(StandardCharsets.US_ASCII));
        byte[] exif = concat("Exif\0\0".getBytes(StandardCharsets.US_ASCII), java.util.Arrays.copyOf(tiff.array(), tiff.position()));
        return withSegment(jpeg, 0xe1, exif);
    }

    /** Four inks, inverted, as Photoshop writes them: cyan, magenta, yellow, black each from 0 (none) to 255; one mixture above, one below. */
    static byte[] cmyk(int width, int height, int[] above, int[] below) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(0, width, height, 4, null);
        for (int y = 0; y < height; y++) {
            int[] inks = y < height / 2 ? above : below;
            int[] pixel = {255 - inks[0], 255 - inks[1], 255 - inks[2], 255 - inks[3]};
            for (int x = 0; x < width; x++) {
                raster.setPixel(x, y, pixel);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(new IIOImage(raster, null, null));
        } finally {
            writer.dispose();
        }
        return withSegment(out.toByteArray(), 0xee, new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0});
    }

    static BufferedImage halves(int width, int height, Color above, Color below) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(above);
        graphics.fillRect(0, 0, width, height / 2);
        graphics.setColor(below);
        graphics.fillRect(0, height / 2, width, height - height / 2);
        graphics.dispose();
        return image;
    }

    /** What a publisher's system shows where it has no picture. */
    static BufferedImage placeholder(int width, int height) {
        BufferedImage image = halves(width, height, new Color(221, 221, 221), new Color(221, 221, 221));
        var graphics = image.createGraphics();
        graphics.setColor(new Color(170, 170, 170));
        graphics.setFont(graphics.getFont().deriveFont(60f));
        graphics.drawString("No image available", width / 2 - 280, height / 2);
        graphics.dispose();
        return image;
    }

    static BufferedImage logo(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(java.awt.RenderingHints.KEY_ANTIALIASING, java.awt.RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(10, 60, 140));
        graphics.fillOval(20, 60, 250, 250);
        graphics.setFont(graphics.getFont().deriveFont(120f));
        graphics.drawString("Gazette", 290, 240);
        graphics.dispose();
        return image;
    }

    static byte[] greyWithAlpha(int width, int height, int grey) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            for (int y = 0; y < height; y++) {
                byte[] row = new byte[1 + width * 2];
                for (int x = 0; x < width; x++) {
                    row[1 + 2 * x] = (byte) (y < height / 2 ? grey : x * 255 / width);
                    row[2 + 2 * x] = (byte) 255;
                }
                deflater.write(row);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 4, 0, 0, 0}).array());
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** An animation: halves in its first frame, black in the others. */
    static byte[] gif(int width, int height, int frames) {
        byte[] first = encoded(halves(width, height, BufferedImage.TYPE_INT_RGB), "gif");
        byte[] other = encoded(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "gif");
        int start = 13 + ((other[10] & 0x80) == 0 ? 0 : 3 * (2 << (other[10] & 7)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(first, 0, first.length - 1);
        for (int frame = 1; frame < frames; frame++) {
            out.write(other, start, other.length - start - 1);
        }
        out.write(0x3b);
        return out.toByteArray();
    }

    /** The picture with an ICC profile put in where its format has it. */
    static byte[] withProfile(byte[] picture, String format, byte[] profile) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (format) {
            case "jpeg" -> {
                return withSegment(picture, 0xe2, concat("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1), profile));
            }
            case "png" -> {
                ByteArrayOutputStream packed = new ByteArrayOutputStream();
                packed.write("p\0\0".getBytes(StandardCharsets.ISO_8859_1));
                try (var deflater = new DeflaterOutputStream(packed)) {
                    deflater.write(profile);
                }
                out.write(picture, 0, 33);
                chunk(out, "iCCP", packed.toByteArray());
                out.write(picture, 33, picture.length - 33);
            }
            default -> {
                ByteBuffer head = ByteBuffer.allocate(38 + profile.length + (profile.length & 1)).order(ByteOrder.LITTLE_ENDIAN);
                head.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(head.capacity() - 8 + picture.length - 12).put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10)
                        .putInt(0x20).put(new byte[] {(byte) 143, 1, 0, 3, 1, 0}).put("ICCP".getBytes(StandardCharsets.US_ASCII)).putInt(profile.length).put(profile);
                out.write(head.array());
                out.write(picture, 12, picture.length - 12);
            }
        }
        return out.toByteArray();
    }

    /** A profile that says it has 3 MB, packed as zeros without end. */
    static byte[] withProfileBomb(byte[] png) throws IOException {
        byte[] zeros = new byte[100_000_000];
        ByteBuffer.wrap(zeros).putInt(100_000_000);
        return withProfile(png, "png", zeros);
    }

    /** The primaries of Display P3 (SMPTE EG 432-1, adapted to D50) in a profile of the JDK. */
    static byte[] displayP3() {
        var profile = java.awt.color.ICC_Profile.getInstance(java.awt.color.ICC_Profile.getInstance(java.awt.color.ColorSpace.CS_sRGB).getData());
        profile.setData(java.awt.color.ICC_Profile.icSigRedColorantTag, xyz(0.51512, 0.2412, -0.00105));
        profile.setData(java.awt.color.ICC_Profile.icSigGreenColorantTag, xyz(0.29198, 0.69225, 0.04189));
        profile.setData(java.awt.color.ICC_Profile.icSigBlueColorantTag, xyz(0.1571, 0.06657, 0.78407));
        return profile.getData();
    }

    private static byte[] xyz(double... values) {
        ByteBuffer tag = ByteBuffer.allocate(20).put("XYZ ".getBytes(StandardCharsets.US_ASCII)).putInt(0);
        for (double value : values) {
            tag.putInt((int) Math.round(value * 65536));
        }
        return tag.array();
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        byte[] head = {jpeg[0], jpeg[1], (byte) 0xff, (byte) marker, (byte) (content.length + 2 >> 8), (byte) (content.length + 2)};
        return concat(head, content, java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** A WebP of one colour (WebP Lossless Bitstream, 2012): five codes of one symbol each, so that a pixel takes no bit at all. */
    static byte[] webp(int width, int height, int red, int green, int blue) {
        Bits bits = new Bits();
        bits.put(0x2f, 8).put(width - 1, 14).put(height - 1, 14).put(0, 1).put(0, 3);
        bits.put(0, 1).put(0, 1).put(0, 1); // no transform, no colour cache, one group of codes
        for (int symbol : new int[] {green, red, blue, 255}) {
            bits.put(1, 1).put(0, 1).put(1, 1).put(symbol, 8);
        }
        bits.put(1, 1).put(0, 1).put(0, 1).put(0, 1);
        byte[] data = bits.bytes();
        ByteBuffer riff = ByteBuffer.allocate(20 + data.length).order(ByteOrder.LITTLE_ENDIAN);
        riff.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(12 + data.length).put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length).put(data);
        return riff.array();
    }

    /** A PNG that claims a size and holds next to nothing (1 bit a pixel). */
    static byte[] pngClaiming(int width, int height) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            deflater.write(new byte[1000]);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {1, 0, 0, 0, 0}).array());
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** The PNG with a compressed remark of 100 MB put in behind its header. */
    static byte[] withTextBomb(byte[] png) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.write("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
        try (var deflater = new DeflaterOutputStream(text)) {
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                deflater.write(block);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, 33);
        chunk(out, "zTXt", text.toByteArray());
        out.write(png, 33, png.length - 33);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) throws IOException {
        byte[] typed = concat(type.getBytes(StandardCharsets.US_ASCII), content);
        CRC32 check = new CRC32();
        check.update(typed);
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(content.length);
        data.write(typed);
        data.writeInt((int) check.getValue());
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** Bits from the least significant on. */
    private static final class Bits {

        private final java.util.BitSet set = new java.util.BitSet();
        private int size;

        Bits put(int value, int count) {
            for (int i = 0; i < count; i++) {
                set.set(size++, (value >> i & 1) == 1);
            }
            return this;
        }

        byte[] bytes() {
            byte[] bytes = java.util.Arrays.copyOf(set.toByteArray(), (size + 7) / 8);
            return bytes.length % 2 == 0 ? bytes : java.util.Arrays.copyOf(bytes, bytes.length + 1);
        }
    }
}
