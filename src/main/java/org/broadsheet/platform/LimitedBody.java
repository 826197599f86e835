package org.broadsheet.platform;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Reads a body within its budgets: bytes on the wire, bytes inflated, and the ratio of the two (F4). One layer of compression at most. */
final class LimitedBody {

    private static final int RATIO_FROM = 1 << 20;
    private final FetchLimits limits;
    private final long maxBytes;

    LimitedBody(FetchLimits limits, long maxBytes) {
        this.limits = limits;
        this.maxBytes = Math.min(maxBytes, limits.inflatedBytes());
    }

    /**
     * @param encoding value of Content-Encoding, "" if there is none
     * @throws TooLargeException        when a budget is spent
     * @throws UnknownEncodingException when we did not ask for that encoding
     */
    byte[] read(InputStream wire, String encoding) throws IOException {
        Counted counted = new Counted(wire);
        InputStream in = inflating(counted, encoding.strip().toLowerCase(Locale.ROOT));
        ByteArrayOutputStream out = new ByteArrayOutputStream(16_384);
        byte[] buffer = new byte[16_384];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.write(buffer, 0, n);
            if (out.size() > maxBytes) {
                throw new TooLargeException("the document is larger than " + maxBytes + " bytes");
            }
            if (out.size() > RATIO_FROM && out.size() / limits.ratio() > counted.count) {
                throw new TooLargeException("the document is compressed more than " + limits.ratio() + " times");
            }
        }
        return out.toByteArray();
    }

    private static InputStream inflating(InputStream in, String encoding) throws IOException {
        return switch (encoding) {
            case "", "identity", "none" -> in;
            case "gzip", "x-gzip" -> unlessEmpty(in, true);
            case "deflate" -> unlessEmpty(in, false);
            default -> throw new UnknownEncodingException("the server compressed the document in a way we did not ask for: "
                    + WebAddressParser.shown(encoding));
        };
    }

    private static InputStream unlessEmpty(InputStream in, boolean gzip) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(in, 2);
        byte[] start = peeked.readNBytes(2);
        peeked.unread(start);
        if (start.length == 0) {
            return peeked;
        }
        if (gzip) {
            return new GZIPInputStream(peeked, 8192);
        }
        return isZlib(start) ? new InflaterInputStream(peeked) : new InflaterInputStream(peeked, new Inflater(true));
    }

    /** Servers disagree on whether deflate has the header of RFC 1950, as RFC 9110 section 8.4.1.2 demands. */
    private static boolean isZlib(byte[] start) {
        return start.length == 2 && (start[0] & 0x0f) == 8 && ((start[0] & 0xff) << 8 | start[1] & 0xff) % 31 == 0;
    }

    private final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            spend(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            int n = super.read(b, off, len);
            spend(Math.max(n, 0));
            return n;
        }

        private void spend(int n) throws TooLargeException {
            count += n;
            if (count > limits.wireBytes()) {
                throw new TooLargeException("the transfer is larger than " + limits.wireBytes() + " bytes");
            }
        }
    }

    /** A budget is spent. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        TooLargeException(String reason) {
            super(reason);
        }
    }

    /** Content-Encoding is none of those that we accept. */
    static final class UnknownEncodingException extends IOException {

        private static final long serialVersionUID = 1L;

        UnknownEncodingException(String reason) {
            super(reason);
        }
    }
}
