package org.broadsheet.mail;

import java.util.Locale;
import java.util.Optional;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;

/**
 * An e-mail address as its owner wrote it (E10): a dot-atom local part, a domain with a dot, no quotes, comments or IP literals.
 *
 * @param written as given, trimmed; what mails are sent to
 * @param key     what makes it unique: the local part case-folded, the domain as lower-case A-labels
 */
public record MailAddress(String written, String key) {

    /** RFC 5321, section 4.5.3.1.3, less the angle brackets. */
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final EmailValidator SYNTAX = JMail.strictValidator().requireTopLevelDomain();

    /** The address, or empty if this is none that mail can be sent to. */
    public static Optional<MailAddress> parse(String text) {
        var written = text.strip();
        var at = written.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL || written.length() > LONGEST || written.chars().anyMatch(MailAddress::forbidden)) {
            return Optional.empty();
        }
        return DomainName.toAscii(written.substring(at + 1)).filter(domain -> domain.length() <= 253)
                .filter(domain -> SYNTAX.isValid(written.substring(0, at) + "@" + domain))
                .map(domain -> new MailAddress(written, written.substring(0, at).toLowerCase(Locale.ROOT) + "@" + domain));
    }

    /** {@code r•••@example.org}: enough for its owner to recognise it, too little for whom the mail was forwarded to (E15). */
    public String masked() {
        var at = written.lastIndexOf('@');
        return written.codePointAt(0) < 0x10000 ? written.charAt(0) + "•••" + written.substring(at) : "•••" + written.substring(at);
    }

    private static boolean forbidden(int character) {
        return character <= ' ' || "\"()<>[]:;,\\".indexOf(character) >= 0 || Character.isISOControl(character)
                || Character.isWhitespace(character) || Character.getType(character) == Character.FORMAT;
    }
}
