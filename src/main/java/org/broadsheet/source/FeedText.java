package org.broadsheet.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Bytes of a feed as text: by byte order mark, XML declaration, header, else UTF-8 if that fits, else windows-1252. */
final class FeedText {

    private static final Pattern DECLARATION = Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    private FeedText() {
    }

    static String decode(byte[] body, String headerCharset) {
        var mark = byMark(body);
        if (mark.isPresent()) {
            return strip(new String(body, mark.get()));
        }
        var declared = declared(body);
        var stated = declared.or(() -> charset(headerCharset));
        if (stated.isPresent() && !stated.get().equals(StandardCharsets.UTF_8)) {
            var strictUtf8 = strictly(body, StandardCharsets.UTF_8);
            var ascii = stated.get().newEncoder().canEncode('<') && strictUtf8.isPresent() && hasMultibyte(body);
            return strip(ascii && !stated.get().name().startsWith("UTF-") && single(stated.get()) ? strictUtf8.get() : new String(body, stated.get()));
        }
        return strip(strictly(body, StandardCharsets.UTF_8).orElseGet(() -> stated.isPresent() && mostlyUtf8(body)
                ? new String(body, StandardCharsets.UTF_8) : new String(body, FALLBACK)));
    }

    /** Single-byte charsets decode anything, so that a wrong declaration goes unnoticed; text that is valid UTF-8 beyond ASCII is UTF-8. */
    private static boolean single(Charset charset) {
        return charset.newEncoder().maxBytesPerChar() <= 1.0f;
    }

    private static boolean hasMultibyte(byte[] body) {
        for (var octet : body) {
            if (octet < 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean mostlyUtf8(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        var broken = text.chars().filter(character -> character == 0xFFFD).count();
        var foreign = text.chars().filter(character -> character > 127 && character != 0xFFFD).count();
        return foreign > broken * 3;
    }

    private static Optional<Charset> byMark(byte[] body) {
        if (starts(body, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (starts(body, 0xFE, 0xFF) || starts(body, 0x00, '<')) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        if (starts(body, 0xFF, 0xFE) || starts(body, '<', 0x00)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return Optional.empty();
    }

    private static Optional<Charset> declared(byte[] body) {
        var match = DECLARATION.matcher(new String(body, 0, Math.min(body.length, 400), StandardCharsets.ISO_8859_1));
        return match.find() ? charset(match.group(1)) : Optional.empty();
    }

    /** ISO-8859-1 on the web means windows-1252 (WHATWG Encoding, section 4.2). */
    private static Optional<Charset> charset(String name) {
        if (name.isBlank()) {
            return Optional.empty();
        }
        try {
            var charset = Charset.forName(name.strip());
            var latin = charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
            return Optional.of(latin ? FALLBACK : charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] body, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static boolean starts(byte[] body, int... octets) {
        if (body.length < octets.length) {
            return false;
        }
        for (var place = 0; place < octets.length; place++) {
            if ((body[place] & 0xFF) != octets[place]) {
                return false;
            }
        }
        return true;
    }

    private static String strip(String text) {
        var start = 0;
        while (start < text.length() && (text.charAt(start) == '\uFEFF' || Character.isWhitespace(text.charAt(start)))) {
            start++;
        }
        return text.substring(start);
    }
}
