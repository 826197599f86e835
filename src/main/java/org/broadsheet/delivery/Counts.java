package org.broadsheet.delivery;

import java.util.EnumMap;
import java.util.Map;

/** How an edition stands. {@code due} is the sum of the others at every read, since all come from one statement. */
public record Counts(long due, long queued, long sending, long sent, long deferred, long failed, long suppressed, long expired, long unknown) {

    static Counts of(Map<DeliveryState, Long> byState) {
        var counts = new EnumMap<DeliveryState, Long>(DeliveryState.class);
        for (var state : DeliveryState.values()) {
            counts.put(state, byState.getOrDefault(state, 0L));
        }
        return new Counts(counts.values().stream().mapToLong(Long::longValue).sum(), counts.get(DeliveryState.queued),
                counts.get(DeliveryState.sending), counts.get(DeliveryState.sent), counts.get(DeliveryState.deferred),
                counts.get(DeliveryState.failed), counts.get(DeliveryState.suppressed), counts.get(DeliveryState.expired),
                counts.get(DeliveryState.unknown));
    }
}
