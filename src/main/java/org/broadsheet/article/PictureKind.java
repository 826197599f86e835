package org.broadsheet.article;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The kinds of pictures that are read, known by their first bytes: a name or a media type may lie. */
enum PictureKind {

    JPEG(4), PNG(8), GIF(4), WEBP(4), BMP(4);

    /** Heap for each pixel that is kept, at most: PNG has up to four colours of two bytes. */
    final int bytesPerPixelKept;

    PictureKind(int bytesPerPixelKept) {
        this.bytesPerPixelKept = bytesPerPixelKept;
    }

    /** Empty if the bytes are something else; only these are ever shown to a decoder. */
    static Optional<PictureKind> of(byte[] bytes) {
        String start = start(bytes, 18);
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return Optional.of(GIF);
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        }
        return start.length() == 18 && start.startsWith("BM") && start.startsWith("\0\0\0", 15) ? Optional.of(BMP) : Optional.empty();
    }

    /** What bytes of no such kind seem to be, in words for an operator. */
    static String instead(byte[] bytes) {
        String start = start(bytes, 1000).toLowerCase(Locale.ROOT);
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
            return container(start);
        }
        if (start.startsWith("ii*\0") || start.startsWith("mm\0*")) {
            return "it is a TIFF, which is for print and is not read; offer it as JPEG, PNG or WebP";
        }
        if (start.startsWith("\u00ff\n") || start.startsWith("jxl ", 4)) {
            return "it is JPEG XL, which cannot be read; offer it as JPEG, PNG or WebP";
        }
        if (start.startsWith("\0\0\1\0")) {
            return "it is an icon";
        }
        if (start.startsWith("%pdf")) {
            return "it is a PDF, not a picture";
        }
        return "it is not a picture that can be read (JPEG, PNG, GIF, WebP or BMP)";
    }

    /** ISO base media files say in their brands what they hold (ISO/IEC 14496-12, section 4.3). */
    private static String container(String start) {
        String brands = start.substring(8, Math.min(start.length(), 64));
        if (brands.contains("avif") || brands.contains("avis")) {
            return "it is AVIF, which cannot be read; offer it as JPEG, PNG or WebP";
        }
        if (brands.contains("heic") || brands.contains("heix") || brands.contains("mif1") || brands.contains("hev")) {
            return "it is HEIC, which cannot be read; offer it as JPEG, PNG or WebP";
        }
        return "it is a film, not a picture";
    }

    private static String start(byte[] bytes, int length) {
        return new String(bytes, 0, Math.min(bytes.length, length), StandardCharsets.ISO_8859_1);
    }
}
