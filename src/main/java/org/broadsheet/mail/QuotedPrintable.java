package org.broadsheet.mail;

import java.util.Arrays;

/**
 * Text as quoted-printable UTF-8 (RFC 2045 section 6.7) that also survives careless relays: no line over 76 columns, nor one that starts
 * with a dot or with {@code From }, nor one that ends in a space; never broken inside a code point (A14). Any line end becomes CRLF.
 */
final class QuotedPrintable {

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};
    /** One column is kept for the soft break. */
    private static final int ROOM = 75;

    /** What one code point may come to: four octets, and a soft break. */
    private static final int MOST = 16;

    private byte[] out;
    private int length;
    private int column;

    private QuotedPrintable(int expected) {
        out = new byte[expected];
    }

    /** Encodes text that starts a line; it may end in the middle of one, but not in a bare space. */
    static byte[] encode(String text) {
        QuotedPrintable encoder = new QuotedPrintable(text.length() + text.length() / 4 + MOST);
        encoder.run(text);
        return Arrays.copyOf(encoder.out, encoder.length);
    }

    private void run(String text) {
        int i = 0;
        while (i < text.length()) {
            if (length + MOST > out.length) {
                out = Arrays.copyOf(out, out.length * 2);
            }
            char c = text.charAt(i);
            if (c > ' ' && c < 0x7F && c != '=' && column > 0 && column < ROOM) { // nearly all of a mail
                out[length++] = (byte) c;
                column++;
                i++;
                continue;
            }
            if (c == '\r' || c == '\n') {
                i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 2 : 1;
                newLine();
                continue;
            }
            int codePoint = text.codePointAt(i);
            boolean surrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
            append(surrogate ? 0xFFFD : codePoint, text, i);
            i += Character.charCount(codePoint);
        }
    }

    private void append(int c, String text, int at) {
        int width = c == '=' || c < ' ' && c != '\t' || c == 0x7F ? 3 : c < 0x80 ? 1 : c < 0x800 ? 6 : c < 0x10000 ? 9 : 12;
        if (endsLine(text, at + 1) && (c == ' ' || c == '\t')) {
            width = 3;
        }
        if (column + width > ROOM) {
            out[length++] = '=';
            newLine();
        }
        if (column == 0 && (c == '.' || c == 'F' && text.startsWith("From ", at))) {
            width = 3;
        }
        column += width;
        if (width == 1) {
            out[length++] = (byte) c;
        } else {
            escape(c);
        }
    }

    private void newLine() {
        out[length++] = '\r';
        out[length++] = '\n';
        column = 0;
    }

    private static boolean endsLine(String text, int at) {
        return at == text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    private void escape(int c) {
        if (c < 0x80) {
            octet(c);
        } else if (c < 0x800) {
            octet(0xC0 | c >> 6);
            octet(0x80 | c & 63);
        } else if (c < 0x10000) {
            octet(0xE0 | c >> 12);
            octet(0x80 | c >> 6 & 63);
            octet(0x80 | c & 63);
        } else {
            octet(0xF0 | c >> 18);
            octet(0x80 | c >> 12 & 63);
            octet(0x80 | c >> 6 & 63);
            octet(0x80 | c & 63);
        }
    }

    private void octet(int b) {
        out[length++] = '=';
        out[length++] = HEX[b >> 4];
        out[length++] = HEX[b & 15];
    }
}
