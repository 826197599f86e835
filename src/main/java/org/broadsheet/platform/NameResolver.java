package org.broadsheet.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Port to the domain name system. */
@FunctionalInterface
public interface NameResolver {

    /**
     * @return all addresses of the name, at least one
     * @throws UnknownHostException if there are none
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /** What the operating system knows. */
    static NameResolver system() {
        return new SystemNames();
    }
}
