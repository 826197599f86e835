package org.broadsheet.mail.lint;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Bytes and parts of the message (A5, A6, A11 to A14, A37). */
final class MimeCheck implements Check {

    private static final int LONGEST_LINE = 998;
    private static final int LONGEST_ENCODED = 76;
    private static final int LARGEST = 5_000_000;
    private static final int LARGEST_INLINE = 1_000_000;
    private static final Pattern BOUNDARY = Pattern.compile("[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]");
    private static final Pattern BAD_QUOTED = Pattern.compile("=(?![0-9A-Fa-f]{2}|[ \\t]*\\r?\\n|[ \\t]*$)|[ \\t]+\\r?(?=\\n)|[\\x80-\\xff]");
    private static final Pattern BAD_BASE64 = Pattern.compile("[^A-Za-z0-9+/=\\r\\n]");

    @Override
    public void look(Inspection mail, Findings findings) {
        mail.message().ifPresent(message -> {
            bytes(message, findings);
            lines(message, findings);
            if (message.hasBody()) {
                message.parts().forEach(part -> part(message, part, findings));
                structure(message, findings);
            }
        });
    }

    private static void bytes(Message message, Findings findings) {
        var wire = message.wire();
        for (var i = 0; i < wire.length(); i++) {
            var c = wire.charAt(i);
            var lone = c == '\r' && (i + 1 == wire.length() || wire.charAt(i + 1) != '\n') || c == '\n' && (i == 0 || wire.charAt(i - 1) != '\r');
            if (lone || c == 0) {
                findings.add(Rule.LINE_ENDS, message.place(i), c == 0 ? "The message holds a NUL." : "The message holds a lone " + (c == '\r' ? "CR." : "LF."));
                break; // a file with the line ends of Unix has one in every line
            }
        }
        if (wire.length() > LARGEST) {
            findings.add(Rule.MESSAGE_SIZE, message.place(0), "The message has " + wire.length() + " bytes.");
        }
    }

    private static void lines(Message message, Findings findings) {
        var wire = message.wire();
        for (int start = 0, end; start < wire.length(); start = end + 1) {
            end = wire.indexOf('\n', start);
            end = end < 0 ? wire.length() : end;
            var length = end > start && wire.charAt(end - 1) == '\r' ? end - start - 1 : end - start;
            if (length > LONGEST_LINE) {
                findings.add(Rule.LINE_LENGTH, message.place(start), "A line has more than 998 bytes.");
            }
        }
    }

    private static void part(Message message, Message.Part part, Findings findings) {
        var place = message.place(part);
        if (part.type().startsWith("multipart/")) {
            boundary(message, part, findings);
            return;
        }
        var encoding = part.encoding();
        if (part.type().startsWith("text/")) {
            if (!part.parameter("charset").toLowerCase(Locale.ROOT).equals("utf-8")) {
                findings.add(Rule.PART_CHARSET, place, "A text part does not declare charset=utf-8.");
            }
            if (!part.sound()) {
                findings.add(Rule.PART_BYTES, place, "A text part has bytes that its charset does not know.");
            }
        }
        switch (encoding) {
            case "8bit", "binary" -> findings.add(Rule.PART_ENCODING, place, "A part goes as " + encoding + ".");
            case "quoted-printable" -> quotedPrintable(message, part, findings);
            case "base64" -> base64(message, part, findings);
            case "7bit" -> {
                if (part.encoded().chars().anyMatch(c -> c > 127)) {
                    findings.add(Rule.PART_ENCODING, place, "A part says 7bit and holds bytes beyond.");
                }
            }
            default -> findings.add(Rule.PART_ENCODING, place, "A part has an encoding that nobody knows: " + Place.snippet(encoding) + ".");
        }
    }

    private static void quotedPrintable(Message message, Message.Part part, Findings findings) {
        var start = Math.max(0, message.wire().indexOf(part.encoded()));
        BAD_QUOTED.matcher(part.encoded()).results().findFirst()
                .ifPresent(bad -> findings.add(Rule.QUOTED_PRINTABLE, message.place(start + bad.start()), "A part is no quoted-printable."));
        longLine(message, part, start, Rule.QUOTED_PRINTABLE, findings);
    }

    private static void base64(Message message, Message.Part part, Findings findings) {
        var start = Math.max(0, message.wire().indexOf(part.encoded()));
        BAD_BASE64.matcher(part.encoded()).results().findFirst().ifPresent(bad -> findings.add(Rule.BASE64, message.place(start + bad.start()), "A part is no base64."));
        longLine(message, part, start, Rule.BASE64, findings);
    }

    private static void longLine(Message message, Message.Part part, int start, Rule rule, Findings findings) {
        var at = start;
        for (var line : part.encoded().split("\n", -1)) {
            if (line.replaceAll("\\r$", "").length() > LONGEST_ENCODED) {
                findings.add(rule, message.place(at), "An encoded line has more than 76 characters.");
                return;
            }
            at += line.length() + 1;
        }
    }

    private static void boundary(Message message, Message.Part part, Findings findings) {
        var boundary = part.parameter("boundary");
        if (!BOUNDARY.matcher(boundary).matches()) {
            findings.add(Rule.BOUNDARY, message.first("Content-Type").map(HeaderLine::place).orElse(message.place(0)), "The boundary is not one of RFC 2046: " + Place.snippet(boundary) + ".");
            return;
        }
        var delimiter = "\n--" + boundary;
        var wire = message.wire();
        if (!wire.contains(delimiter + "--")) {
            findings.add(Rule.BOUNDARY_IN_PART, message.place(wire.length()), "The last part is not closed.");
        }
        for (var at = wire.indexOf(delimiter); at >= 0; at = wire.indexOf(delimiter, at + 1)) {
            var end = at + delimiter.length();
            if (end < wire.length() && "\r\n -".indexOf(wire.charAt(end)) < 0) {
                findings.add(Rule.BOUNDARY_IN_PART, message.place(at + 1), "A line begins with the boundary, and is none.");
                return;
            }
        }
    }

    private static void structure(Message message, Findings findings) {
        var parts = message.parts();
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var parent = part.parent() < 0 ? null : parts.get(part.parent());
            if (part.holds("alternative")) {
                order(message, children(parts, i), findings);
                if (parent != null && parent.holds("related")) {
                    findings.add(Rule.PART_NESTING, message.place(0), "The alternatives stand within multipart/related.");
                }
            }
            if (part.holds("related") && !part.parameter("type").equalsIgnoreCase("text/html")) {
                findings.add(Rule.RELATED_TYPE, message.place(0), "multipart/related does not say of which type its first part is.");
            }
        }
        var inline = parts.stream().filter(part -> part.type().startsWith("image/")).mapToLong(part -> part.encoded().length() * 3L / 4).sum();
        if (inline > LARGEST_INLINE) {
            findings.add(Rule.INLINE_BULK, message.place(0), "Pictures in the mail have " + inline + " bytes.");
        }
    }

    private static List<Message.Part> children(List<Message.Part> parts, int of) {
        return parts.stream().filter(part -> part.parent() == of).toList();
    }

    private static void order(Message message, List<Message.Part> children, Findings findings) {
        var types = children.stream().map(Message.Part::type).toList();
        var plain = types.indexOf("text/plain");
        if (plain > 0 && (types.subList(0, plain).contains("text/html") || types.subList(0, plain).contains("multipart/related"))) {
            findings.add(Rule.PART_ORDER, message.place(children.get(plain)), "The plain text stands after the HTML.");
        }
    }
}
