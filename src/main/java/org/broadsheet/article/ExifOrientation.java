package org.broadsheet.article;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * How the camera was held, by tag 0x0112 of a JPEG's Exif segment (Exif 2.32, sections 4.5.2 and 4.6.4). Read from the bytes, because the metadata
 * reader of the platform refuses many pictures that its decoder reads, such as those with Exif in front of JFIF.
 */
final class ExifOrientation {

    private static final int EXIF = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int TAG = 0x0112;

    private ExifOrientation() {
    }

    /** @return upright for everything that says nothing, or nothing that can be read */
    static Orientation of(byte[] picture) {
        try {
            var bytes = ByteBuffer.wrap(picture);
            return bytes.remaining() > 4 && bytes.getShort() == (short) 0xFFD8 ? inSegments(bytes) : Orientation.TOP_LEFT;
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            return Orientation.TOP_LEFT; // a place that does not exist: the picture itself may be whole
        }
    }

    private static Orientation inSegments(ByteBuffer bytes) {
        while (bytes.remaining() > 4) {
            var marker = bytes.getShort() & 0xFFFF;
            var length = (bytes.getShort() & 0xFFFF) - 2;
            if (marker < 0xFFC0 || marker == START_OF_SCAN) {
                break;
            }
            if (marker == EXIF && length > 14 && bytes.getInt(bytes.position()) == 0x45786966) {
                return inDirectory(bytes.slice(bytes.position() + 6, length - 6));
            }
            bytes.position(bytes.position() + length);
        }
        return Orientation.TOP_LEFT;
    }

    /** The first directory of the TIFF structure; its entries are 12 bytes long. */
    private static Orientation inDirectory(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        var entries = tiff.getShort(directory) & 0xFFFF;
        for (var entry = 0; entry < entries; entry++) {
            var place = directory + 2 + entry * 12;
            if ((tiff.getShort(place) & 0xFFFF) == TAG) {
                var value = tiff.getShort(place + 8);
                return value >= 1 && value <= 8 ? Orientation.typeOf(value) : Orientation.TOP_LEFT;
            }
        }
        return Orientation.TOP_LEFT;
    }
}
