package org.broadsheet.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads encoded words in headers (RFC 2047). */
final class EncodedWords {

    private static final Pattern WORD = Pattern.compile("=\\?([^?*\\s]+)(?:\\*[^?\\s]*)?\\?([BbQq])\\?([^?\\s]*)\\?=");
    /** White space between two encoded words is not part of the text (section 6.2). */
    private static final Pattern GAP = Pattern.compile("(\\?=)[ \\t]+(?==\\?[^?\\s]+\\?[BbQq]\\?)");

    private EncodedWords() {
    }

    /** @param header unfolded; what cannot be decoded stays as it is */
    static String decode(String header) {
        var joined = GAP.matcher(header).replaceAll("$1");
        var text = new StringBuilder();
        var pending = new ByteArrayOutputStream();
        var charset = StandardCharsets.UTF_8;
        var at = 0;
        // Bytes of adjacent words are joined before they are decoded: some senders part a character in two.
        for (var word : (Iterable<MatchResult>) WORD.matcher(joined).results()::iterator) {
            var own = charset(word.group(1));
            if (word.start() > at || !own.equals(charset)) {
                text.append(take(pending, charset));
            }
            text.append(joined, at, word.start());
            pending.writeBytes(bytes(word));
            charset = own;
            at = word.end();
        }
        return text.append(take(pending, charset)).append(joined.substring(at)).toString();
    }

    private static String take(ByteArrayOutputStream pending, Charset charset) {
        var text = pending.toString(charset);
        pending.reset();
        return text;
    }

    private static byte[] bytes(MatchResult word) {
        if (word.group(2).equalsIgnoreCase("B")) {
            try {
                return Base64.getMimeDecoder().decode(word.group(3));
            } catch (IllegalArgumentException notBase64) {
                return word.group().getBytes(StandardCharsets.US_ASCII); // shown as it came
            }
        }
        return QuotedBytes.decode(word.group(3).replace('_', ' ').getBytes(StandardCharsets.ISO_8859_1));
    }

    /** UTF-8 for names that are unknown. */
    static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
