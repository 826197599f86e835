package org.broadsheet.article;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The kinds of pictures that are read, known by their first bytes: a name or a media type may lie. */
enum PictureKind {

    JPEG, PNG, GIF, WEBP;

    /** Empty if the bytes are something else; only these four are ever shown to a decoder. */
    static Optional<PictureKind> of(byte[] bytes) {
        String start = start(bytes, 16);
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return Optional.of(GIF);
        }
        return start.startsWith("RIFF") && start.startsWith("WEBP", 8) ? Optional.of(WEBP) : Optional.empty();
    }

    /** What bytes of no such kind seem to be, in words for an operator. */
    static String instead(byte[] bytes) {
        String start = start(bytes, 600).toLowerCase(Locale.ROOT);
        if (start.isBlank()) {
            return "it is empty";
        }
        if (start.contains("<svg")) {
            return "it is an SVG, which is a program rather than a picture";
        }
        if (start.contains("<html") || start.contains("<!doctype html")) {
            return "it is a web page, not a picture";
        }
        if (start.startsWith("ftyp", 4)) {
            return "it is AVIF, HEIC or a film, which cannot be read";
        }
        return "it is not a picture that can be read (JPEG, PNG, GIF or WebP)";
    }

    private static String start(byte[] bytes, int length) {
        return new String(bytes, 0, Math.min(bytes.length, length), StandardCharsets.ISO_8859_1);
    }
}
