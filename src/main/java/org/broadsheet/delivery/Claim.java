package org.broadsheet.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One copy that this node has claimed.
 *
 * @param attempts    this one included
 * @param resent      whether it may have gone before, so that it is not tried a third time
 * @param confirmedAt when the reader confirmed, as far as known
 */
record Claim(long subscriptionId, int attempts, Resent resent, String address, String name, List<String> sections, Optional<Instant> confirmedAt) {

    enum Resent {
        NO, YES
    }
}
