package org.broadsheet.source;

import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Bytes in memory as text, decoded straight into the array of whoever reads; what is malformed becomes U+FFFD. */
final class DecodedReader extends Reader {

    private final ByteBuffer bytes;
    private final CharsetDecoder decoder;
    private boolean flushed;
    private char low;

    DecodedReader(byte[] body, int from, Charset charset) {
        this.bytes = ByteBuffer.wrap(body, from, body.length - from);
        this.decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    @Override
    public int read(char[] out, int from, int length) {
        if (length == 0) {
            return 0;
        }
        if (low != 0) {
            out[from] = low;
            low = 0;
            return 1;
        }
        var room = CharBuffer.wrap(out, from, length);
        decode(room);
        var read = room.position() - from;
        return read > 0 ? read : length == 1 ? pair(out, from) : -1;
    }

    private void decode(CharBuffer room) {
        if (!flushed && decoder.decode(bytes, room, true).isUnderflow()) {
            flushed = decoder.flush(room).isUnderflow();
        }
    }

    /** A character that is two in Java doesn't fit where there is room for one. */
    private int pair(char[] out, int from) {
        var two = CharBuffer.allocate(2);
        decode(two);
        if (two.position() == 0) {
            return -1;
        }
        out[from] = two.get(0);
        low = two.position() == 2 ? two.get(1) : 0;
        return 1;
    }

    @Override
    public void close() {
        // nothing but memory behind it
    }
}
