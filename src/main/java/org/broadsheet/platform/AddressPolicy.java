package org.broadsheet.platform;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which addresses the service may connect to on behalf of what comes from outside (F1, F2). The JDK's own predicates miss
 * carrier-grade NAT, unique local addresses and every IPv6 address with an IPv4 address inside, hence the explicit table
 * (IANA special-purpose address registries, RFC 6890); of IPv6, only what is allocated for unicast (2000::/3, RFC 4291 section 2.4)
 * is public at all. The addresses of cloud metadata services stay closed even inside an allowed network; only a block of that one
 * address opens them.
 *
 * @param allowedNetworks opened although the table denies them; on them every port is open
 * @param deniedNetworks  closed although the table does not deny them, unless an allowed network opens them again
 * @param ports           open on the public internet
 * @param ownNames        host names of this service itself, lower case; closed unless they lead to an allowed network
 */
public record AddressPolicy(List<Cidr> allowedNetworks, List<Cidr> deniedNetworks, Set<Integer> ports, Set<String> ownNames) {

    private static final Set<Integer> WEB_PORTS = Set.of(80, 443);
    private static final List<Cidr> DENIED = blocks(
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16",
            "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
            "::/3", "4000::/2", "8000::/1"); // the last three: whatever IPv6 has not been allocated
    private static final List<Cidr> METADATA = blocks("169.254.169.254", "169.254.169.253", "169.254.169.123", "169.254.170.2", "169.254.170.23",
            "169.254.42.42", "168.63.129.16", "100.100.100.200", "192.0.0.192", "fd00:ec2::254", "fd00:ec2::253", "fd00:ec2::23", "fd20:ce::254",
            "fd00:42::42");
    private static final Set<String> METADATA_NAMES = Set.of("metadata", "metadata.google.internal", "metadata.goog", "metadata.azure.internal",
            "metadata.azure.com", "metadata.tencentyun.com", "metadata.platformequinix.com", "instance-data", "instance-data.ec2.internal");
    private static final Cidr COMPATIBLE = Cidr.parse("::/96");
    private static final Cidr TRANSLATED = Cidr.parse("::ffff:0:0:0/96");
    private static final Cidr NAT64 = Cidr.parse("64:ff9b::/96");
    private static final Cidr SIX_TO_FOUR = Cidr.parse("2002::/16");

    public AddressPolicy {
        allowedNetworks = List.copyOf(allowedNetworks);
        deniedNetworks = List.copyOf(deniedNetworks);
        ports = Set.copyOf(ports);
        ownNames = Set.copyOf(ownNames);
    }

    /** Only the public internet. */
    public static AddressPolicy publicInternet() {
        return new AddressPolicy(List.of(), List.of(), WEB_PORTS, Set.of());
    }

    /** @throws IllegalArgumentException if one is not a block of addresses */
    public static AddressPolicy allowing(List<String> networks) {
        return new AddressPolicy(networks.stream().map(Cidr::parse).toList(), List.of(), WEB_PORTS, Set.of());
    }

    /** @throws IllegalArgumentException if one is not a block of addresses */
    public AddressPolicy denying(List<String> networks) {
        var all = new ArrayList<>(deniedNetworks);
        networks.forEach(network -> all.add(Cidr.parse(network)));
        return new AddressPolicy(allowedNetworks, all, ports, ownNames);
    }

    /** The same policy, with these ports open instead of its own. */
    public AddressPolicy onPorts(Set<Integer> open) {
        return new AddressPolicy(allowedNetworks, deniedNetworks, open, ownNames);
    }

    /** Closes the service itself: by the name that the world knows, or if that is an address, by that. */
    public AddressPolicy exceptOurselves(String host) {
        var name = host.replaceAll("^\\[|\\]$", "").toLowerCase(Locale.ROOT);
        if (IpLiteral.parse(name).isPresent()) {
            return denying(List.of(name));
        }
        var names = new HashSet<>(ownNames);
        names.add(name);
        return new AddressPolicy(allowedNetworks, deniedNetworks, ports, names);
    }

    /** @return in words why no connection to this name may be made, whatever it resolves to; empty if there is no objection */
    public Optional<String> objectionToName(String host) {
        return METADATA_NAMES.contains(host.toLowerCase(Locale.ROOT))
                ? Optional.of("the name " + host + " belongs to a cloud metadata service") : Optional.empty();
    }

    /** @return in words why this name may not lead to this address; empty if there is no objection */
    Optional<String> objectionToOurselves(String host, InetAddress address) {
        return ownNames.contains(host.toLowerCase(Locale.ROOT)) && !allowed(IpLiteral.withoutMapping(address.getAddress()))
                ? Optional.of("the name " + host + " is that of this service itself") : Optional.empty();
    }

    /** @return in words why no connection to this address and port may be made; empty if there is no objection */
    public Optional<String> objectionTo(InetAddress address, int port) {
        for (byte[] part : withEmbedded(address.getAddress())) {
            if (closed(part)) {
                return Optional.of("the address " + address.getHostAddress() + " is not on the public internet");
            }
        }
        byte[] plain = IpLiteral.withoutMapping(address.getAddress());
        if (within(deniedNetworks, plain) && !allowed(plain)) {
            return Optional.of("the address " + address.getHostAddress() + " is this service's own, or closed by its settings");
        }
        if (!ports.contains(port) && !allowed(plain)) {
            return Optional.of("port " + port + " is not open to the fetcher, only " + named(ports) + " are");
        }
        return Optional.empty();
    }

    private static String named(Set<Integer> ports) {
        return ports.stream().sorted().map(String::valueOf).collect(Collectors.joining(" and "));
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

    /** The address and the IPv4 address that a translator or tunnel would make of it (RFC 4291, RFC 6052, RFC 3056, RFC 5214). */
    private static List<byte[]> withEmbedded(byte[] raw) {
        byte[] address = IpLiteral.withoutMapping(raw);
        List<byte[]> all = new ArrayList<>(List.of(address));
        if (NAT64.contains(address) || COMPATIBLE.contains(address) || TRANSLATED.contains(address) || isIsatap(address)) {
            all.add(Arrays.copyOfRange(address, 12, 16));
        } else if (SIX_TO_FOUR.contains(address)) {
            all.add(Arrays.copyOfRange(address, 2, 6));
        }
        return all;
    }

    /** Whether the interface identifier is {@code ::0:5efe:a.b.c.d} or {@code ::200:5efe:a.b.c.d} (RFC 5214 section 6.1). */
    private static boolean isIsatap(byte[] address) {
        return address.length == 16 && (address[8] & 0xfd) == 0 && address[9] == 0 && address[10] == 0x5e && address[11] == (byte) 0xfe;
    }

    private static boolean within(List<Cidr> blocks, byte[] address) {
        return blocks.stream().anyMatch(b -> b.contains(address));
    }

    private static List<Cidr> blocks(String... texts) {
        return Arrays.stream(texts).map(Cidr::parse).toList();
    }
}
