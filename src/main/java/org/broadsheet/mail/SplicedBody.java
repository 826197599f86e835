package org.broadsheet.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A text with slots, encoded once for all its readers: what stands between the slots is bytes already, and a copy costs no more than the
 * values put between them. It is quoted-printable or base64, whichever is shorter (A13). Immutable and safe to share.
 */
public final class SplicedBody {

    /** A slot's mark in the text is its name between these two. */
    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';
    /** Nine columns for a character of three octets, and its share of the soft breaks. */
    private static final long MAX_GROWTH = 10;
    private static final long ROUND_A_VALUE = 8;

    private final Spliced encoded;
    private final List<String> places;
    private final UnaryOperator<String> escaping;

    private SplicedBody(Spliced encoded, List<String> places, UnaryOperator<String> escaping) {
        this.encoded = encoded;
        this.places = places;
        this.escaping = escaping;
    }

    /**
     * A plain text.
     *
     * @param textWithSlots any text; line ends of any kind become CRLF
     * @param marks         the slots that it may hold, each U+E000 NAME U+E001
     * @throws IllegalArgumentException if the text holds a mark that is not among them, or half a mark
     */
    public static SplicedBody plain(String textWithSlots, Set<String> marks) {
        return of(pieces(textWithSlots, marks), UnaryOperator.identity());
    }

    /** As {@link #plain}, of HTML: values are plain text and are escaped for element content and quoted attributes. */
    public static SplicedBody html(String textWithSlots, Set<String> marks) {
        return of(pieces(textWithSlots, marks), SplicedBody::escaped);
    }

    private static SplicedBody of(List<Spliced.Piece> pieces, UnaryOperator<String> escaping) {
        Spliced quotedPrintable = SplicedQuotedPrintable.of(pieces);
        return of(SplicedBase64.size(pieces) < quotedPrintable.size() ? SplicedBase64.of(pieces) : quotedPrintable, pieces, escaping);
    }

    static SplicedBody of(Spliced encoded, List<Spliced.Piece> pieces, UnaryOperator<String> escaping) {
        return new SplicedBody(encoded, pieces.stream().map(Spliced.Piece::slot).filter(slot -> !slot.isEmpty()).toList(), escaping);
    }

    /** The text, cut behind each slot. */
    static List<Spliced.Piece> pieces(String text, Set<String> marks) {
        List<Spliced.Piece> pieces = new ArrayList<>();
        int start = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, start)) {
            int end = text.indexOf(CLOSE, open) + 1;
            if (end == 0 || !marks.contains(text.substring(open, end))) {
                throw new IllegalArgumentException("unknown slot at " + open);
            }
            pieces.add(new Spliced.Piece(text.substring(start, open), text.substring(open, end)));
            start = end;
        }
        pieces.add(new Spliced.Piece(text.substring(start), ""));
        return pieces;
    }

    /** The marks of the slots in this text; each needs a value. */
    public Set<String> slots() {
        return Set.copyOf(places);
    }

    /** What stands in Content-Transfer-Encoding. */
    String transferEncoding() {
        return encoded.name();
    }

    /**
     * The encoded bytes of one copy.
     *
     * @param values a plain text by mark; more than are needed do no harm
     * @throws IllegalArgumentException if a value is missing
     */
    public void writeTo(OutputStream out, Map<String, String> values) throws IOException {
        encoded.writeTo(out, slot -> escaping.apply(value(slot, values)));
    }

    /** One copy as text, lines ended by line feeds. */
    public String text(Map<String, String> values) {
        ByteArrayOutputStream copy = new ByteArrayOutputStream((int) sizeAtMost(values));
        try {
            writeTo(copy, values);
            return new String(encoded.decoded(copy.toByteArray()), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An upper bound of one copy's length in bytes, known without encoding it. */
    public long sizeAtMost(Map<String, String> values) {
        long size = encoded.size();
        for (String slot : places) {
            size += ROUND_A_VALUE + MAX_GROWTH * value(slot, values).length();
        }
        return size;
    }

    /** Octets of what all copies share, as they are sent. */
    public int size() {
        return encoded.size();
    }

    /** Octets that it holds in memory. */
    public int weight() {
        return encoded.weight();
    }

    /** Whether these ASCII bytes occur in what all copies share. */
    boolean contains(String ascii) {
        return encoded.contains(ascii);
    }

    private static String value(String slot, Map<String, String> values) {
        String value = values.get(slot);
        if (value == null) {
            throw new IllegalArgumentException("no value for slot " + slot.substring(1, slot.length() - 1));
        }
        return value;
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&#34;").replace("'", "&#39;");
    }
}
