package org.broadsheet.platform;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Bytes of unknown number, kept in pieces: growing copies nothing, and a piece is let go as soon as it was copied. */
final class Chunks {

    private static final int FIRST = 8 * 1024;
    private static final int LARGEST = 1 << 20;
    private final ArrayDeque<byte[]> pieces = new ArrayDeque<>();
    private int lastFilled;
    private long size;

    long size() {
        return size;
    }

    void write(byte[] from, int length) {
        int done = 0;
        while (done < length) {
            if (pieces.isEmpty() || lastFilled == pieces.getLast().length) {
                pieces.add(new byte[pieces.isEmpty() ? FIRST : Math.min(LARGEST, 2 * pieces.getLast().length)]);
                lastFilled = 0;
            }
            int n = Math.min(length - done, pieces.getLast().length - lastFilled);
            System.arraycopy(from, done, pieces.getLast(), lastFilled, n);
            lastFilled += n;
            done += n;
        }
        size += length;
    }

    /** All in one; nothing is left in here. */
    byte[] drained() {
        byte[] all = new byte[Math.toIntExact(size)];
        int at = 0;
        while (!pieces.isEmpty()) {
            byte[] piece = pieces.remove();
            int n = Math.min(piece.length, all.length - at);
            System.arraycopy(piece, 0, all, at, n);
            at += n;
        }
        size = 0;
        lastFilled = 0;
        return all;
    }

    /** Reads them, as often as wanted; nothing may be written any more. */
    InputStream stream() {
        return new Stream(new ArrayList<>(pieces), size);
    }

    private static final class Stream extends InputStream {

        private final List<byte[]> pieces;
        private int piece;
        private int at;
        private long left;

        Stream(List<byte[]> pieces, long size) {
            this.pieces = pieces;
            this.left = size;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            if (at == pieces.get(piece).length) {
                piece++;
                at = 0;
            }
            int n = (int) Math.min(Math.min(length, left), pieces.get(piece).length - at);
            System.arraycopy(pieces.get(piece), at, to, offset, n);
            at += n;
            left -= n;
            return n;
        }
    }
}
