package org.broadsheet.web;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;

import org.broadsheet.platform.BroadsheetConfig;
import org.broadsheet.platform.Cidr;

import io.vertx.ext.web.RoutingContext;

/** Where a request comes from. A forwarded address is believed only if a trusted proxy says it; from everybody else it is noise. */
@RequestScoped
public class ClientAddresses {

    private final RoutingContext context;
    private final BroadsheetConfig config;

    ClientAddresses(RoutingContext context, BroadsheetConfig config) {
        this.context = context;
        this.config = config;
    }

    /** The client's address, "" if it is not known. */
    public String current() {
        var peer = Optional.ofNullable(context.request().remoteAddress()).map(address -> Optional.ofNullable(address.hostAddress()).orElse("")).orElse("");
        if (!trusted(peer)) {
            return peer;
        }
        var hops = Optional.ofNullable(context.request().getHeader("X-Forwarded-For")).map(header -> List.of(header.split("\\s*,\\s*"))).orElse(List.of());
        for (var hop : hops.reversed()) {
            if (!trusted(hop)) {
                return hop.matches("[0-9a-fA-F.:]{2,45}") ? hop : peer;
            }
        }
        return peer;
    }

    /** The network that counts as one source of requests: a /24 of IPv4, a /64 of IPv6 (E5). */
    public String network() {
        var address = current();
        if (address.contains(":")) {
            var groups = address.split(":", -1);
            return String.join(":", List.of(groups).subList(0, Math.min(4, groups.length)));
        }
        return address.contains(".") ? address.substring(0, address.lastIndexOf('.')) : address;
    }

    private boolean trusted(String address) {
        return config.trustedProxies().orElse(List.of()).stream().map(Cidr::parse).anyMatch(block -> block.holds(address));
    }
}
