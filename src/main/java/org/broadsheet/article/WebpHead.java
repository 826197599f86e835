package org.broadsheet.article;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The chunks of a WebP (RFC 9649, section 2): the first frame is kept as a still picture, the others are counted. */
final class WebpHead {

    /** Heap for each pixel, as measured: the lossless decoder holds the whole picture. */
    private static final int LOSSLESS = 5;
    private static final int LOSSY = 1;
    private static final int ALPHA = 0x10;
    private static final int FRAME_HEADER = 16;
    private final ByteBuffer all;
    private final byte[] webp;
    private int frames;
    private int orientation = ExifOrientation.UPRIGHT;
    private byte[] profile = PictureHead.NO_PROFILE;
    private Chunk picture;
    private Chunk alpha;

    private record Chunk(String type, int start, int length) {
    }

    private WebpHead(byte[] webp) {
        this.webp = webp;
        this.all = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
    }

    static PictureHead of(byte[] webp) throws IOException {
        var head = new WebpHead(webp);
        head.walk(12, webp.length);
        if (head.picture == null) {
            throw new IOException("there is no frame in it");
        }
        return head.head();
    }

    private void walk(int from, int to) {
        for (int at = from; at + 8 <= to; ) {
            int length = Math.max(0, Math.min(all.getInt(at + 4) < 0 ? Integer.MAX_VALUE : all.getInt(at + 4), to - at - 8));
            var chunk = new Chunk(new String(webp, at, 4, StandardCharsets.ISO_8859_1), at + 8, length);
            take(chunk);
            at += 8 + length + (length & 1);
        }
    }

    private void take(Chunk chunk) {
        switch (chunk.type()) {
            case "VP8 ", "VP8L" -> picture = picture == null ? chunk : picture;
            case "ALPH" -> alpha = picture == null && alpha == null ? chunk : alpha;
            case "ANMF" -> {
                if (frames++ == 0) {
                    walk(chunk.start() + FRAME_HEADER, chunk.start() + chunk.length());
                }
            }
            case "EXIF" -> orientation = ExifOrientation.of(ByteBuffer.wrap(webp, chunk.start(), chunk.length()).slice());
            case "ICCP" -> profile = chunk.length() > PictureHead.LONGEST_PROFILE ? profile : ByteBuffer.allocate(chunk.length())
                    .put(webp, chunk.start(), chunk.length()).array();
            default -> { }
        }
    }

    private PictureHead head() throws IOException {
        boolean lossless = picture.type().equals("VP8L");
        if (all.get(picture.start()) != 0x2f && lossless || !lossless && (all.getInt(picture.start() + 3) & 0xffffff) != 0x2a019d) {
            throw new IOException("its size is not stated");
        }
        int bits = all.getInt(picture.start() + (lossless ? 1 : 6));
        int width = lossless ? (bits & 0x3fff) + 1 : bits & 0x3fff;
        int height = lossless ? (bits >>> 14 & 0x3fff) + 1 : bits >>> 16 & 0x3fff;
        return new PictureHead(width, height, Math.max(1, frames), orientation, profile, bare(width, height, lossless), lossless ? LOSSLESS : LOSSY);
    }

    private byte[] bare(int width, int height, boolean lossless) {
        var out = new ByteArrayOutputStream(picture.length() + 100);
        if (alpha != null && !lossless) {
            var extended = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putInt(ALPHA);
            extended.put((byte) (width - 1)).putShort((short) (width - 1 >> 8)).put((byte) (height - 1)).putShort((short) (height - 1 >> 8));
            chunk(out, "VP8X", extended.array(), 0, 10);
            chunk(out, "ALPH", webp, alpha.start(), alpha.length());
        }
        chunk(out, picture.type(), webp, picture.start(), picture.length());
        var riff = ByteBuffer.allocate(12 + out.size()).order(ByteOrder.LITTLE_ENDIAN);
        return riff.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(4 + out.size()).put("WEBP".getBytes(StandardCharsets.ISO_8859_1)).put(out.toByteArray()).array();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] bytes, int start, int length) {
        out.writeBytes(type.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array());
        out.write(bytes, start, length);
        if ((length & 1) == 1) {
            out.write(0);
        }
    }
}
