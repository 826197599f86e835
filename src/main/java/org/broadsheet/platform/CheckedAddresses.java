package org.broadsheet.platform;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a name once and hands out its addresses only if none of them is objectionable. The HTTP client connects to what it
 * gets here and asks nobody else, so a name that changes its address between check and connection gains nothing (F1).
 */
final class CheckedAddresses implements DnsResolver {

    private static final int MOST_TRIED = 4;
    private final AddressPolicy policy;
    private final NameResolver resolver;

    CheckedAddresses(AddressPolicy policy, NameResolver resolver) {
        this.policy = policy;
        this.resolver = resolver;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        refuse(policy.objectionToName(host));
        List<InetAddress> addresses = addressesOf(host);
        for (InetAddress address : addresses) {
            refuse(policy.objectionTo(address, port));
        }
        return addresses.stream().limit(MOST_TRIED).map(a -> new InetSocketAddress(a, port)).toList();
    }

    private List<InetAddress> addressesOf(String host) throws UnknownHostException {
        // The client hands over an IPv6 host as the address has it: in brackets.
        Optional<byte[]> literal = IpLiteral.parse(host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host);
        if (literal.isPresent()) {
            return List.of(InetAddress.getByAddress(host, literal.get()));
        }
        List<InetAddress> addresses = resolver.resolve(host);
        if (addresses.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return addresses;
    }

    private static void refuse(Optional<String> objection) throws AddressBlockedException {
        if (objection.isPresent()) {
            throw new AddressBlockedException(objection.get());
        }
    }

    /** Without a port there is nothing to check against, so nothing is told. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        throw new UnknownHostException(host + " was asked for without a port");
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** The policy objects; the message says why. */
    static final class AddressBlockedException extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        AddressBlockedException(String reason) {
            super(reason);
        }
    }
}
