package org.broadsheet.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import org.brotli.dec.BrotliInputStream;

/** How a body is compressed: in one of the ways that we offer (RFC 9110 section 8.4.1, RFC 7932), and once at most. */
enum ContentCoding {

    NONE, GZIP, DEFLATE, BROTLI;

    /** Value of Accept-Encoding. */
    static final String OFFERED = "gzip, deflate, br";
    private static final int BROTLI_BUFFER = 1 << 16;

    /**
     * @param contentEncoding value of the field, "" if there is none
     * @throws UnknownCodingException if it is another, or more than one
     */
    static ContentCoding of(String contentEncoding) throws UnknownCodingException {
        List<String> layers = Arrays.stream(contentEncoding.toLowerCase(Locale.ROOT).split(",")).map(String::strip)
                .filter(layer -> !layer.isEmpty() && !layer.equals("identity") && !layer.equals("none") && !layer.equals("utf-8")).toList();
        if (layers.size() > 1) {
            throw new UnknownCodingException("the server compressed the document more than once: " + WebAddressParser.shown(contentEncoding));
        }
        return switch (layers.isEmpty() ? "" : layers.getFirst()) {
            case "" -> NONE;
            case "gzip", "x-gzip" -> GZIP;
            case "deflate" -> DEFLATE;
            case "br" -> BROTLI;
            default -> throw new UnknownCodingException("the server compressed the document in a way we did not ask for: "
                    + WebAddressParser.shown(contentEncoding));
        };
    }

    /** @param compressed an empty one gives nothing */
    InputStream inflating(InputStream compressed) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(compressed, 2);
        byte[] start = peeked.readNBytes(2);
        peeked.unread(start);
        if (start.length == 0) {
            return peeked;
        }
        return switch (this) {
            case NONE -> peeked;
            case GZIP -> new GzipMembers(peeked);
            case DEFLATE -> isZlib(start) ? new InflaterInputStream(peeked) : new InflaterInputStream(peeked, new Inflater(true));
            case BROTLI -> new BrotliInputStream(peeked, BROTLI_BUFFER);
        };
    }

    /** Servers disagree on whether deflate has the header of RFC 1950, as RFC 9110 section 8.4.1.2 demands. */
    private static boolean isZlib(byte[] start) {
        return start.length == 2 && (start[0] & 0x0f) == 8 && ((start[0] & 0xff) << 8 | start[1] & 0xff) % 31 == 0;
    }

    /** Content-Encoding is none of those that we accept. */
    static final class UnknownCodingException extends IOException {

        private static final long serialVersionUID = 1L;

        UnknownCodingException(String reason) {
            super(reason);
        }
    }
}
