package org.broadsheet.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Base64 with slots (RFC 2045 section 6.8). It encodes octets by threes, so what follows a value is encoded in one of three ways, according to
 * how many octets of a group the value leaves open; all three are made beforehand, and a copy encodes no more than its values and the one
 * or two octets beside them. Nothing is added to the text.
 */
record SplicedBase64(List<Segment> segments) implements Spliced {

    private static final byte[] CRLF = {'\r', '\n'};
    private static final int LINE = 76;
    private static final int GROUP = 3;
    /** A group at either side, each on a line of its own. */
    private static final int ROUND_A_SLOT = 12;
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(LINE, CRLF);

    /**
     * @param phases by the number of octets that are open before it; only the first segment of a text has but one
     * @param slot   that follows, "" after the last
     */
    record Segment(List<Phase> phases, String slot) {
    }

    /**
     * Octets cut where a group of three ends.
     *
     * @param head  completes the open group
     * @param lines whole groups, encoded, each line with its end
     * @param tail  begins the next group
     */
    record Phase(byte[] head, byte[] lines, byte[] tail) {

        static Phase of(byte[] octets, int open) {
            int head = Math.min(octets.length, (GROUP - open) % GROUP);
            int whole = head + (octets.length - head) / GROUP * GROUP;
            return new Phase(Arrays.copyOf(octets, head), inLines(Arrays.copyOfRange(octets, head, whole)), Arrays.copyOfRange(octets, whole, octets.length));
        }

        int weight() {
            return head.length + lines.length + tail.length;
        }
    }

    static SplicedBase64 of(List<Piece> pieces) {
        return new SplicedBase64(IntStream.range(0, pieces.size()).mapToObj(place -> {
            byte[] octets = octets(pieces.get(place).text());
            return new Segment(IntStream.range(0, place == 0 ? 1 : GROUP).mapToObj(open -> Phase.of(octets, open)).toList(), pieces.get(place).slot());
        }).toList());
    }

    /** What a copy with empty slots would have at most, without encoding it. */
    static long size(List<Piece> pieces) {
        long octets = pieces.stream().mapToLong(piece -> count(piece.text())).sum();
        long characters = (octets + 2) / GROUP * 4;
        return characters + (characters + LINE - 1) / LINE * CRLF.length + ROUND_A_SLOT * (pieces.size() - 1L);
    }

    @Override
    public String name() {
        return "base64";
    }

    @Override
    public void writeTo(OutputStream out, UnaryOperator<String> values) throws IOException {
        ByteArrayOutputStream open = new ByteArrayOutputStream(2 * LINE);
        for (Segment segment : segments) {
            Phase phase = segment.phases.get(open.size() % GROUP);
            open.writeBytes(phase.head);
            if (phase.lines.length > 0) {
                out.write(inLines(open.toByteArray()));
                open.reset();
                out.write(phase.lines);
            }
            open.writeBytes(phase.tail);
            if (!segment.slot.isEmpty()) {
                open.writeBytes(octets(values.apply(segment.slot)));
            }
        }
        out.write(inLines(open.toByteArray()));
    }

    @Override
    public byte[] decoded(byte[] copy) {
        return Base64.getMimeDecoder().decode(copy);
    }

    @Override
    public boolean contains(String ascii) {
        return segments.stream().flatMap(segment -> segment.phases.stream()).anyMatch(phase -> new String(phase.lines, StandardCharsets.ISO_8859_1).contains(ascii));
    }

    @Override
    public int size() {
        int most = segments.stream().mapToInt(segment -> segment.phases.stream().mapToInt(phase -> phase.lines.length).max().orElse(0)).sum();
        return most + segments.size() * ROUND_A_SLOT;
    }

    @Override
    public int weight() {
        return segments.stream().flatMap(segment -> segment.phases.stream()).mapToInt(Phase::weight).sum();
    }

    /** The octets that {@link #octets} would give. */
    private static int count(String text) {
        int count = 0;
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean second = c == '\n' && before == '\r';
            count += second ? 0 : c == '\n' || c == '\r' ? 2 : c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
            before = c;
        }
        return count;
    }

    /** Canonical form before encoding: lines end in CRLF (RFC 2045 section 6.8); half a character becomes U+FFFD. */
    private static byte[] octets(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
        return EncodedWords.wellFormed(lines).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] inLines(byte[] octets) {
        byte[] encoded = LINES.encode(octets);
        if (encoded.length == 0) {
            return encoded;
        }
        byte[] ended = Arrays.copyOf(encoded, encoded.length + CRLF.length);
        System.arraycopy(CRLF, 0, ended, encoded.length, CRLF.length);
        return ended;
    }
}
