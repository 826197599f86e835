package org.broadsheet.delivery;

import java.time.Duration;
import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import io.quarkus.runtime.configuration.MemorySize;

/** Settings of the delivery room. */
@ConfigMapping(prefix = "broadsheet.delivery")
public interface DeliveryConfig {

    /** How copies go to the relay. */
    enum Transport {
        SMTP, QUARKUS_MAILER
    }

    @WithDefault("smtp")
    Transport transport();

    /** Connections to the relay from this node. */
    @WithDefault("10")
    int connections();

    /** When a copy of which nobody knows whether it arrived is sent once more. */
    @WithDefault("PT30M")
    Duration unknownRetryAfter();

    /** The longest pause between tries of a relay that does not serve us; at once for trouble that lasts, such as refused credentials. */
    @WithDefault("PT2M")
    Duration relayPause();

    /** How long a stop waits for copies in flight. */
    @WithDefault("PT20S")
    Duration shutdownTimeout();

    /** For how long a node has the copies it claimed; longer than the ten minutes that a relay may take to answer the final dot. */
    @WithDefault("PT15M")
    Duration lease();

    /** A copy that could not be handed over within this time after its hour is no longer news. */
    @WithDefault("PT24H")
    Duration expiresAfter();

    /** Pauses after the first, second, ... refusal for now (G6); the last one repeats until the edition expires. */
    @WithDefault("PT5M,PT15M,PT30M,PT1H,PT2H")
    List<Duration> retryAfter();

    /** The largest mail that is sent; pictures inside the mail that would make it larger stay on this server (A37). */
    @WithDefault("5M")
    MemorySize maxMessageSize();

    /** So much memory is kept for renderings of editions that are being sent; what goes is rendered again when a reader needs it. */
    @WithDefault("32M")
    MemorySize variantsMemory();
}
