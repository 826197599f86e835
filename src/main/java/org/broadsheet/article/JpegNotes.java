package org.broadsheet.article;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * What we need of the segments of a JPEG (ITU T.81, annex B). Read by ourselves, since the decoder's own metadata reader gives up on files
 * that every browser shows.
 *
 * @param width       in pixels, as stored; 0 if there is no frame header
 * @param orientation how the camera was held, 1 to 8; 1 if unstated
 * @param inverted    whether four-ink values are stored inverted, as files with Adobe's marker have them
 * @param luminance   whether the first three inks are stored as luminance and chrominance
 * @param progressive whether it comes in scans of growing detail
 * @param scans       how many of them are there
 * @param complete    whether the marker of its end is there
 * @param profile     ICC profile (ICC.1:2022, annex B.4); none if empty
 */
record JpegNotes(int width, int height, int orientation, boolean inverted, boolean luminance, boolean progressive, int scans, boolean complete,
        byte[] profile) {

    private static final String PROFILE_NAME = "ICC_PROFILE\0";
    private static final byte[] JFIF = {(byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0};
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COMMENT = 0xfe;
    private static final int START_OF_IMAGE = 0xd8;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;

    static JpegNotes of(byte[] jpeg) {
        Reading reading = new Reading(jpeg);
        reading.read();
        return new JpegNotes(reading.width, reading.height, reading.orientation, reading.adobe >= 0, reading.adobe == 2, reading.progressive, reading.scans,
                reading.complete, reading.profile());
    }

    /** Without application segments but those that say how its colours are stored. */
    PictureHead head(byte[] jpeg) throws IOException {
        if (width == 0 || height == 0) {
            throw new IOException("its size is not stated");
        }
        return new PictureHead(width, height, 1, orientation, profile, bare(jpeg));
    }

    private static byte[] bare(byte[] jpeg) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length);
        out.write(jpeg, 0, 2);
        int at = 2;
        while (at + 4 <= jpeg.length && marker(jpeg, at) != START_OF_SCAN) {
            int end = Math.min(jpeg.length, at + 2 + length(jpeg, at));
            if (marker(jpeg, at) == 0xff) {
                end = at + 1;
            } else if (isJfif(jpeg, at)) {
                out.writeBytes(JFIF); // without its thumbnail
            } else if (!isRemark(marker(jpeg, at))) {
                out.write(jpeg, at, end - at);
            }
            at = end;
        }
        out.write(jpeg, at, jpeg.length - at);
        return out.toByteArray();
    }

    private static boolean isRemark(int marker) {
        return marker >= APP0 && marker <= APP15 && marker != APP14 || marker == COMMENT;
    }

    private static boolean isJfif(byte[] jpeg, int at) {
        return marker(jpeg, at) == APP0 && Arrays.equals(jpeg, at + 4, Math.min(jpeg.length, at + 9), JFIF, 4, 9);
    }

    private static int marker(byte[] jpeg, int at) {
        return jpeg[at + 1] & 0xff;
    }

    private static int length(byte[] jpeg, int at) {
        return Math.max(2, (jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
    }

    /** One walk through the file. */
    private static final class Reading {

        private final byte[] jpeg;
        private final TreeMap<Integer, byte[]> profileParts = new TreeMap<>();
        private int width;
        private int height;
        private int orientation = ExifOrientation.UPRIGHT;
        private int adobe = -1;
        private boolean progressive;
        private int scans;
        private boolean complete;

        Reading(byte[] jpeg) {
            this.jpeg = jpeg;
        }

        void read() {
            int at = 2;
            while (at + 4 <= jpeg.length && (jpeg[at] & 0xff) == 0xff) {
                int marker = marker(jpeg, at);
                if (marker == 0xff) {
                    at++; // fill bytes may stand before any marker
                    continue;
                }
                int end = Math.min(jpeg.length, at + 2 + length(jpeg, at));
                segment(marker, ByteBuffer.wrap(jpeg, at + 4, Math.max(0, end - at - 4)).slice());
                at = marker == START_OF_SCAN ? afterScan(end) : end;
            }
            complete |= at + 2 <= jpeg.length && (jpeg[at] & 0xff) == 0xff && marker(jpeg, at) == END_OF_IMAGE;
        }

        private void segment(int marker, ByteBuffer content) {
            switch (marker) {
                case APP1 -> orientation = orientation == ExifOrientation.UPRIGHT && content.remaining() > 14 && content.getInt(0) == 0x45786966
                        ? ExifOrientation.of(content) : orientation;
                case APP2 -> profilePart(content);
                case APP14 -> adobe = content.remaining() > 11 ? content.get(11) : adobe;
                case START_OF_SCAN -> scans++;
                default -> {
                    if (isFrame(marker) && content.remaining() >= 5 && width == 0) {
                        progressive = marker == 0xc2 || marker == 0xc6;
                        height = content.getShort(1) & 0xffff;
                        width = content.getShort(3) & 0xffff;
                    }
                }
            }
        }

        private static boolean isFrame(int marker) {
            return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        }

        /** The next marker that is neither a stuffed byte nor a restart. */
        private int afterScan(int from) {
            for (int at = from; at + 1 < jpeg.length; at++) {
                if (jpeg[at] == (byte) 0xff) {
                    int next = marker(jpeg, at);
                    if (next == END_OF_IMAGE) {
                        complete = true;
                        return jpeg.length;
                    }
                    if (next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7) && next != START_OF_IMAGE) {
                        return at;
                    }
                }
            }
            return jpeg.length;
        }

        private void profilePart(ByteBuffer content) {
            int name = PROFILE_NAME.length();
            if (content.remaining() <= name + 2) {
                return;
            }
            byte[] start = new byte[name];
            content.get(0, start);
            if (PROFILE_NAME.equals(new String(start, StandardCharsets.ISO_8859_1))) {
                byte[] part = new byte[content.remaining() - name - 2];
                content.get(name + 2, part);
                profileParts.putIfAbsent(content.get(name) & 0xff, part);
            }
        }

        private byte[] profile() {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            profileParts.values().forEach(whole::writeBytes);
            return whole.size() > PictureHead.LONGEST_PROFILE ? PictureHead.NO_PROFILE : whole.toByteArray();
        }
    }
}
