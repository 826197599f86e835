package org.broadsheet.mail;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Content-Disposition of a picture inside a mail (RFC 2183). A name outside ASCII is given twice: encoded, in pieces that fit a line
 * (RFC 2231 sections 3 and 4), and before that as far as ASCII goes, for those who cannot read the first (A10).
 */
final class ContentDisposition {

    private static final int LONGEST_NAME = 60;
    private static final int WANTED_PIECE = 72;
    private static final String HEX = "0123456789ABCDEF";
    private static final String UNRESERVED = "-._~";

    private ContentDisposition() {
    }

    /**
     * @param title     what the file is called, from anywhere; what no file system takes is left out
     * @param extension without the dot
     */
    static HeaderField inline(String title, String extension) {
        String name = name(title);
        List<String> pieces = new ArrayList<>(List.of("inline", "filename=\"" + asciiName(name) + '.' + extension + '"'));
        if (!HeaderText.isAscii(name)) {
            pieces.addAll(encoded(name + '.' + extension));
        }
        try {
            return HeaderField.structured("Content-Disposition", ";", pieces);
        } catch (RefusedValueException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String name(String title) {
        StringBuilder name = new StringBuilder();
        EncodedWords.wellFormed(title).codePoints().limit(LONGEST_NAME)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT && c != 0x200D || "\\/:*?\"<>|%;'\u2028\u2029".indexOf(c) >= 0 ? ' ' : c)
                .forEach(name::appendCodePoint);
        return name.toString().replaceAll("\\s+", " ").replaceAll("^[. ]+|[. ]+$", "");
    }

    private static String asciiName(String name) {
        String ascii = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").replaceAll("[^ -~]+", "_").strip();
        return ascii.chars().anyMatch(Character::isLetterOrDigit) ? ascii : "picture";
    }

    private static List<String> encoded(String name) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder("filename*0*=UTF-8''");
        for (int c : name.codePoints().toArray()) {
            String character = percent(c);
            if (piece.length() + character.length() > WANTED_PIECE) {
                pieces.add(piece.toString());
                piece = new StringBuilder("filename*" + pieces.size() + "*=");
            }
            piece.append(character);
        }
        pieces.add(piece.toString());
        if (pieces.size() == 1) {
            return List.of(pieces.getFirst().replaceFirst("\\*0\\*", "*"));
        }
        return pieces;
    }

    private static String percent(int c) {
        if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
            return Character.toString(c);
        }
        StringBuilder out = new StringBuilder();
        for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            out.append('%').append(HEX.charAt(octet >> 4 & 15)).append(HEX.charAt(octet & 15));
        }
        return out.toString();
    }
}
