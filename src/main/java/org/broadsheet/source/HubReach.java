package org.broadsheet.source;

import java.net.URI;
import java.util.Optional;

import org.broadsheet.platform.WebAddress;

/** Whether a hub could reach us. */
final class HubReach {

    private HubReach() {
    }

    /** In words why it could not; empty if it can. Plain HTTP will do where nobody can listen: on one machine. */
    static Optional<String> obstacle(URI publicUrl, String hub) {
        var local = isLocal(Optional.ofNullable(publicUrl.getHost()).orElse(""));
        if (local && WebAddress.of(hub).filter(address -> isLocal(address.host())).isPresent()) {
            return Optional.empty();
        }
        if (local || !"https".equalsIgnoreCase(publicUrl.getScheme())) {
            return Optional.of("There is a hub that would tell of news at once, but it is to reach this service by https: broadsheet.public-url is " + publicUrl);
        }
        return Optional.empty();
    }

    private static boolean isLocal(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]") || host.equals("::1");
    }
}
