package org.broadsheet.site;

import java.time.Instant;

/**
 * What all pages of the desk need.
 *
 * @param now       of the server
 * @param logout    path that ends the session by POST
 */
public record AdminHead(Instant now, String logout) {

    /** How long ago or ahead an instant is, such as "12 minutes ago" or "in 3 hours". */
    public String from(Instant instant) {
        return Moments.distance(now, instant);
    }

    /** The server's time, in UTC. */
    public String clock() {
        return Moments.inUtc(now);
    }
}
