package org.broadsheet.delivery;

import java.time.Instant;

/** One row of the ledger as the API shows it; {@code email} is null for a reader who was erased. */
public record DeliveryItem(String id, String subscriber, String email, DeliveryState state, int attempts, String messageId, String reply, Instant updatedAt) {
}
