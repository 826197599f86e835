package org.broadsheet.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.broadsheet.platform.Sha256;

/**
 * The body of an edition's variant: multipart/alternative of plain text and HTML, in this order (A11), both quoted-printable UTF-8 (A13).
 * Made once, written for each reader.
 */
public final class AlternativeBody {

    private static final int MAX_TRIES = 100;

    private final SplicedBody text;
    private final SplicedBody html;
    private final String boundary;
    private final byte[] beforeText;
    private final byte[] beforeHtml;
    private final byte[] end;

    private AlternativeBody(SplicedBody text, SplicedBody html, String boundary) {
        this.text = text;
        this.html = html;
        this.boundary = boundary;
        beforeText = ascii("--" + boundary + "\r\n" + partHeader("text/plain"));
        beforeHtml = ascii("\r\n--" + boundary + "\r\n" + partHeader("text/html"));
        end = ascii("\r\n--" + boundary + "--\r\n");
    }

    /**
     * @param seed the boundary is made of it, so that equal input gives equal bytes; an edition's id and variant, say
     */
    public static AlternativeBody of(SplicedBody text, SplicedBody html, String seed) {
        for (int attempt = 0; attempt < MAX_TRIES; attempt++) {
            String boundary = boundary(seed, attempt);
            if (!text.contains(boundary) && !html.contains(boundary)) {
                return new AlternativeBody(text, html, boundary);
            }
        }
        throw new IllegalArgumentException("no boundary is free");
    }

    public SplicedBody text() {
        return text;
    }

    public SplicedBody html() {
        return html;
    }

    /** The marks of all slots in both parts. */
    public Set<String> slots() {
        Set<String> all = new TreeSet<>(text.slots());
        all.addAll(html.slots());
        return all;
    }

    /** An upper bound of one copy's length in bytes, known without encoding it. */
    public long sizeAtMost(Map<String, String> values) {
        return text.sizeAtMost(values) + html.sizeAtMost(values) + beforeText.length + beforeHtml.length + end.length;
    }

    /** The body of one copy; see {@link SplicedBody#writeTo}. */
    public void writeTo(OutputStream out, Map<String, String> values) throws IOException {
        out.write(beforeText);
        text.writeTo(out, values);
        out.write(beforeHtml);
        html.writeTo(out, values);
        out.write(end);
    }

    HeaderField contentType() throws RefusedValueException {
        return HeaderField.structured("Content-Type", ";", List.of("multipart/alternative", "boundary=\"" + boundary + '"'));
    }

    /** Quoted-printable never has an equals sign before an underscore, so not even a reader's value can hold it (A12). */
    private static String boundary(String seed, int attempt) {
        return "=_" + Sha256.shortHex(attempt + " " + seed);
    }

    private static String partHeader(String type) {
        return "Content-Type: " + type + "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
