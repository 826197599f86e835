package org.broadsheet.mail;

/**
 * A name and an address as From, To or Reply-To carry them (RFC 5322 section 3.4): the name is a phrase before the address in angle
 * brackets, as a quoted string or as encoded words outside any quotes, never a comment (A2).
 *
 * @param name "" where there is none
 */
public record Mailbox(String name, AddrSpec address) {

    /** Longer names are encoded, since encoded words can be folded. */
    private static final int MAX_QUOTED = 56;

    /**
     * @throws RefusedValueException if the name holds control characters or the address is malformed or needs SMTPUTF8
     */
    public static Mailbox of(String name, String address) throws RefusedValueException {
        return new Mailbox(name.isBlank() ? "" : HeaderText.checked("display name", name), AddrSpec.parse(address));
    }

    /**
     * @param column where in its line the mailbox will stand
     * @return the mailbox as it stands in a header, folded
     */
    String encoded(int column) {
        if (name.isEmpty()) {
            return address.text();
        }
        String phrase = phrase(column);
        int end = phrase.contains("\r\n") ? phrase.length() - phrase.lastIndexOf("\r\n") - 2 : column + phrase.length();
        String separator = end + address.text().length() + 3 > 76 ? "\r\n " : " ";
        return phrase + separator + '<' + address.text() + '>';
    }

    private String phrase(int column) {
        if (EncodedWords.isNeeded(name) || name.length() > MAX_QUOTED) {
            return EncodedWords.encode(name, column);
        }
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public String toString() {
        return "Mailbox"; // never an address in a log
    }
}
