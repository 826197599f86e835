package org.broadsheet.platform;

import java.time.Duration;
import java.util.Optional;

/** What one request led to: the end, or another address. */
sealed interface Hop {

    /** @param outcome of the whole fetch */
    record Ended(FetchOutcome outcome) implements Hop {
    }

    /**
     * @param permanent  whether the old address may be forgotten (301, 308)
     * @param retryAfter as asked for on the way (RFC 9110 section 10.2.3)
     */
    record Redirected(WebAddress to, boolean permanent, Optional<Duration> retryAfter) implements Hop {
    }

    static Hop failed(String code, String reason) {
        return new Ended(new FetchOutcome.Failed(code, 0, reason, Optional.empty()));
    }

    static Hop refused(String reason) {
        return new Ended(new FetchOutcome.Refused(reason));
    }

    static Hop interrupted() {
        return failed("interrupted", "The fetch was interrupted because the service is stopping");
    }
}
