package org.broadsheet.mail;

/**
 * A value from outside that must not get into a mail's header or envelope. It harms only the copy that it was meant for.
 */
public final class RefusedValueException extends Exception {

    private final transient Reason reason;

    RefusedValueException(Reason reason, String what) {
        super(what + ": " + reason.code());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why a value is refused; {@link #code()} is what the ledger and the API show. */
    public enum Reason {
        /** CR, LF, NUL, another control character or a Unicode line separator (F10). */
        CONTROL_CHARACTER("control-character"),
        /** A field of nothing but white space (A1). */
        EMPTY("empty"),
        /** A field name that is not RFC 5322 ftext. */
        FIELD_NAME("field-name"),
        /** A piece that must not be folded does not fit into a line of 998 octets (A6). */
        TOO_LONG("too-long"),
        /** Characters outside ASCII in a field that does not carry encoded words. */
        NOT_ASCII("not-ascii"),
        /** Not an addr-spec with a dot-atom and a host name. */
        ADDRESS("address-malformed"),
        /** A local part outside ASCII needs SMTPUTF8 (RFC 6531), which most relays lack (A9). */
        SMTPUTF8("smtputf8-unsupported");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
