package org.broadsheet.testsupport;

import java.nio.charset.StandardCharsets;

/**
 * A mail that the scripted server took.
 *
 * @param sender    the path of MAIL, without brackets and parameters
 * @param recipient of the last accepted RCPT
 * @param data      the mail, dots unstuffed, without the final dot
 * @param raw       as it came after DATA, with the final dot
 */
public record ReceivedMail(String sender, String recipient, byte[] data, byte[] raw) {

    /** The mail with octets as characters. */
    public String text() {
        return new String(data, StandardCharsets.ISO_8859_1);
    }

    /** The first value of a header field, unfolded, "" if there is none. */
    public String header(String name) {
        for (String line : text().split("\r\n\r\n", 2)[0].replace("\r\n ", " ").split("\r\n")) {
            if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                return line.substring(name.length() + 1).strip();
            }
        }
        return "";
    }
}
