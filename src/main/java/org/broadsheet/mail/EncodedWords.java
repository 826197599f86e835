package org.broadsheet.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Text outside ASCII in header fields (RFC 2047): UTF-8, the shorter of Q and B, words of at most 75 characters on lines of
 * at most 76, never split inside a code point (A7). Words are joined by CRLF SPACE, which a decoder drops between them.
 */
public final class EncodedWords {

    private static final String FOLD = "\r\n ";
    private static final int MAX_WORD = 75;
    private static final int MAX_LINE = 76;
    private static final int FRAME = "=?UTF-8?Q??=".length();
    private static final String HEX = "0123456789ABCDEF";

    private EncodedWords() {
    }

    /**
     * @param text   any text; unpaired surrogates become U+FFFD
     * @param column where in its line the first word will stand
     * @return words that decode to exactly {@code text}; legal in unstructured fields and as a phrase (RFC 2047 section 5)
     */
    public static String encode(String text, int column) {
        String whole = wellFormed(text);
        Encoding encoding = shorterFor(whole);
        StringBuilder out = new StringBuilder(whole.length() * 2);
        int room = Math.min(MAX_WORD, MAX_LINE - column) - FRAME;
        int start = 0;
        while (start < whole.length()) {
            int end = encoding.fit(whole, start, room);
            if (end > start) {
                encoding.append(out, whole.substring(start, end));
            }
            if (end < whole.length()) {
                out.append(FOLD);
            }
            room = MAX_WORD - FRAME;
            start = end;
        }
        return out.toString();
    }

    /** Text that a header can carry as it is: visible ASCII and single spaces, and nothing that a decoder could take for an encoded word. */
    static boolean isNeeded(String text) {
        return !HeaderText.isAscii(text) || text.contains("=?") || text.contains("  ") || !text.equals(text.strip());
    }

    private static Encoding shorterFor(String text) {
        int q = 0;
        int b = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            q += Encoding.Q.cost(text.codePointAt(i));
            b += utf8Length(text.codePointAt(i));
        }
        return q <= (b + 2) / 3 * 4 ? Encoding.Q : Encoding.B;
    }

    /** The text with U+FFFD for each half of a character. */
    static String wellFormed(String text) {
        if (text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
            return text;
        }
        return new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
    }

    private static int utf8Length(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    private enum Encoding {
        Q {
            @Override
            int cost(int codePoint) {
                return codePoint == ' ' || isPlain(codePoint) ? 1 : 3 * utf8Length(codePoint);
            }

            @Override
            int length(int cost) {
                return cost;
            }

            @Override
            void append(StringBuilder out, String text) {
                out.append("=?UTF-8?Q?");
                for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
                    if (b == ' ') {
                        out.append('_');
                    } else if (isPlain(b)) {
                        out.append((char) b);
                    } else {
                        out.append('=').append(HEX.charAt(b >> 4 & 15)).append(HEX.charAt(b & 15));
                    }
                }
                out.append("?=");
            }
        },
        B {
            @Override
            int cost(int codePoint) {
                return utf8Length(codePoint);
            }

            @Override
            int length(int cost) {
                return (cost + 2) / 3 * 4;
            }

            @Override
            void append(StringBuilder out, String text) {
                out.append("=?UTF-8?B?").append(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))).append("?=");
            }
        };

        abstract int cost(int codePoint);

        abstract int length(int cost);

        abstract void append(StringBuilder out, String text);

        /** How far from {@code start} the code points fit into a word with this much room for its text. */
        int fit(String text, int start, int room) {
            int end = start;
            int cost = 0;
            while (end < text.length()) {
                int codePoint = text.codePointAt(end);
                cost += cost(codePoint);
                if (length(cost) > room) {
                    break;
                }
                end += Character.charCount(codePoint);
            }
            return end;
        }

        /** The set that is legal in a phrase (RFC 2047 section 5, rule 3), used everywhere. */
        static boolean isPlain(int c) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '!' || c == '*' || c == '+' || c == '-' || c == '/';
        }
    }
}
