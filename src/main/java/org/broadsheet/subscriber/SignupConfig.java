package org.broadsheet.subscriber;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of the signup. */
@ConfigMapping(prefix = "broadsheet.signup")
public interface SignupConfig {

    /** A form that comes back sooner was filled in by a program. */
    @WithDefault("PT2S")
    Duration minFormTime();

    /** A form that comes back later must be fetched anew. */
    @WithDefault("PT24H")
    Duration maxFormTime();

    /** How long the link in a confirmation mail works. */
    @WithDefault("PT72H")
    Duration confirmWithin();

    /** Requests that were never confirmed are removed after this time. */
    @WithDefault("P7D")
    Duration forgetPendingAfter();

    /** Confirmation mails to one address within a day, over all publications. */
    @WithDefault("1")
    int mailsPerAddressAndDay();

    /** Confirmation mails to one address within 30 days, over all publications. */
    @WithDefault("3")
    int mailsPerAddressAndMonth();

    /** Posts of the form from one network (IPv4 /24, IPv6 /64) within an hour, on each node. */
    @WithDefault("100")
    int postsPerNetworkAndHour();

    /** Posts of the form from everywhere within an hour, on each node. */
    @WithDefault("5000")
    int postsPerHour();
}
