package org.broadsheet.delivery;

import org.broadsheet.delivery.Outcome.RelayTrouble;

/** No connection to the relay could be had: connecting, banner, EHLO, TLS or AUTH failed (G5). */
public final class RelayTroubleException extends Exception {

    private final transient RelayTrouble trouble;

    public RelayTroubleException(RelayTrouble trouble) {
        super(trouble.reason());
        this.trouble = trouble;
    }

    public RelayTroubleException(RelayTrouble trouble, Throwable cause) {
        super(trouble.reason(), cause);
        this.trouble = trouble;
    }

    public RelayTrouble trouble() {
        return trouble;
    }
}
