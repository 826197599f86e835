package org.broadsheet.delivery;

import java.time.Duration;
import java.util.Optional;

/**
 * How a claimed copy is entered in the ledger.
 *
 * @param reply the server's words, or our reason; "" if there is nothing to say
 * @param again after which time it is due again; empty if it is not
 */
record Settlement(long subscriptionId, DeliveryState state, String reply, Optional<Duration> again, Attempt attempt) {

    /** Whether this try counts. */
    enum Attempt {
        COUNTS,
        /** Through no fault of the reader's server. */
        DOES_NOT_COUNT
    }

    static Settlement last(long subscriptionId, DeliveryState state, String reply) {
        return new Settlement(subscriptionId, state, reply, Optional.empty(), Attempt.COUNTS);
    }

    static Settlement later(long subscriptionId, DeliveryState state, String reply, Duration again) {
        return new Settlement(subscriptionId, state, reply, Optional.of(again), Attempt.COUNTS);
    }

    static Settlement released(long subscriptionId, String reason) {
        return new Settlement(subscriptionId, DeliveryState.queued, reason, Optional.of(Duration.ZERO), Attempt.DOES_NOT_COUNT);
    }
}
