package org.broadsheet.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The value of a header field as people read it: unfolded, encoded words decoded (RFC 2047), also those that real mails get wrong: a character cut
 * in two between words, space inside a word, bytes beyond ASCII.
 */
final class HeaderWords {

    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s*]{1,40})(?:\\*[^?\\s]{0,20})?\\?([bBqQ])\\?([^?]{0,2000}(?:\\?(?!=)[^?]{0,200}){0,5})\\?=");
    private static final Pattern FOLD = Pattern.compile("\\r?\\n|\\r");

    private static final int LONGEST = 20_000;

    private HeaderWords() {
    }

    /** UTF-8 (RFC 6532) where the bytes are, else what Windows has. */
    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, Charsets.WINDOWS);
        }
    }

    static String unfolded(String value) {
        return FOLD.matcher(value).replaceAll("").strip();
    }

    static String decoded(String value) {
        var unfolded = unfolded(value.length() > LONGEST ? value.substring(0, LONGEST) : value);
        if (!unfolded.contains("=?")) {
            return unfolded;
        }
        var text = new StringBuilder();
        var pending = new java.io.ByteArrayOutputStream();
        Charset charset = StandardCharsets.UTF_8;
        var matcher = WORD.matcher(unfolded);
        var at = 0;
        while (matcher.find()) {
            var between = unfolded.substring(at, matcher.start());
            var next = Charsets.named(matcher.group(1)).orElse(Charsets.WINDOWS);
            if (pending.size() > 0 && (!between.isBlank() || !next.equals(charset))) {
                text.append(pending.toString(charset));
                pending.reset();
            }
            if (at == 0 || !between.isBlank()) {
                text.append(between);
            }
            charset = next;
            pending.writeBytes(matcher.group(2).equalsIgnoreCase("b") ? base64(matcher.group(3)) : quoted(matcher.group(3), next));
            at = matcher.end();
        }
        return text.append(pending.toString(charset)).append(unfolded.substring(at)).toString();
    }

    private static byte[] base64(String text) {
        var clean = text.replaceAll("[^A-Za-z0-9+/]", "");
        return Base64.getMimeDecoder().decode(clean.length() % 4 == 1 ? clean.substring(0, clean.length() - 1) : clean);
    }

    /** What should have been quoted and was not is in the charset all the same. */
    private static byte[] quoted(String text, Charset charset) {
        var bytes = new java.io.ByteArrayOutputStream();
        for (var place = 0; place < text.length(); place++) {
            var c = text.charAt(place);
            if (c == '=' && place + 2 < text.length() && text.substring(place + 1, place + 3).matches("[0-9a-fA-F]{2}")) {
                bytes.write(Integer.parseInt(text.substring(place + 1, place + 3).toUpperCase(Locale.ROOT), 16));
                place += 2;
            } else {
                bytes.writeBytes(c == '_' ? new byte[] {' '} : String.valueOf(c).getBytes(charset));
            }
        }
        return bytes.toByteArray();
    }
}
