package org.broadsheet.article;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The blocks of a GIF (GIF89a specification, 1990): the first frame is kept, the others are counted. */
final class GifHead {

    private static final int EXTENSION = 0x21;
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;

    private GifHead() {
    }

    static PictureHead of(byte[] gif) throws IOException {
        var bare = new ByteArrayOutputStream(Math.min(gif.length, 1 << 20));
        int at = 13 + table(gif[10]);
        bare.write(gif, 0, Math.min(at, gif.length));
        int width = 0;
        int height = 0;
        int frames = 0;
        while (at < gif.length && (gif[at] & 0xff) != TRAILER) {
            int block = gif[at] & 0xff;
            int end = switch (block) {
                case EXTENSION -> afterBlocks(gif, at + 2);
                case IMAGE -> afterBlocks(gif, at + 11 + table(gif[at + 9]));
                default -> at + 1; // stray bytes, which decoders step over
            };
            if (block == IMAGE && frames++ == 0) {
                width = gif[at + 5] & 0xff | (gif[at + 6] & 0xff) << 8;
                height = gif[at + 7] & 0xff | (gif[at + 8] & 0xff) << 8;
                bare.write(gif, at, end - at);
            } else if (block == EXTENSION && (gif[at + 1] & 0xff) == GRAPHIC_CONTROL && frames == 0) {
                bare.write(gif, at, end - at);
            }
            at = end;
        }
        if (width == 0 || height == 0) {
            throw new IOException("there is no frame in it");
        }
        bare.write(TRAILER);
        return new PictureHead(width, height, frames, ExifOrientation.UPRIGHT, PictureHead.NO_PROFILE, bare.toByteArray());
    }

    private static int table(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 * (2 << (flags & 7));
    }

    private static int afterBlocks(byte[] gif, int from) {
        int at = from;
        while (at < gif.length && gif[at] != 0) {
            at += 1 + (gif[at] & 0xff);
        }
        return Math.min(gif.length, at + 1);
    }
}
