package org.broadsheet.mail.lint;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A finished mail, as one reader gets it: personal parts in place.
 *
 * @param html     the HTML part
 * @param text     the plain text part; "" if there is none; empty if it is not known, and is not looked at
 * @param wire     the message as it goes on the wire, one character per octet; header fields alone will do; empty if not known
 * @param purpose  what is demanded of it
 * @param promised what it must say
 */
public record Mail(String html, Optional<String> text, Optional<String> wire, Purpose purpose, Promised promised) {

    /** Why a mail is sent. */
    public enum Purpose {
        /** To the readers of a list: it must offer the way out (A15, A35). */
        LIST,
        /** An answer to what somebody did, such as a confirmation. */
        SERVICE
    }

    /** Of which only the HTML part is known. */
    public static Mail of(String html) {
        return new Mail(html, Optional.empty(), Optional.empty(), Purpose.LIST, Promised.UNKNOWN);
    }

    /** @param text "" if there is no text part */
    public static Mail of(String html, String text) {
        return new Mail(html, Optional.of(text), Optional.empty(), Purpose.LIST, Promised.UNKNOWN);
    }

    /** A whole message (RFC 5322); its parts are found and decoded, whatever is wrong with them. */
    public static Mail parse(byte[] message) {
        var read = Message.read(message);
        return new Mail(read.html(), Optional.of(read.text()), Optional.of(new String(message, StandardCharsets.ISO_8859_1)), Purpose.LIST, Promised.UNKNOWN);
    }

    /** With its message, or the header fields of it. */
    public Mail on(byte[] message) {
        return new Mail(html, text, Optional.of(new String(message, StandardCharsets.ISO_8859_1)), purpose, promised);
    }

    public Mail promising(Promised what) {
        return new Mail(html, text, wire, purpose, what);
    }

    /** As an answer to what somebody did: no way out is demanded. */
    public Mail ofService() {
        return new Mail(html, text, wire, Purpose.SERVICE, promised);
    }
}
