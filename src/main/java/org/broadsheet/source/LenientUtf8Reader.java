package org.broadsheet.source;

import java.io.ByteArrayInputStream;
import java.io.Reader;

/** UTF-8 in which a byte that is none of it is taken as Windows has it: editors paste such characters into pages that are UTF-8 otherwise. */
final class LenientUtf8Reader extends Reader {

    private static final String WINDOWS = new String(upperHalf(), Charsets.WINDOWS);

    private final ByteArrayInputStream bytes;
    private final byte[] window = new byte[1 << 14];
    private int at;
    private int end;
    private char low;

    LenientUtf8Reader(ByteArrayInputStream bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read(char[] out, int from, int length) {
        var place = from;
        var last = from + length;
        while (place < last) {
            if (low != 0) {
                out[place++] = low;
                low = 0;
                continue;
            }
            if (end - at < 4 && !fill()) {
                break;
            }
            while (place < last && at < end && window[at] >= 0) {
                out[place++] = (char) window[at++];
            }
            if (place < last && at < end && (end - at >= 4 || bytes.available() == 0)) {
                out[place++] = decode();
            }
        }
        return place == from && length > 0 ? -1 : place - from;
    }

    /** False at the end. */
    private boolean fill() {
        System.arraycopy(window, at, window, 0, end - at);
        end -= at;
        at = 0;
        var read = bytes.read(window, end, window.length - end);
        end += Math.max(0, read);
        return end > 0;
    }

    private char decode() {
        var length = sequence(window, at, end);
        if (length == 0) {
            return WINDOWS.charAt((window[at++] & 0xFF) - 128);
        }
        var point = length == 1 ? window[at] : window[at] & 0xFF >> length + 1;
        for (var place = 1; place < length; place++) {
            point = point << 6 | window[at + place] & 0x3F;
        }
        at += length;
        if (point < 0x10000) {
            return (char) point;
        }
        low = Character.lowSurrogate(point);
        return Character.highSurrogate(point);
    }

    /** The length of the character that begins here, 0 if none does (RFC 3629, section 4). */
    static int sequence(byte[] octets, int at, int end) {
        var first = octets[at] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        var length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > end) {
            return 0;
        }
        for (var place = 1; place < length; place++) {
            if ((octets[at + place] & 0xC0) != 0x80) {
                return 0;
            }
        }
        var second = octets[at + 1] & 0xFF;
        var bad = first == 0xE0 && second < 0xA0 || first == 0xED && second > 0x9F || first == 0xF0 && second < 0x90 || first == 0xF4 && second > 0x8F;
        return bad ? 0 : length;
    }

    private static byte[] upperHalf() {
        var octets = new byte[128];
        for (var place = 0; place < 128; place++) {
            octets[place] = (byte) (128 + place);
        }
        return octets;
    }

    @Override
    public void close() {
        // nothing but memory behind it
    }
}
