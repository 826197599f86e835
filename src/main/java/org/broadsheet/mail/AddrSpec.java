package org.broadsheet.mail;

import org.broadsheet.mail.RefusedValueException.Reason;

/**
 * An addr-spec that can stand in an envelope without further checks: a dot-atom, an at sign and a host name of LDH labels.
 * {@code MailAddress} is what an owner wrote; this is what goes on the wire. Quoted local parts and address literals are refused: what could
 * smuggle a space or a bracket into RCPT TO never gets this far (F10).
 *
 * @param localPart as given; its case matters to the owner
 * @param domain    A-labels, lower case (A9)
 */
public record AddrSpec(String localPart, String domain) {

    private static final int MAX_LOCAL_PART = 64;
    private static final int MAX_ADDRESS = 254;
    private static final String ATEXT_MARKS = "!#$%&'*+-/=?^_`{|}~";

    /** Whether local parts outside ASCII may pass; only a relay with SMTPUTF8 takes them (RFC 6531). */
    public enum LocalParts {
        ASCII, UNICODE
    }

    /** As {@link #parse(String, LocalParts)} with ASCII local parts only. */
    public static AddrSpec parse(String address) throws RefusedValueException {
        return parse(address, LocalParts.ASCII);
    }

    /**
     * @param address an addr-spec, its domain in Unicode or in A-labels
     * @throws RefusedValueException with {@link Reason#ADDRESS}, or {@link Reason#SMTPUTF8} for a local part outside ASCII
     */
    public static AddrSpec parse(String address, LocalParts allowed) throws RefusedValueException {
        HeaderText.checked("address", address);
        int at = address.lastIndexOf('@');
        if (at < 1 || at > MAX_LOCAL_PART) {
            throw malformed();
        }
        String localPart = address.substring(0, at);
        checkDotAtom(localPart);
        if (allowed == LocalParts.ASCII && !HeaderText.isAscii(localPart)) {
            throw new RefusedValueException(Reason.SMTPUTF8, "address");
        }
        String domain = DomainName.toAscii(address.substring(at + 1)).orElseThrow(AddrSpec::malformed);
        if (at + 1 + domain.length() > MAX_ADDRESS) {
            throw malformed();
        }
        return new AddrSpec(localPart, domain);
    }

    /** The addr-spec. */
    public String text() {
        return localPart + '@' + domain;
    }

    /** Whether a relay has to offer SMTPUTF8 to take it. */
    public boolean needsSmtpUtf8() {
        return !HeaderText.isAscii(localPart);
    }

    private static void checkDotAtom(String localPart) throws RefusedValueException {
        char previous = '.';
        for (int i = 0; i < localPart.length(); i++) {
            char c = localPart.charAt(i);
            if (c == '.' ? previous == '.' : !isAtext(c)) {
                throw malformed();
            }
            previous = c;
        }
        if (previous == '.') {
            throw malformed();
        }
    }

    private static boolean isAtext(char c) {
        return c > 0x9F ? !Character.isWhitespace(c) && !Character.isSpaceChar(c)
                : c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || ATEXT_MARKS.indexOf(c) >= 0;
    }

    private static RefusedValueException malformed() {
        return new RefusedValueException(Reason.ADDRESS, "address");
    }

    @Override
    public String toString() {
        return "AddrSpec"; // never an address in a log
    }
}
