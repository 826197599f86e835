package org.broadsheet.delivery;

import java.util.EnumMap;
import java.util.Map;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts copies by what became of them, for {@code /q/metrics}. */
@Singleton
class CopyCounter {

    private final Map<DeliveryState, Counter> counters = new EnumMap<>(DeliveryState.class);

    CopyCounter(MeterRegistry metrics) {
        for (var state : DeliveryState.values()) {
            counters.put(state, Counter.builder("broadsheet.copies").description("Copies settled, by outcome").tag("state", state.name()).register(metrics));
        }
    }

    void count(DeliveryState state) {
        counters.get(state).increment();
    }
}
