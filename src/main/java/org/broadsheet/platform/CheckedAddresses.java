package org.broadsheet.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * Resolves a name once and hands out its addresses only if none of them is objectionable. The HTTP client connects to what it
 * is given of these and asks nobody else, so a name that changes its address between check and connection gains nothing (F1).
 */
final class CheckedAddresses {

    private static final int MOST_TRIED = 4;
    private final AddressPolicy policy;
    private final NameResolver resolver;

    CheckedAddresses(AddressPolicy policy, NameResolver resolver) {
        this.policy = policy;
        this.resolver = resolver;
    }

    /**
     * @param host as in {@link WebAddress#host()}
     * @return addresses to be tried one after the other, at least one; each knows the host's name
     * @throws AddressBlockedException if the policy objects to the name or any of its addresses
     */
    List<InetAddress> resolve(String host, int port) throws UnknownHostException {
        refuse(policy.objectionToName(host));
        List<InetAddress> addresses = addressesOf(host);
        for (InetAddress address : addresses) {
            refuse(policy.objectionToOurselves(host, address));
            refuse(policy.objectionTo(address, port));
        }
        return addresses.stream().limit(MOST_TRIED).toList();
    }

    private List<InetAddress> addressesOf(String host) throws UnknownHostException {
        Optional<byte[]> literal = IpLiteral.parse(host);
        if (literal.isPresent()) {
            return List.of(InetAddress.getByAddress(literal.get()));
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

    /** The policy objects; the message says why. */
    static final class AddressBlockedException extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        AddressBlockedException(String reason) {
            super(reason);
        }
    }
}
