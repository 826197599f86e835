package org.broadsheet.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.parser.AbstractContentHandler;
import org.apache.james.mime4j.parser.MimeStreamParser;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;

/** Takes a mail apart (RFC 5322, RFC 2045). Of one that is broken, what came before; its depth and number of parts are bounded. */
final class MailParser extends AbstractContentHandler {

    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 500;
    private static final int MOST_FIELDS = 500;
    private static final MimeConfig LENIENT = MimeConfig.custom().setMaxLineLen(-1).setMaxHeaderLen(200_000).setMaxHeaderCount(10_000).setMaxContentLen(-1).build();

    /** A part that is being read. */
    private static final class Draft {

        private final Map<String, List<String>> headers = new LinkedHashMap<>();
        private final List<MailPart> parts = new ArrayList<>();
        private String type = "text/plain";
        private String charset = "";
        private byte[] body = new byte[0];
        private int fields;

        MailPart finished() {
            return new MailPart(headers, type, charset, body, parts);
        }
    }

    private final Deque<Draft> open = new ArrayDeque<>();
    private MailPart root;
    private int parts;

    private MailParser() {
    }

    static MailPart parse(byte[] message) {
        var handler = new MailParser();
        var parser = new MimeStreamParser(LENIENT);
        parser.setContentDecoding(true);
        parser.setNoRecurse();
        parser.setContentHandler(handler);
        try {
            parser.parse(new ByteArrayInputStream(message));
        } catch (MimeException broken) {
            handler.closeAll();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed", impossible);
        }
        return Optional.ofNullable(handler.root).orElseGet(() -> new Draft().finished());
    }

    @Override
    public void startMessage() throws MimeException {
        begin();
    }

    @Override
    public void startBodyPart() throws MimeException {
        begin();
    }

    @Override
    public void endMessage() {
        end();
    }

    @Override
    public void endBodyPart() {
        end();
    }

    @Override
    public void field(Field field) {
        var draft = open.peek();
        if (draft.fields++ < MOST_FIELDS) {
            draft.headers.computeIfAbsent(field.getName().strip().toLowerCase(Locale.ROOT), name -> new ArrayList<>()).add(HeaderWords.unfolded(raw(field)));
        }
    }

    @Override
    public void startMultipart(BodyDescriptor descriptor) {
        open.peek().type = descriptor.getMimeType().toLowerCase(Locale.ROOT);
    }

    @Override
    public void body(BodyDescriptor descriptor, InputStream content) throws IOException {
        var draft = open.peek();
        draft.type = descriptor.getMimeType().toLowerCase(Locale.ROOT);
        draft.charset = stated(draft) ? Optional.ofNullable(descriptor.getCharset()).orElse("") : "";
        draft.body = content.readAllBytes();
    }

    /** The parser fills in a charset where none is stated. */
    private static boolean stated(Draft draft) {
        return draft.headers.getOrDefault("content-type", List.of("")).getFirst().toLowerCase(Locale.ROOT).contains("charset");
    }

    private static String raw(Field field) {
        var bytes = Optional.ofNullable(field.getRaw()).map(raw -> raw.toByteArray()).orElseGet(() -> (field.getName() + ":" + field.getBody()).getBytes(StandardCharsets.ISO_8859_1));
        var text = HeaderWords.text(bytes);
        return text.substring(text.indexOf(':') + 1);
    }

    private void begin() throws MimeException {
        if (open.size() >= DEEPEST || ++parts > MOST_PARTS) {
            throw new MimeException("The mail is nested too deep, or has too many parts");
        }
        open.push(new Draft());
    }

    private void end() {
        var part = open.pop().finished();
        if (open.isEmpty()) {
            root = part;
        } else {
            open.peek().parts.add(part);
        }
    }

    private void closeAll() {
        while (!open.isEmpty()) {
            end();
        }
    }
}
