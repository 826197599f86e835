package org.broadsheet.source;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings for hubs that tell of news (WebSub). */
@ConfigMapping(prefix = "broadsheet.websub")
public interface HubConfig {

    /** How often to look for subscriptions to ask for, to renew or to end; {@code off}: never, then sources are only polled. */
    @WithDefault("30s")
    String every();

    /** How long a subscription is asked for; the hub decides. */
    @WithDefault("P10D")
    Duration lease();
}
