package org.broadsheet.article;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The header of a Windows bitmap. What it may hold besides pixels (whole JPEGs, paths of profiles) is refused before a decoder follows it. */
final class BmpHead {

    private static final int DIB = 14;
    private static final int OLD_HEADER = 12;
    private static final int HEADER = 40;
    private static final int COLOUR_SPACE = 56;
    private static final int SRGB = 0x73524742;

    private BmpHead() {
    }

    static PictureHead of(byte[] bmp) throws IOException {
        var all = ByteBuffer.wrap(bmp.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int size = all.getInt(DIB);
        if (size != OLD_HEADER && (size < HEADER || size > 124)) {
            throw new IOException("its header is of no known kind");
        }
        boolean old = size == OLD_HEADER;
        int width = old ? all.getShort(DIB + 4) & 0xffff : all.getInt(DIB + 4);
        int height = old ? all.getShort(DIB + 6) & 0xffff : Math.abs(all.getInt(DIB + 8));
        int compression = old ? 0 : all.getInt(DIB + 16);
        int colours = old ? 0 : all.getInt(DIB + 32);
        int pixels = all.getInt(10);
        if (width <= 0 || height <= 0 || compression < 0 || compression > 3 || colours < 0 || colours > 256 || pixels < DIB + size || pixels > bmp.length) {
            throw new IOException("its header contradicts itself");
        }
        if (size > COLOUR_SPACE) {
            all.putInt(DIB + COLOUR_SPACE, SRGB);
        }
        return new PictureHead(width, height, 1, ExifOrientation.UPRIGHT, PictureHead.NO_PROFILE, all.array());
    }
}
