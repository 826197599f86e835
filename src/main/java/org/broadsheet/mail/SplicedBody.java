package org.broadsheet.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A text with slots, encoded once for all its readers: what stands between the slots is quoted-printable bytes already, and a copy
 * costs no more than the values put between them. A slot stands on a line of its own between soft breaks, which a decoder removes, so the
 * length of a value changes nothing around it. Immutable and safe to share.
 */
public final class SplicedBody {

    /** A slot's mark in the text is its name between these two. */
    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';
    private static final byte[] SOFT_BREAK = {'=', '\r', '\n'};
    /** Nine columns for a character of three octets, and its share of the soft breaks. */
    private static final long MAX_GROWTH = 10;

    private final List<Segment> segments;
    private final Set<String> slots;
    private final UnaryOperator<String> escaping;

    private SplicedBody(List<Segment> segments, Set<String> slots, UnaryOperator<String> escaping) {
        this.segments = List.copyOf(segments);
        this.slots = Set.copyOf(slots);
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
        return prepare(textWithSlots, marks, UnaryOperator.identity());
    }

    /** As {@link #plain}, of HTML: values are plain text and are escaped for element content and quoted attributes. */
    public static SplicedBody html(String textWithSlots, Set<String> marks) {
        return prepare(textWithSlots, marks, SplicedBody::escaped);
    }

    private static SplicedBody prepare(String text, Set<String> marks, UnaryOperator<String> escaping) {
        List<Segment> segments = new ArrayList<>();
        int start = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, start)) {
            int end = text.indexOf(CLOSE, open) + 1;
            if (end == 0 || !marks.contains(text.substring(open, end))) {
                throw new IllegalArgumentException("unknown slot at " + open);
            }
            segments.add(Segment.of(text.substring(start, open), text.substring(open, end)));
            start = end;
        }
        segments.add(Segment.of(text.substring(start), ""));
        return new SplicedBody(segments, Set.copyOf(segments.stream().map(Segment::slot).filter(s -> !s.isEmpty()).distinct().toList()), escaping);
    }

    /** The marks of the slots in this text; each needs a value. */
    public Set<String> slots() {
        return slots;
    }

    /**
     * The quoted-printable bytes of one copy.
     *
     * @param values a plain text by mark; more than are needed do no harm
     * @throws IllegalArgumentException if a value is missing
     */
    public void writeTo(OutputStream out, Map<String, String> values) throws IOException {
        for (Segment segment : segments) {
            out.write(segment.encoded);
            if (!segment.slot.isEmpty()) {
                out.write(QuotedPrintable.encode(escaping.apply(value(segment.slot, values))));
                out.write(SOFT_BREAK);
            }
        }
    }

    /** One copy as text, line ends as they were given. */
    public String text(Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        for (Segment segment : segments) {
            text.append(segment.text());
            if (!segment.slot.isEmpty()) {
                text.append(escaping.apply(value(segment.slot, values)));
            }
        }
        return text.toString();
    }

    /** An upper bound of one copy's length in bytes, known without encoding it. */
    public long sizeAtMost(Map<String, String> values) {
        long size = 0;
        for (Segment segment : segments) {
            size += segment.encoded.length;
            if (!segment.slot.isEmpty()) {
                size += SOFT_BREAK.length + MAX_GROWTH * value(segment.slot, values).length();
            }
        }
        return size;
    }

    /** Whether these ASCII bytes occur in what all copies share. */
    boolean contains(String ascii) {
        return segments.stream().anyMatch(segment -> new String(segment.encoded, StandardCharsets.ISO_8859_1).contains(ascii));
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

    /**
     * What stands before a slot, or after the last.
     *
     * @param encoded ends at the start of a line if a slot follows
     * @param slot    "" after the last
     */
    private record Segment(String text, byte[] encoded, String slot) {

        static Segment of(String text, String slot) {
            byte[] encoded = QuotedPrintable.encode(text);
            return new Segment(text, slot.isEmpty() || endsLine(encoded) ? encoded : withSoftBreak(encoded), slot);
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
}
