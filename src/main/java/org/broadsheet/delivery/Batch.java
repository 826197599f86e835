package org.broadsheet.delivery;

import java.util.List;

/**
 * Copies of one edition that this node has claimed.
 *
 * @param claimedAtNanos monotonic time at which the claim was asked for, so that the lease is judged too short rather than too long
 */
record Batch(long edition, List<Claim> claims, long claimedAtNanos) {
}
