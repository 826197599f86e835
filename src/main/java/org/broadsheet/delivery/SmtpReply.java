package org.broadsheet.delivery;

import java.util.regex.Pattern;

/**
 * What a relay answered (RFC 5321 section 4.2).
 *
 * @param code     200 to 599; 0 where the answer came without one
 * @param enhanced such as {@code 5.1.1} (RFC 2034), "" if there was none
 * @param text     without codes, lines joined by a space, control characters removed (F19)
 */
public record SmtpReply(int code, String enhanced, String text) {

    private static final int MAX_TEXT = 1000;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+");

    public SmtpReply {
        text = isPlain(text) ? text : UNPRINTABLE.matcher(text).replaceAll(" ").strip();
        text = text.length() > MAX_TEXT ? text.substring(0, text.offsetByCodePoints(0, MAX_TEXT / 2)) + "…" : text;
    }

    public boolean isPositive() {
        return code / 100 == 2;
    }

    public boolean isTransient() {
        return code / 100 == 4;
    }

    public boolean isPermanent() {
        return code / 100 == 5;
    }

    /** 421: the relay goes, whatever was asked (RFC 5321 section 3.8). */
    public boolean isClosing() {
        return code == 421;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** As the ledger shows it. */
    @Override
    public String toString() {
        return (code == 0 ? "" : code + " ") + (enhanced.isEmpty() ? "" : enhanced + " ") + text;
    }
}
