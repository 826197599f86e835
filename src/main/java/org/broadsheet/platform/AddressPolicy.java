package org.broadsheet.platform;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which addresses the service may connect to on behalf of what comes from outside (F1, F2). The JDK's own predicates miss
 * carrier-grade NAT, unique local addresses and every IPv6 address with an IPv4 address inside, hence the explicit table
 * (IANA special-purpose address registries, RFC 6890). The addresses of cloud metadata services stay closed even inside an
 * allowed network; only a block of that one address opens them.
 *
 * @param allowedNetworks opened although the table denies them; on them every port is open, elsewhere 80 and 443 alone
 */
public record AddressPolicy(List<Cidr> allowedNetworks) {

    private static final List<Cidr> DENIED = blocks(
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16",
            "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8");
    private static final List<Cidr> METADATA = blocks("169.254.169.254", "169.254.170.2", "100.100.100.200", "fd00:ec2::254");
    private static final Set<String> METADATA_NAMES = Set.of("metadata", "metadata.google.internal", "metadata.goog", "instance-data");
    private static final Cidr COMPATIBLE = Cidr.parse("::/96");
    private static final Cidr NAT64 = Cidr.parse("64:ff9b::/96");
    private static final Cidr SIX_TO_FOUR = Cidr.parse("2002::/16");

    public AddressPolicy {
        allowedNetworks = List.copyOf(allowedNetworks);
    }

    /** Only the public internet. */
    public static AddressPolicy publicInternet() {
        return new AddressPolicy(List.of());
    }

    /** @throws IllegalArgumentException if one is not a block of addresses */
    public static AddressPolicy allowing(List<String> networks) {
        return new AddressPolicy(networks.stream().map(Cidr::parse).toList());
    }

    /** @return in words why no connection to this name may be made, whatever it resolves to; empty if there is no objection */
    public Optional<String> objectionToName(String host) {
        return METADATA_NAMES.contains(host.toLowerCase(Locale.ROOT))
                ? Optional.of("the name " + host + " belongs to a cloud metadata service") : Optional.empty();
    }

    /** @return in words why no connection to this address and port may be made; empty if there is no objection */
    public Optional<String> objectionTo(InetAddress address, int port) {
        for (byte[] part : withEmbedded(address.getAddress())) {
            if (closed(part)) {
                return Optional.of("the address " + address.getHostAddress() + " is not on the public internet");
            }
        }
        if (port != 80 && port != 443 && !allowed(IpLiteral.withoutMapping(address.getAddress()))) {
            return Optional.of("port " + port + " is not open to the fetcher, only 80 and 443 are");
        }
        return Optional.empty();
    }

    private boolean closed(byte[] address) {
        if (within(METADATA, address)) {
            return allowedNetworks.stream().noneMatch(n -> n.isSingle() && n.contains(address));
        }
        return within(DENIED, address) && !allowed(address);
    }

    private boolean allowed(byte[] address) {
        return within(allowedNetworks, address);
    }

    /** The address and the IPv4 address that a translator or tunnel would make of it (RFC 4291, RFC 6052, RFC 3056). */
    private static List<byte[]> withEmbedded(byte[] raw) {
        byte[] address = IpLiteral.withoutMapping(raw);
        List<byte[]> all = new ArrayList<>(List.of(address));
        if (NAT64.contains(address) || COMPATIBLE.contains(address)) {
            all.add(Arrays.copyOfRange(address, 12, 16));
        } else if (SIX_TO_FOUR.contains(address)) {
            all.add(Arrays.copyOfRange(address, 2, 6));
        }
        return all;
    }

    private static boolean within(List<Cidr> blocks, byte[] address) {
        return blocks.stream().anyMatch(b -> b.contains(address));
    }

    private static List<Cidr> blocks(String... texts) {
        return Arrays.stream(texts).map(Cidr::parse).toList();
    }
}
