package org.broadsheet.article;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What we need of the segments before a JPEG's picture data. Read by ourselves, since the decoder's own metadata reader gives up on files
 * that every browser shows.
 *
 * @param orientation how the camera was held, 1 to 8; 1 if unstated (Exif 2.3, tag 0x0112)
 * @param inverted    whether four-ink values are stored inverted, as files with Adobe's marker have them
 * @param luminance   whether the first three inks are stored as luminance and chrominance
 */
record JpegNotes(int orientation, boolean inverted, boolean luminance) {

    private static final int APP1 = 0xe1;
    private static final int APP14 = 0xee;
    private static final int START_OF_SCAN = 0xda;
    private static final short ORIENTATION = 0x0112;

    static JpegNotes of(byte[] jpeg) {
        int orientation = 1;
        int adobe = -1;
        int at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at] & 0xff) == 0xff && (jpeg[at + 1] & 0xff) != START_OF_SCAN) {
            int length = (jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff;
            int end = Math.min(jpeg.length, at + 2 + length);
            ByteBuffer content = ByteBuffer.wrap(jpeg, at + 4, Math.max(0, end - at - 4)).slice();
            switch (jpeg[at + 1] & 0xff) {
                case APP1 -> orientation = Math.max(orientation, orientation(content));
                case APP14 -> adobe = content.remaining() > 11 ? content.get(11) : adobe;
                default -> { }
            }
            at += 2 + Math.max(2, length);
        }
        return new JpegNotes(orientation, adobe >= 0, adobe == 2);
    }

    private static int orientation(ByteBuffer exif) {
        try {
            if (exif.remaining() < 14 || exif.getInt(0) != 0x45786966) {
                return 1;
            }
            ByteBuffer tiff = exif.position(6).slice();
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xffff;
            for (int entry = directory + 2; entries-- > 0; entry += 12) {
                if (tiff.getShort(entry) == ORIENTATION) {
                    int value = tiff.getShort(entry + 8);
                    return value >= 1 && value <= 8 ? value : 1;
                }
            }
            return 1;
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            return 1; // a damaged note says nothing
        }
    }
}
