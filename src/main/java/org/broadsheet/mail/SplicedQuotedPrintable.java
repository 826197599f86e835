package org.broadsheet.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

import org.apache.james.mime4j.codec.QuotedPrintableInputStream;

/**
 * Quoted-printable with slots: each stands on a line of its own between soft breaks, which a decoder removes, so the length of a value
 * changes nothing around it.
 */
record SplicedQuotedPrintable(List<Segment> segments) implements Spliced {

    private static final byte[] SOFT_BREAK = {'=', '\r', '\n'};

    /** @param encoded ends at the start of a line if a slot follows */
    record Segment(byte[] encoded, String slot) {

        static Segment of(Piece piece) {
            byte[] encoded = QuotedPrintable.encode(piece.text());
            return new Segment(piece.slot().isEmpty() || endsLine(encoded) ? encoded : withSoftBreak(encoded), piece.slot());
        }
    }

    static SplicedQuotedPrintable of(List<Piece> pieces) {
        return new SplicedQuotedPrintable(pieces.stream().map(Segment::of).toList());
    }

    @Override
    public String name() {
        return "quoted-printable";
    }

    @Override
    public void writeTo(OutputStream out, UnaryOperator<String> values) throws IOException {
        for (Segment segment : segments) {
            out.write(segment.encoded);
            if (!segment.slot.isEmpty()) {
                out.write(QuotedPrintable.encode(values.apply(segment.slot)));
                out.write(SOFT_BREAK);
            }
        }
    }

    @Override
    public byte[] decoded(byte[] copy) throws IOException {
        try (QuotedPrintableInputStream in = new QuotedPrintableInputStream(new ByteArrayInputStream(copy))) {
            return in.readAllBytes();
        }
    }

    @Override
    public boolean contains(String ascii) {
        return segments.stream().anyMatch(segment -> new String(segment.encoded, StandardCharsets.ISO_8859_1).contains(ascii));
    }

    @Override
    public int size() {
        return segments.stream().mapToInt(segment -> segment.encoded.length + (segment.slot.isEmpty() ? 0 : SOFT_BREAK.length)).sum();
    }

    @Override
    public int weight() {
        return size();
    }

    private static boolean endsLine(byte[] encoded) {
        return encoded.length == 0 || encoded[encoded.length - 1] == '\n';
    }

    private static byte[] withSoftBreak(byte[] encoded) {
        byte[] longer = Arrays.copyOf(encoded, encoded.length + SOFT_BREAK.length);
        System.arraycopy(SOFT_BREAK, 0, longer, encoded.length, SOFT_BREAK.length);
        return longer;
    }
}
