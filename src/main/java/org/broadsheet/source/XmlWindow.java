package org.broadsheet.source;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/**
 * The stretch of a document that a scanner looks at. What was passed is forgotten, yet it is possible to go back to any place: the document is
 * then read again from its beginning, which may happen a few times only, or hostile documents would take quadratic time.
 */
final class XmlWindow {

    private static final int SIZE = 1 << 15;
    private static final int MOST_REREADINGS = 24;

    private final Supplier<Reader> source;
    private Reader reader;
    private long before;
    private int rereadings;

    /** What is seen; valid from {@link #at} to {@link #end}. Open to the scanner, which looks at each character once. */
    final char[] chars = new char[SIZE];
    int at;
    int end;

    /** @param source of the characters; asked again from the beginning when the scanner has to go back */
    XmlWindow(Supplier<Reader> source) {
        this.source = source;
        this.reader = source.get();
    }

    /** Of the next character, counted from the beginning of the document. */
    long offset() {
        return before + at;
    }

    /** Makes that many characters available, if there are so many. */
    boolean has(int count) {
        return end - at >= count || fill(count);
    }

    private boolean fill(int count) {
        System.arraycopy(chars, at, chars, 0, end - at);
        before += at;
        end -= at;
        at = 0;
        try {
            while (end < count) {
                var read = reader.read(chars, end, chars.length - end);
                if (read < 0) {
                    return false;
                }
                end += read;
            }
            return true;
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed", impossible);
        }
    }

    boolean startsWith(String mark) {
        return has(mark.length()) && matches(mark, at);
    }

    /** Whether the mark stands at a place that is known to have room for it. */
    boolean matches(String mark, int from) {
        for (var place = 0; place < mark.length(); place++) {
            if (chars[from + place] != mark.charAt(place)) {
                return false;
            }
        }
        return true;
    }

    void skipSpace() {
        while (has(1) && chars[at] <= ' ') {
            at++;
        }
    }

    /**
     * Goes back to an earlier place, or on to one that is seen already.
     *
     * @return false if that would be once too often; nothing has happened then
     */
    boolean back(long offset) {
        if (offset >= before && offset <= before + end) {
            at = (int) (offset - before);
            return true;
        }
        if (++rereadings > MOST_REREADINGS) {
            return false;
        }
        try {
            reader.close();
            reader = source.get();
            for (var left = offset; left > 0;) {
                left -= reader.skip(left);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed", impossible);
        }
        before = offset;
        at = 0;
        end = 0;
        return true;
    }
}
