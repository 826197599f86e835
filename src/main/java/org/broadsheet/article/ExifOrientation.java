package org.broadsheet.article;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How the camera was held (Exif 2.32, tag 0x0112). All else that a camera notes is of no concern to us. */
final class ExifOrientation {

    static final int UPRIGHT = 1;
    private static final int HEADER = 0x45786966; // "Exif"
    private static final int HEADER_LENGTH = 6;
    private static final short TAG = 0x0112;

    private ExifOrientation() {
    }

    /** @param exif a TIFF structure, with or without the header that JPEG puts before it; a damaged one says nothing */
    static int of(ByteBuffer exif) {
        try {
            ByteBuffer tiff = exif.getInt(0) == HEADER ? exif.duplicate().position(HEADER_LENGTH).slice() : exif.slice();
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xffff;
            for (int entry = directory + 2; entries-- > 0; entry += 12) {
                if (tiff.getShort(entry) == TAG) {
                    int value = tiff.getShort(entry + 8);
                    return value >= 1 && value <= 8 ? value : UPRIGHT;
                }
            }
            return UPRIGHT;
        } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException damaged) {
            return UPRIGHT;
        }
    }
}
