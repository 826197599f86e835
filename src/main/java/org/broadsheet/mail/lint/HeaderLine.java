package org.broadsheet.mail.lint;

import java.nio.charset.StandardCharsets;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/**
 * One header field of a message.
 *
 * @param name  as it was written; "" if the line is none
 * @param value unfolded
 * @param raw   with its folds, one character per octet
 */
record HeaderLine(String name, String value, String raw, Place place) {

    boolean is(String wanted) {
        return name.equalsIgnoreCase(wanted);
    }

    /** With its encoded words read (RFC 2047), and raw octets as UTF-8. */
    String decoded() {
        var text = new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT, StandardCharsets.UTF_8);
    }
}
