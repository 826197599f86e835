package org.broadsheet.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The one guarded client of the service. */
class Fetchers {

    @Produces
    @Singleton
    GuardedHttp guardedHttp(BroadsheetConfig config, Clock clock) throws SocketException {
        var settings = config.fetch();
        var policy = AddressPolicy.allowing(settings.allowedNetworks().orElse(List.of())).onPorts(settings.ports())
                .denying(settings.deniedNetworks().orElse(List.of())).denying(ownAddresses());
        policy = Optional.ofNullable(config.publicUrl().getHost()).map(policy::exceptOurselves).orElse(policy);
        return new GuardedHttp(policy, NameResolver.system(), FetchLimits.standard(),
                "Broadsheet/1.0 (newsletter digest; +" + config.publicBase() + ")", clock);
    }

    /** Of this machine; those that are public are not in the table of the policy. */
    private static List<String> ownAddresses() throws SocketException {
        return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses).map(InetAddress::getHostAddress)
                .map(address -> address.split("%", 2)[0]).toList();
    }

    void close(@Disposes GuardedHttp http) throws IOException {
        http.close();
    }
}
