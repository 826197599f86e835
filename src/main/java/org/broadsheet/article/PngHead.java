package org.broadsheet.article;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The chunks of a PNG (W3C PNG, third edition): those that make the picture are kept, remarks are not even inflated. */
final class PngHead {

    private static final int SIGNATURE = 8;
    private static final int AROUND = 12;
    private static final int LONGEST_PALETTE = 768;
    private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private PngHead() {
    }

    static PictureHead of(byte[] png) throws IOException {
        var bare = new ByteArrayOutputStream(png.length);
        bare.write(png, 0, SIGNATURE);
        var all = ByteBuffer.wrap(png);
        int width = 0;
        int height = 0;
        int frames = 1;
        int orientation = ExifOrientation.UPRIGHT;
        byte[] profile = PictureHead.NO_PROFILE;
        for (int at = SIGNATURE; at + 8 <= png.length; ) {
            int length = all.getInt(at);
            var type = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (length < 0 || (type.equals("PLTE") || type.equals("tRNS")) && length > LONGEST_PALETTE) {
                throw new IOException("one of its parts has an impossible length");
            }
            int end = (int) Math.min(png.length, (long) at + AROUND + length);
            var content = ByteBuffer.wrap(png, at + 8, Math.max(0, Math.min(length, png.length - at - 8))).slice();
            switch (type) {
                case "IHDR" -> {
                    width = content.getInt(0);
                    height = content.getInt(4);
                }
                case "acTL" -> frames = Math.max(1, content.getInt(0));
                case "eXIf" -> orientation = ExifOrientation.of(content);
                case "iCCP" -> profile = profile(content);
                default -> { }
            }
            if (KEPT.contains(type)) {
                bare.write(png, at, end - at);
            }
            if (type.equals("IEND")) {
                break;
            }
            at = end;
        }
        if (width <= 0 || height <= 0) {
            throw new IOException("its size is not stated");
        }
        return new PictureHead(width, height, frames, orientation, profile, bare.toByteArray());
    }

    /** Inflated no further than a profile can be long; a damaged one is none. */
    private static byte[] profile(ByteBuffer content) {
        byte[] chunk = new byte[content.remaining()];
        content.get(chunk);
        int name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        if (name + 2 >= chunk.length) {
            return PictureHead.NO_PROFILE;
        }
        var inflater = new Inflater();
        try {
            inflater.setInput(chunk, name + 2, chunk.length - name - 2);
            byte[] first = new byte[4];
            if (inflater.inflate(first) < first.length) {
                return PictureHead.NO_PROFILE;
            }
            int size = ByteBuffer.wrap(first).getInt(); // a profile begins with its own length (ICC.1:2022, 7.2.2)
            if (size < 128 || size > PictureHead.LONGEST_PROFILE) {
                return PictureHead.NO_PROFILE;
            }
            byte[] profile = Arrays.copyOf(first, size);
            int filled = first.length;
            for (int more; filled < size && (more = inflater.inflate(profile, filled, size - filled)) > 0; ) {
                filled += more;
            }
            return filled == size ? profile : PictureHead.NO_PROFILE;
        } catch (DataFormatException damaged) {
            return PictureHead.NO_PROFILE;
        } finally {
            inflater.end();
        }
    }
}
