package org.broadsheet.mail;

import org.broadsheet.mail.RefusedValueException.Reason;

/** What every value bound for a header has to pass (F10). */
final class HeaderText {

    private HeaderText() {
    }

    static String checked(String what, String value) throws RefusedValueException {
        for (int i = 0; i < value.length(); i++) {
            if (isForbidden(value.charAt(i))) {
                throw new RefusedValueException(Reason.CONTROL_CHARACTER, what);
            }
        }
        if (value.isBlank()) {
            throw new RefusedValueException(Reason.EMPTY, what);
        }
        return value;
    }

    static boolean isAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** C0 with the tabulator, DEL, C1 (U+0085 is a line end to some), and the two Unicode line ends. */
    private static boolean isForbidden(char c) {
        return c < ' ' || c >= 0x7F && c <= 0x9F || c == '\u2028' || c == '\u2029';
    }
}
