package org.broadsheet.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A document as text, in the charset it really has: by byte order mark, by what is stated (RFC 7303) as far as the bytes bear it out, else as
 * they look. Decoded while it is read, so that a long document is in memory once.
 */
final class FeedText {

    private static final Pattern DECLARATION = Pattern.compile("<\\?xml[^>]{0,300}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");
    private static final int DECLARATION_WITHIN = 400;

    private final byte[] body;
    private final int from;
    private final Charset charset;
    private final boolean whole;

    /** @param whole whether all of it is known to be in this charset */
    private FeedText(byte[] body, int from, Charset charset, boolean whole) {
        this.body = body;
        this.from = from;
        this.charset = charset;
        this.whole = whole;
    }

    /** @param header charset as the server stated it */
    static FeedText of(byte[] body, Optional<String> header) {
        var mark = Mark.of(body);
        if (mark.isPresent()) {
            var charset = declaredEbcdic(body, mark.get()).orElse(mark.get().charset);
            return new FeedText(body, mark.get().length, charset, !charset.equals(StandardCharsets.UTF_8) || CharsetSigns.fits(body, body.length, charset));
        }
        var stated = Stream.of(header.flatMap(Charsets::named), declared(body).flatMap(Charsets::named)).flatMap(Optional::stream).distinct().toList();
        if (CharsetSigns.fits(body, body.length, StandardCharsets.UTF_8)) {
            return new FeedText(body, 0, escaping(body, stated).orElse(StandardCharsets.UTF_8), true);
        }
        var charset = charset(body, stated);
        return new FeedText(body, 0, charset, !charset.equals(StandardCharsets.UTF_8));
    }

    /** Of a body that is not UTF-8 throughout: what is stated in so far as the bytes bear it out; a single octet a character fits anything. */
    private static Charset charset(byte[] body, List<Charset> stated) {
        return stated.stream().filter(charset -> !isSingle(charset) && CharsetSigns.fits(body, body.length, charset)).findFirst()
                .or(() -> stated.stream().filter(charset -> isSingle(charset) && !charset.equals(Charsets.WINDOWS)).findFirst())
                .or(() -> CharsetSigns.isMostlyUtf8(body, body.length) ? Optional.of(StandardCharsets.UTF_8) : Optional.empty())
                .or(() -> stated.stream().filter(Charsets.WINDOWS::equals).findFirst())
                .or(() -> stated.stream().filter(charset -> !charset.equals(StandardCharsets.UTF_8) && !isSingle(charset)).findFirst())
                .or(() -> CharsetSigns.detected(body, body.length)).orElse(Charsets.WINDOWS);
    }

    /** What is written in ASCII alone, and yet not ASCII. */
    private static Optional<Charset> escaping(byte[] body, List<Charset> stated) {
        return stated.stream().filter(charset -> charset.name().startsWith("ISO-2022") || charset.name().equals("HZ")).filter(charset -> isAscii(body)).findFirst();
    }

    Charset charset() {
        return charset;
    }

    /** From the first character that is no space; each call begins anew. */
    Reader reader() {
        return new LeadingSpaceReader(whole ? new DecodedReader(body, from, charset) : new LenientUtf8Reader(new ByteArrayInputStream(body, from, body.length - from)));
    }

    /** 0 if there is nothing but space. */
    char firstCharacter() {
        var beginning = beginning(1);
        return beginning.isEmpty() ? 0 : beginning.charAt(0);
    }

    String beginning(int length) {
        var characters = new char[length];
        try (var reader = reader()) {
            var read = 0;
            for (var count = 0; read < length && count >= 0; read += Math.max(0, count)) {
                count = reader.read(characters, read, length - read);
            }
            return new String(characters, 0, read);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed", impossible);
        }
    }

    private static Optional<String> declared(byte[] body) {
        var match = DECLARATION.matcher(new String(body, 0, Math.min(body.length, DECLARATION_WITHIN), StandardCharsets.ISO_8859_1));
        return match.find() ? Optional.of(match.group(1)) : Optional.empty();
    }

    /** The mark of EBCDIC tells the family; which of it stands in the declaration, in letters that all of them have. */
    private static Optional<Charset> declaredEbcdic(byte[] body, Mark mark) {
        if (mark != Mark.EBCDIC) {
            return Optional.empty();
        }
        var match = DECLARATION.matcher(new String(body, 0, Math.min(body.length, DECLARATION_WITHIN), mark.charset));
        return match.find() ? Charsets.named(match.group(1)) : Optional.empty();
    }

    private static boolean isSingle(Charset charset) {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() <= 1.0f;
    }

    private static boolean isAscii(byte[] body) {
        for (var octet : body) {
            if (octet < 0) {
                return false;
            }
        }
        return true;
    }

    /** How a document begins that is in two or four bytes a character, or says outright what it is (XML, appendix F). */
    private enum Mark {
        UTF_32BE_MARK("UTF-32BE", 4, 0x00, 0x00, 0xFE, 0xFF), UTF_32LE_MARK("UTF-32LE", 4, 0xFF, 0xFE, 0x00, 0x00),
        UTF_32BE("UTF-32BE", 0, 0x00, 0x00, 0x00, '<'), UTF_32LE("UTF-32LE", 0, '<', 0x00, 0x00, 0x00),
        UTF_8_MARK("UTF-8", 3, 0xEF, 0xBB, 0xBF), UTF_16BE_MARK("UTF-16BE", 2, 0xFE, 0xFF), UTF_16LE_MARK("UTF-16LE", 2, 0xFF, 0xFE),
        UTF_16BE("UTF-16BE", 0, 0x00, '<'), UTF_16LE("UTF-16LE", 0, '<', 0x00), UTF_16BE_JSON("UTF-16BE", 0, 0x00, '{'), UTF_16LE_JSON("UTF-16LE", 0, '{', 0x00),
        EBCDIC("IBM037", 0, 0x4C, 0x6F, 0xA7, 0x94);

        private final Charset charset;
        private final int length;
        private final int[] octets;

        Mark(String charset, int length, int... octets) {
            this.charset = Charset.forName(charset);
            this.length = length;
            this.octets = octets;
        }

        static Optional<Mark> of(byte[] body) {
            return List.of(values()).stream().filter(mark -> mark.begins(body)).findFirst();
        }

        private boolean begins(byte[] body) {
            for (var place = 0; place < octets.length; place++) {
                if (place >= body.length || (body[place] & 0xFF) != octets[place]) {
                    return false;
                }
            }
            return true;
        }
    }
}
