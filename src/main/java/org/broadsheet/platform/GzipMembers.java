package org.broadsheet.platform;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Inflates all members of a gzip file (RFC 1952), one after the other. The JDK's stream calls itself once for each member and overflows the stack
 * on a file of many empty ones. What follows the last member and is none is passed over, as browsers do.
 */
final class GzipMembers extends InputStream {

    private static final int BUFFER = 8192;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private final PushbackInputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[BUFFER];
    private int fed;
    private boolean ended;

    GzipMembers(InputStream in) throws IOException {
        this.in = new PushbackInputStream(in, BUFFER);
        if (!header()) {
            throw new ZipException("it does not begin as gzip does");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        while (!ended) {
            int n = inflate(to, offset, length);
            if (n > 0) {
                checksum.update(to, offset, n);
                return n;
            }
            if (inflater.finished()) {
                nextMember();
            } else if (inflater.needsDictionary()) {
                throw new ZipException("it asks for a dictionary");
            } else {
                feed();
            }
        }
        return -1;
    }

    private int inflate(byte[] to, int offset, int length) throws ZipException {
        try {
            return inflater.inflate(to, offset, length);
        } catch (DataFormatException damaged) {
            throw new ZipException(String.valueOf(damaged.getMessage()));
        }
    }

    private void feed() throws IOException {
        fed = in.read(buffer);
        if (fed < 0) {
            throw new EOFException("the compressed document breaks off");
        }
        inflater.setInput(buffer, 0, fed);
    }

    private void nextMember() throws IOException {
        int left = inflater.getRemaining();
        in.unread(buffer, fed - left, left);
        byte[] trailer = in.readNBytes(8);
        if (trailer.length >= 4 && littleEndian(trailer) != checksum.getValue()) {
            throw new ZipException("its checksum is wrong");
        }
        inflater.reset();
        checksum.reset();
        fed = 0;
        ended = trailer.length < 8 || !header();
    }

    private static long littleEndian(byte[] bytes) {
        return bytes[0] & 0xffL | (bytes[1] & 0xffL) << 8 | (bytes[2] & 0xffL) << 16 | (bytes[3] & 0xffL) << 24;
    }

    /** @return whether there was one */
    private boolean header() throws IOException {
        byte[] fixed = in.readNBytes(10);
        if (fixed.length < 10 || (fixed[0] & 0xff) != 0x1f || (fixed[1] & 0xff) != 0x8b || fixed[2] != 8) {
            return false;
        }
        int flags = fixed[3];
        if ((flags & EXTRA) != 0) {
            int length = Math.max(in.read(), 0) | Math.max(in.read(), 0) << 8;
            in.skipNBytes(length);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            in.skipNBytes(2);
        }
        return true;
    }

    private void skipText() throws IOException {
        int c = in.read();
        while (c > 0) {
            c = in.read();
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
