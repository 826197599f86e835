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
 * The body of an edition's variant: multipart/alternative of plain text and HTML, in this order (A11), in UTF-8 (A13). HTML with pictures
 * inside the mail stands with them in a multipart/related (RFC 2387). Made once, written for each reader.
 */
public final class AlternativeBody {

    private static final int MAX_TRIES = 100;

    private final SplicedBody text;
    private final SplicedBody html;
    private final List<InlinePicture> pictures;
    private final String boundary;
    private final byte[] beforeText;
    private final byte[] beforeHtml;
    private final byte[] beforePicture;
    private final byte[] end;

    private AlternativeBody(SplicedBody text, SplicedBody html, List<InlinePicture> pictures, String boundary, String inner) {
        this.text = text;
        this.html = html;
        this.pictures = List.copyOf(pictures);
        this.boundary = boundary;
        boolean related = !pictures.isEmpty();
        beforeText = ascii("--" + boundary + "\r\n" + partHeader("text/plain", text));
        beforeHtml = ascii("\r\n--" + boundary + "\r\n" + (related ? relatedHeader(inner) : "") + partHeader("text/html", html));
        beforePicture = ascii("\r\n--" + inner + "\r\n");
        end = ascii((related ? "\r\n--" + inner + "--\r\n" : "") + "\r\n--" + boundary + "--\r\n");
    }

    /** Without pictures inside the mail; see {@link #of(SplicedBody, SplicedBody, List, String)}. */
    public static AlternativeBody of(SplicedBody text, SplicedBody html, String seed) {
        return of(text, html, List.of(), seed);
    }

    /**
     * @param pictures those that the HTML shows by {@code cid:}, each once
     * @param seed     the boundaries are made of it, so that equal input gives equal bytes; an edition's id and variant, say
     */
    public static AlternativeBody of(SplicedBody text, SplicedBody html, List<InlinePicture> pictures, String seed) {
        for (int attempt = 0; attempt < MAX_TRIES; attempt++) {
            String boundary = boundary(seed, attempt);
            String inner = boundary("related " + seed, attempt);
            if (!text.contains(boundary) && !html.contains(boundary) && !html.contains(inner)) {
                return new AlternativeBody(text, html, pictures, boundary, inner);
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

    /** The pictures inside the mail, as they follow the HTML. */
    public List<InlinePicture> pictures() {
        return pictures;
    }

    /** The marks of all slots in both parts. */
    public Set<String> slots() {
        Set<String> all = new TreeSet<>(text.slots());
        all.addAll(html.slots());
        return all;
    }

    /** Octets of what all copies share, as they are sent. */
    public long size() {
        return frame() + text.size() + html.size();
    }

    /** Octets that it holds in memory without its pictures, which others may hold, too. */
    public long weight() {
        return frame() - pictures.stream().mapToLong(InlinePicture::size).sum() + text.weight() + html.weight();
    }

    /** An upper bound of one copy's length in bytes, known without encoding it. */
    public long sizeAtMost(Map<String, String> values) {
        return frame() + text.sizeAtMost(values) + html.sizeAtMost(values);
    }

    /** The body of one copy; see {@link SplicedBody#writeTo}. */
    public void writeTo(OutputStream out, Map<String, String> values) throws IOException {
        out.write(beforeText);
        text.writeTo(out, values);
        out.write(beforeHtml);
        html.writeTo(out, values);
        for (InlinePicture picture : pictures) {
            out.write(beforePicture);
            picture.writeTo(out);
        }
        out.write(end);
    }

    HeaderField contentType() throws RefusedValueException {
        return HeaderField.structured("Content-Type", ";", List.of("multipart/alternative", "boundary=\"" + boundary + '"'));
    }

    private long frame() {
        long frame = beforeText.length + beforeHtml.length + end.length;
        for (InlinePicture picture : pictures) {
            frame += beforePicture.length + picture.size();
        }
        return frame;
    }

    /** Neither quoted-printable nor base64 ever has an equals sign before an underscore, so not even a reader's value can hold it (A12). */
    private static String boundary(String seed, int attempt) {
        return "=_" + Sha256.shortHex(attempt + " " + seed);
    }

    private static String relatedHeader(String boundary) {
        return "Content-Type: multipart/related; type=\"text/html\";\r\n boundary=\"" + boundary + "\"\r\n\r\n--" + boundary + "\r\n";
    }

    private static String partHeader(String type, SplicedBody body) {
        return "Content-Type: " + type + "; charset=utf-8\r\nContent-Transfer-Encoding: " + body.transferEncoding() + "\r\n\r\n";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
