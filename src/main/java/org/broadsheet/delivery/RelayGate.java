package org.broadsheet.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.broadsheet.mail.RelayConfig;
import org.jboss.logging.Logger;

/** Whether the relay serves us. Its own trouble pauses it, longer each time, and is told to the operator; it is never a reader's (G5). */
@Singleton
public class RelayGate {

    private static final Logger LOG = Logger.getLogger(RelayGate.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    /** @param since when the relay's trouble began */
    public record Trouble(String reason, Instant since, Instant nextTry) {
    }

    private final RelayConfig relay;
    private final DeliveryConfig config;
    private final Clock clock;
    private int failures;
    private long openAtNanos;
    private Trouble trouble;

    RelayGate(RelayConfig relay, DeliveryConfig config, Clock clock) {
        this.relay = relay;
        this.config = config;
        this.clock = clock;
    }

    /** Whether copies may be handed over now. */
    public synchronized boolean open() {
        return relay.configured() && (trouble == null || System.nanoTime() - openAtNanos >= 0);
    }

    /** Why not, for the operator. */
    public synchronized Optional<String> problem() {
        if (!relay.configured()) {
            return Optional.of("No mail relay is configured, so editions wait. Set quarkus.mailer.host (QUARKUS_MAILER_HOST) and restart");
        }
        return Optional.ofNullable(trouble).map(now -> "The relay " + relay.host() + ":" + relay.port() + " does not serve us since " + now.since()
                + ": " + now.reason());
    }

    synchronized void works() {
        if (trouble != null) {
            LOG.infof("The relay serves us again");
        }
        failures = 0;
        trouble = null;
    }

    synchronized void fails(Outcome.RelayTrouble cause) {
        if (trouble != null && System.nanoTime() - openAtNanos < 0) {
            return; // many connections see the same trouble; it counts once
        }
        var pause = cause.permanence() == Outcome.Permanence.PERMANENT ? config.relayPause() : FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 6));
        pause = pause.compareTo(config.relayPause()) > 0 ? config.relayPause() : pause;
        if (trouble == null) {
            LOG.warnf("The relay does not serve us; editions wait and are tried again: %s", cause.reason());
        }
        failures++;
        openAtNanos = System.nanoTime() + pause.toNanos();
        var now = clock.instant();
        trouble = new Trouble(cause.reason(), trouble == null ? now : trouble.since(), now.plus(pause));
    }
}
