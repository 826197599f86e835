package org.broadsheet.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;

/**
 * A picture that travels inside the mail and that its HTML shows by {@code cid:} (RFC 2392). Encoded once, and shared by all mails that hold
 * it. Immutable.
 */
public final class InlinePicture {

    private static final byte[] CRLF = {'\r', '\n'};
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, CRLF);

    private final String contentId;
    private final String mediaType;
    private final byte[] head;
    private final byte[] lines;

    private InlinePicture(String contentId, String mediaType, byte[] head, byte[] lines) {
        this.contentId = contentId;
        this.mediaType = mediaType;
        this.head = head;
        this.lines = lines;
    }

    /**
     * @param contentId an addr-spec that names these octets and no others, such as {@code hash@domain}
     * @param mediaType such as {@code image/jpeg}
     * @param title     what a client calls it that offers to save it, in any script
     * @throws RefusedValueException if id or type cannot stand in a header
     */
    public static InlinePicture of(String contentId, String mediaType, String title, byte[] octets) throws RefusedValueException {
        Headers headers = Headers.of(
                HeaderField.structured("Content-Type", mediaType),
                HeaderField.structured("Content-Transfer-Encoding", "base64"),
                HeaderField.structured("Content-ID", "<" + contentId + ">"),
                ContentDisposition.inline(title, extension(mediaType)));
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        try {
            headers.writeTo(head);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        head.writeBytes(CRLF);
        return new InlinePicture(contentId, mediaType, head.toByteArray(), LINES.encode(octets));
    }

    /** What {@code cid:} names. */
    public String contentId() {
        return contentId;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The picture, decoded. */
    public byte[] octets() {
        return Base64.getMimeDecoder().decode(lines);
    }

    /** Octets in a mail, which are also what it holds in memory. */
    public int size() {
        return head.length + lines.length;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(head);
        out.write(lines);
    }

    private static String extension(String mediaType) {
        String kind = mediaType.substring(mediaType.indexOf('/') + 1);
        return kind.equals("jpeg") ? "jpg" : kind;
    }
}
