package org.broadsheet.mail.lint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A message as it goes on the wire, taken apart whatever is wrong with it.
 *
 * @param wire  one character per octet
 * @param parts all parts, the message itself first, each after the one that holds it
 */
record Message(String wire, Lines lines, List<HeaderLine> fields, boolean hasBody, List<Part> parts) {

    private static final Pattern FIELD = Pattern.compile("([\\x21-\\x39\\x3b-\\x7e]+)[ \\t]*:(.*)", Pattern.DOTALL);
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\",;:()]{1,64}@[^\\s<>\",;:()]{1,255}");
    private static final int MOST_FIELDS = 500;

    /**
     * A part of it.
     *
     * @param parent  index of the part that holds it; -1 for the message
     * @param type    in lower case, without parameters
     * @param fields  its own header fields by name in lower case, unfolded
     * @param encoded as on the wire; "" of what holds other parts
     * @param decoded as text, in the charset that it declares; "" of what is no text
     * @param sound   false if its octets are none of that charset
     */
    record Part(int parent, String type, java.util.Map<String, String> fields, String encoded, String decoded, boolean sound) {

        String encoding() {
            return fields.getOrDefault("content-transfer-encoding", "7bit").strip().toLowerCase(Locale.ROOT);
        }

        String parameter(String name) {
            return MessageParts.parameter(fields.getOrDefault("content-type", ""), name);
        }

        String contentId() {
            return fields.getOrDefault("content-id", "").strip().replaceAll("^<|>$", "");
        }

        boolean isAttached() {
            return fields.getOrDefault("content-disposition", "").strip().toLowerCase(Locale.ROOT).startsWith("attachment");
        }

        boolean holds(String kind) {
            return type.equals("multipart/" + kind);
        }
    }

    static Message read(byte[] message) {
        var wire = new String(message, StandardCharsets.ISO_8859_1);
        var lines = new Lines(wire);
        var end = headerEnd(wire);
        return new Message(wire, lines, fields(wire.substring(0, end), lines), wire.substring(end).strip().length() > 0, MessageParts.of(message));
    }

    private static int headerEnd(String wire) {
        var at = 0;
        while (at < wire.length()) {
            var feed = wire.indexOf('\n', at);
            if (feed < 0) {
                return wire.length();
            }
            if (feed == at || feed == at + 1 && wire.charAt(at) == '\r') {
                return at;
            }
            at = feed + 1;
        }
        return wire.length();
    }

    private static List<HeaderLine> fields(String header, Lines lines) {
        List<HeaderLine> fields = new ArrayList<>();
        for (int start = 0; start < header.length() && fields.size() < MOST_FIELDS;) {
            var end = start;
            do {
                var feed = header.indexOf('\n', end);
                end = feed < 0 ? header.length() : feed + 1;
            } while (end < header.length() && (header.charAt(end) == ' ' || header.charAt(end) == '\t'));
            var raw = header.substring(start, end);
            var parts = FIELD.matcher(raw.stripTrailing());
            var place = lines.place(Place.Part.MESSAGE, start, "");
            fields.add(parts.matches() ? new HeaderLine(parts.group(1), parts.group(2).replaceAll("\\r?\\n(?=[ \\t])", "").strip(), raw, place) : new HeaderLine("", raw.strip(), raw, place));
            start = end;
        }
        return fields;
    }

    Stream<HeaderLine> all(String name) {
        return fields.stream().filter(field -> field.is(name));
    }

    Optional<HeaderLine> first(String name) {
        return all(name).findFirst();
    }

    /** Addresses in To, in lower case. */
    Set<String> recipients() {
        Set<String> found = new LinkedHashSet<>();
        all("to").limit(1).forEach(to -> ADDRESS.matcher(to.value()).results().limit(10).forEach(address -> found.add(address.group().toLowerCase(Locale.ROOT))));
        return found;
    }

    /** The HTML part, decoded; "" if there is none. */
    String html() {
        return body("text/html");
    }

    /** The plain text part, decoded; "" if there is none. */
    String text() {
        return body("text/plain");
    }

    private String body(String type) {
        return parts.stream().filter(part -> part.type().equals(type) && !part.isAttached()).findFirst().map(Part::decoded).map(text -> text.replace("\r\n", "\n")).orElse("");
    }

    Place place(int offset) {
        return lines.place(Place.Part.MESSAGE, offset, "");
    }

    Place place(Part part) {
        var at = part.encoded().isEmpty() ? -1 : wire.indexOf(part.encoded());
        return place(Math.max(0, at));
    }
}
