package org.broadsheet.demo;

import java.io.ByteArrayOutputStream;

/** Reads the quoted-printable encoding (RFC 2045, section 6.7). */
final class QuotedBytes {

    private QuotedBytes() {
    }

    /** What is not a valid code stays as it is. */
    static byte[] decode(byte[] encoded) {
        var decoded = new ByteArrayOutputStream(encoded.length);
        for (var at = 0; at < encoded.length; at++) {
            if (encoded[at] != '=') {
                decoded.write(encoded[at]);
            } else if (at + 2 < encoded.length && digit(encoded, at + 1) >= 0 && digit(encoded, at + 2) >= 0) {
                decoded.write(digit(encoded, at + 1) * 16 + digit(encoded, at + 2));
                at += 2;
            } else if (softBreak(encoded, at) > 0) {
                at = softBreak(encoded, at);
            } else {
                decoded.write('=');
            }
        }
        return decoded.toByteArray();
    }

    private static int digit(byte[] encoded, int at) {
        return Character.digit(encoded[at], 16);
    }

    /** The index of the line feed, if nothing but white space comes before it; else -1. */
    private static int softBreak(byte[] encoded, int equals) {
        for (var at = equals + 1; at < encoded.length; at++) {
            if (encoded[at] == '\n') {
                return at;
            }
            if (encoded[at] != '\r' && encoded[at] != ' ' && encoded[at] != '\t') {
                return -1;
            }
        }
        return encoded.length - 1;
    }
}
