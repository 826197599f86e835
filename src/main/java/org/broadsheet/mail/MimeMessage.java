package org.broadsheet.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * One reader's mail: headers of its own over a body shared with others. It is never put together in memory unless asked for.
 */
public final class MimeMessage {

    private static final List<String> EXACTLY_ONCE = List.of("Date", "From", "Subject", "To", "Message-ID");
    private static final List<String> AT_MOST_ONCE = List.of("Sender", "Reply-To", "List-Unsubscribe", "List-Unsubscribe-Post", "List-Id",
            "References", "In-Reply-To");
    private static final List<String> NEVER = List.of("Bcc", "Cc", "MIME-Version", "Content-Type", "Content-Transfer-Encoding");
    private static final byte[] CRLF = {'\r', '\n'};
    /** Some servers take no larger field, and no more of them together (A37). */
    private static final int LARGEST_FIELD = 8_000;
    private static final int LARGEST_HEADER = 32_000;

    private final Headers headers;
    private final AlternativeBody body;
    private final Map<String, String> values;

    private MimeMessage(Headers headers, AlternativeBody body, Map<String, String> values) {
        this.headers = headers;
        this.body = body;
        this.values = values;
    }

    /**
     * @param headers all but MIME-Version and Content-Type, which are added
     * @param values  the text of each slot in the body, by its mark
     * @throws IllegalArgumentException if a required field is missing, a single one occurs twice (A1), there is a Bcc or Cc (A38), a slot has no
     *                                  value, or the fields are larger than servers take (A37): all of these are mistakes of the caller, seen before anything is sent
     */
    public static MimeMessage of(Headers headers, AlternativeBody body, Map<String, String> values) {
        check(headers);
        for (String slot : body.slots()) {
            requireValue(slot, values);
        }
        try {
            Headers whole = headers.with(HeaderField.structured("MIME-Version", "1.0")).with(body.contentType());
            return new MimeMessage(whole, body, values);
        } catch (RefusedValueException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** All fields, with MIME-Version and Content-Type. */
    public Headers headers() {
        return headers;
    }

    /** The same mail with a field on top: a signature, which has to see all others first. */
    public MimeMessage under(HeaderField field) {
        return new MimeMessage(headers.under(field), body, values);
    }

    /** The plain text part, decoded. */
    public String text() {
        return body.text().text(values);
    }

    /** The HTML part, decoded. */
    public String html() {
        return body.html().text(values);
    }

    /** The pictures inside the mail. */
    public List<InlinePicture> pictures() {
        return body.pictures();
    }

    /** Whether it may only go over a connection with SMTPUTF8. */
    public boolean needsSmtpUtf8() {
        return headers.needSmtpUtf8();
    }

    /** An upper bound of its length in bytes, known without encoding it. */
    public long sizeAtMost() {
        long size = body.sizeAtMost(values) + CRLF.length;
        for (HeaderField field : headers.fields()) {
            size += field.name().length() + 3L * field.folded().length() + ": \r\n".length();
        }
        return size;
    }

    /** The mail, every line ending in CRLF. Nothing is dot-stuffed: that is the connection's matter. */
    public void writeTo(OutputStream out) throws IOException {
        headers.writeTo(out);
        out.write(CRLF);
        writeBodyTo(out);
    }

    /** What follows the empty line: the input of a signature's body hash. */
    public void writeBodyTo(OutputStream out) throws IOException {
        body.writeTo(out, values);
    }

    /** The mail in memory, for previews. */
    public byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) sizeAtMost());
        try {
            writeTo(out);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }

    private static void check(Headers headers) {
        for (String name : EXACTLY_ONCE) {
            require(headers.count(name) == 1, name + " must occur exactly once");
        }
        for (String name : AT_MOST_ONCE) {
            require(headers.count(name) <= 1, name + " must not occur twice");
        }
        for (String name : NEVER) {
            require(headers.count(name) == 0, name + " must not be given");
        }
        int size = 0;
        for (HeaderField field : headers.fields()) {
            require(field.folded().length() <= LARGEST_FIELD, field.name() + " is larger than " + LARGEST_FIELD + " bytes");
            size += field.name().length() + field.folded().length();
        }
        require(size <= LARGEST_HEADER, "the header is larger than " + LARGEST_HEADER + " bytes");
    }

    private static void requireValue(String slot, Map<String, String> values) {
        require(values.get(slot) != null, "a slot has no value");
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
