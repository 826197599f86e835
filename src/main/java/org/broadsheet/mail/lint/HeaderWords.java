package org.broadsheet.mail.lint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Base64;

/** Encoded words (RFC 2047). */
final class HeaderWords {

    private HeaderWords() {
    }

    /** Whether the octets of one word are no whole characters of its charset (section 5); false if that cannot be told. */
    static boolean isTorn(String word) {
        var parts = word.substring(2, word.length() - 2).split("\\?", 3);
        try {
            var octets = parts[1].equalsIgnoreCase("B") ? Base64.getMimeDecoder().decode(parts[2]) : quoted(parts[2]);
            Charset.forName(parts[0].replaceAll("\\*.*", "")).newDecoder().decode(ByteBuffer.wrap(octets));
            return false;
        } catch (CharacterCodingException e) {
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] quoted(String text) {
        var out = new ByteArrayOutputStream();
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '=' && i + 2 < text.length()) {
                out.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                out.write(text.charAt(i) == '_' ? ' ' : text.charAt(i));
            }
        }
        return out.toByteArray();
    }
}
