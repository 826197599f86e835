package org.broadsheet.source;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Leaves out space and byte order marks before the first character. */
final class LeadingSpaceReader extends FilterReader {

    private boolean begun;

    LeadingSpaceReader(Reader in) {
        super(in);
    }

    @Override
    public int read(char[] out, int from, int length) throws IOException {
        if (begun || length == 0) {
            return in.read(out, from, length);
        }
        var first = in.read();
        while (first >= 0 && (Character.isWhitespace(first) || first == '\uFEFF' || first == 0)) {
            first = in.read();
        }
        begun = true;
        if (first < 0) {
            return -1;
        }
        out[from] = (char) first;
        return 1 + Math.max(0, in.read(out, from + 1, length - 1));
    }

    @Override
    public int read() throws IOException {
        var one = new char[1];
        return read(one, 0, 1) < 1 ? -1 : one[0];
    }

    @Override
    public long skip(long count) throws IOException {
        var characters = new char[(int) Math.min(count, 8192)];
        return Math.max(0, read(characters, 0, characters.length));
    }
}
