package org.broadsheet.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page's bytes as text: by byte order mark, by what header or page state as far as the bytes bear it out, else as they look. HTML, section
 * 13.2.3.2, believes every statement; sites that changed to UTF-8 often forgot theirs.
 */
public final class PageText {

    private static final Pattern STATED = Pattern.compile("(?i)<meta[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]+)|<\\?xml[^>]{0,300}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");
    private static final Pattern IN_HEADER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]+)");
    private static final int STATED_WITHIN = 4_096;
    private static final int LONGEST = 12_000_000;
    private static final int SEEN_FOR_KIND = 2_000;

    private PageText() {
    }

    /** @param contentType as the server stated it, with charset, or "" */
    public static String of(byte[] body, String contentType) {
        var length = Math.min(body.length, LONGEST);
        var mark = mark(body);
        if (mark.isPresent()) {
            return new String(body, 0, length, mark.get()).replaceFirst("^\uFEFF", "");
        }
        return new String(body, 0, length, charset(body, length, contentType));
    }

    /** Whether it is something else than text: a picture, a PDF, an archive. */
    public static boolean isBinary(byte[] body) {
        if (mark(body).isPresent()) {
            return false;
        }
        var odd = 0;
        var seen = Math.min(body.length, SEEN_FOR_KIND);
        for (var place = 0; place < seen; place++) {
            odd += body[place] >= 0 && body[place] < 32 && !isSpace(body[place]) && body[place] != 27 ? 1 : 0;
        }
        return odd * 50 > seen || new String(body, 0, Math.min(5, body.length), StandardCharsets.ISO_8859_1).equals("%PDF-");
    }

    private static boolean isSpace(byte octet) {
        return octet == '\n' || octet == '\r' || octet == '\t' || octet == '\f';
    }

    private static Optional<Charset> mark(byte[] body) {
        if (body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (body.length < 2) {
            return Optional.empty();
        }
        var first = (body[0] & 0xFF) << 8 | body[1] & 0xFF;
        return switch (first) {
            case 0xFEFF, '<' -> Optional.of(StandardCharsets.UTF_16BE);
            case 0xFFFE, '<' << 8 -> Optional.of(StandardCharsets.UTF_16LE);
            default -> Optional.empty();
        };
    }

    private static Charset charset(byte[] body, int length, String contentType) {
        var stated = Stream.of(in(IN_HEADER, contentType), in(STATED, new String(body, 0, Math.min(length, STATED_WITHIN), StandardCharsets.ISO_8859_1)))
                .flatMap(Optional::stream).map(Charsets::named).flatMap(Optional::stream).filter(charset -> !charset.name().startsWith("UTF-16") && !charset.name().startsWith("UTF-32")).toList();
        if (CharsetSigns.fits(body, length, StandardCharsets.UTF_8)) {
            return stated.stream().filter(charset -> charset.name().startsWith("ISO-2022")).findFirst().orElse(StandardCharsets.UTF_8);
        }
        return stated.stream().filter(charset -> !charset.equals(Charsets.WINDOWS) && CharsetSigns.fits(body, length, charset)).findFirst()
                .or(() -> Optional.of(StandardCharsets.UTF_8).filter(utf8 -> CharsetSigns.isMostlyUtf8(body, length)))
                .or(() -> stated.stream().filter(charset -> !charset.equals(StandardCharsets.UTF_8)).findFirst()).or(() -> CharsetSigns.detected(body, length)).orElse(Charsets.WINDOWS);
    }

    private static Optional<String> in(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        return match.find() ? Optional.of(match.group(1) == null ? match.group(2) : match.group(1)) : Optional.empty();
    }
}
