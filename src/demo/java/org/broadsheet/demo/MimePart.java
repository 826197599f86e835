package org.broadsheet.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mail or a part of one (RFC 2045, 2046), held as ISO 8859-1 so that each char is a byte.
 *
 * @param headers unfolded, with encoded words decoded, in their order
 * @param body    encoded as it came
 */
record MimePart(List<Header> headers, String body) {

    private static final int DEEPEST = 20;
    private static final Pattern HEAD_END = Pattern.compile("\\r?\\n\\r?\\n");

    /** @param value without the line breaks of folding */
    record Header(String name, String value) {
    }

    static MimePart of(byte[] raw) {
        return of(new String(raw, StandardCharsets.ISO_8859_1));
    }

    private static MimePart of(String text) {
        if (text.startsWith("\n") || text.startsWith("\r\n")) {
            return new MimePart(List.of(), text.substring(text.indexOf('\n') + 1));
        }
        var end = HEAD_END.matcher(text);
        return end.find() ? new MimePart(headers(text.substring(0, end.start())), text.substring(end.end())) : new MimePart(headers(text), "");
    }

    private static List<Header> headers(String head) {
        var headers = new ArrayList<Header>();
        for (var field : head.replaceAll("\\r?\\n(?=[ \\t])", "").split("\\r?\\n")) {
            var colon = field.indexOf(':');
            if (colon > 0) {
                var value = new String(field.substring(colon + 1).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                headers.add(new Header(field.substring(0, colon).strip(), EncodedWords.decode(value.strip())));
            }
        }
        return List.copyOf(headers);
    }

    /** The first header of this name, "" if there is none. */
    String header(String name) {
        return headers.stream().filter(header -> header.name().equalsIgnoreCase(name)).map(Header::value).findFirst().orElse("");
    }

    /** For instance {@code text/html}; text/plain if the part does not say. */
    String type() {
        var type = header("Content-Type").split(";")[0].strip().toLowerCase(Locale.ROOT);
        return type.isEmpty() ? "text/plain" : type;
    }

    /** This part, or those inside it, at any depth; only such as have no parts themselves. */
    Stream<MimePart> leaves() {
        return leaves(0);
    }

    private Stream<MimePart> leaves(int depth) {
        return type().startsWith("multipart/") && depth < DEEPEST
                ? children().stream().flatMap(child -> child.leaves(depth + 1))
                : Stream.of(this);
    }

    private List<MimePart> children() {
        var boundary = parameter("boundary");
        if (boundary.isEmpty()) {
            return List.of();
        }
        var children = new ArrayList<MimePart>();
        var line = Pattern.compile("(?dm)^--" + Pattern.quote(boundary.get()) + "(--)?[ \\t]*(?:\\r?\\n|\\z)").matcher(body);
        var start = -1;
        while (line.find()) {
            if (start >= 0) {
                children.add(of(withoutLastBreak(body.substring(start, line.start()))));
            }
            start = line.end();
            if (line.group(1) != null) {
                return children;
            }
        }
        if (start >= 0) {
            children.add(of(body.substring(start)));
        }
        return children;
    }

    /** The line break before a boundary belongs to the boundary (RFC 2046, section 5.1.1). */
    private static String withoutLastBreak(String part) {
        return part.replaceFirst("\\r?\\n\\z", "");
    }

    private Optional<String> parameter(String name) {
        var parameter = Pattern.compile("(?i);\\s*" + name + "\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]+))").matcher(header("Content-Type"));
        return parameter.find() ? Optional.of(unquoted(parameter)) : Optional.empty();
    }

    private static String unquoted(Matcher parameter) {
        return parameter.group(1) == null ? parameter.group(2) : parameter.group(1).replaceAll("\\\\(.)", "$1");
    }

    /** The body as text, in lines that end with LF. */
    String text() {
        return new String(octets(), EncodedWords.charset(parameter("charset").orElse("utf-8"))).replace("\r\n", "\n");
    }

    /** The body, decoded. */
    byte[] octets() {
        var bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        return switch (header("Content-Transfer-Encoding").toLowerCase(Locale.ROOT)) {
            case "base64" -> base64(bytes);
            case "quoted-printable" -> QuotedBytes.decode(bytes);
            default -> bytes;
        };
    }

    private static byte[] base64(byte[] bytes) {
        try {
            return Base64.getMimeDecoder().decode(bytes);
        } catch (IllegalArgumentException broken) {
            return bytes; // shown as it came
        }
    }
}
