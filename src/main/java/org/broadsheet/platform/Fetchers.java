package org.broadsheet.platform;

import java.io.IOException;
import java.time.Clock;
import java.util.List;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The one guarded client of the service. */
class Fetchers {

    @Produces
    @Singleton
    GuardedHttp guardedHttp(BroadsheetConfig config, Clock clock) {
        var policy = AddressPolicy.allowing(config.fetch().allowedNetworks().orElse(List.of()));
        return new GuardedHttp(policy, NameResolver.system(), FetchLimits.standard(),
                "Broadsheet/1.0 (newsletter digest; +" + config.publicBase() + ")", clock);
    }

    void close(@Disposes GuardedHttp http) throws IOException {
        http.close();
    }
}
