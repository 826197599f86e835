package org.broadsheet.mail.lint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.apache.james.mime4j.parser.AbstractContentHandler;
import org.apache.james.mime4j.parser.MimeStreamParser;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;

/** Finds the parts of a message (RFC 2045, RFC 2046); of one that is broken, those before it broke. */
final class MessageParts extends AbstractContentHandler {

    private static final int MOST_PARTS = 200;
    private static final int LONGEST_FIELD = 2_000;
    private static final MimeConfig LENIENT = MimeConfig.custom().setMaxLineLen(-1).setMaxHeaderLen(200_000).setMaxHeaderCount(10_000).setMaxContentLen(-1).build();

    private final List<Message.Part> parts = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private Map<String, String> fields = new HashMap<>();

    static List<Message.Part> of(byte[] message) {
        var handler = new MessageParts();
        var parser = new MimeStreamParser(LENIENT);
        parser.setContentDecoding(false);
        parser.setNoRecurse();
        parser.setContentHandler(handler);
        try {
            parser.parse(new ByteArrayInputStream(message));
        } catch (MimeException | UncheckedIOException e) {
            return handler.parts; // what is wrong with it, the checks of its bytes say
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return handler.parts;
    }

    /** @return "" if the field has none of this name (RFC 2045 section 5.1) */
    static String parameter(String field, String name) {
        var found = Pattern.compile(";\\s*" + Pattern.quote(name) + "\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s;]*))", Pattern.CASE_INSENSITIVE).matcher(field.substring(0, Math.min(field.length(), LONGEST_FIELD)));
        return !found.find() ? "" : found.group(1) == null ? found.group(2) : found.group(1);
    }

    @Override
    public void startHeader() {
        fields = new HashMap<>();
    }

    @Override
    public void field(Field field) {
        fields.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), field.getBody() == null ? "" : field.getBody());
    }

    @Override
    public void startMultipart(BodyDescriptor descriptor) {
        add(new Message.Part(parent(), descriptor.getMimeType().toLowerCase(Locale.ROOT), fields, "", "", true));
        open.push(parts.size() - 1);
    }

    @Override
    public void endMultipart() {
        open.pop();
    }

    @Override
    public void body(BodyDescriptor descriptor, InputStream body) throws IOException {
        var octets = body.readAllBytes();
        var type = descriptor.getMimeType().toLowerCase(Locale.ROOT);
        var encoded = new String(octets, StandardCharsets.ISO_8859_1);
        if (!type.startsWith("text/")) {
            add(new Message.Part(parent(), type, fields, encoded, "", true));
            return;
        }
        var plain = decoded(octets, fields.getOrDefault("content-transfer-encoding", "").strip().toLowerCase(Locale.ROOT));
        var charset = charset(parameter(fields.getOrDefault("content-type", ""), "charset"));
        add(new Message.Part(parent(), type, fields, encoded, new String(plain, charset), isSound(plain, charset)));
    }

    private void add(Message.Part part) {
        if (parts.size() < MOST_PARTS) {
            parts.add(part);
        }
    }

    private int parent() {
        return open.isEmpty() ? -1 : open.peek();
    }

    private static byte[] decoded(byte[] octets, String encoding) throws IOException {
        try (InputStream in = switch (encoding) {
            case "quoted-printable" -> new QuotedPrintableInputStream(new ByteArrayInputStream(octets));
            case "base64" -> new Base64InputStream(new ByteArrayInputStream(octets));
            default -> new ByteArrayInputStream(octets);
        }) {
            return in.readAllBytes();
        }
    }

    private static Charset charset(String name) {
        try {
            return name.isBlank() ? StandardCharsets.UTF_8 : Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static boolean isSound(byte[] octets, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(octets));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
