package org.broadsheet.delivery;

import java.util.Optional;

/**
 * How to reach the relay.
 *
 * @param port     1 to 65535
 * @param login    none to send without AUTH
 * @param ehloName a host name with an address, never localhost outside tests (G17)
 */
public record RelaySettings(String host, int port, Optional<Login> login, Tls tls, Trust trust, String ehloName) {

    /** Credentials for AUTH. */
    public record Login(String username, String password) {
        @Override
        public String toString() {
            return "Login";
        }
    }

    /** When the connection is encrypted. */
    public enum Tls {
        /** Never; the password, too, goes in clear. */
        NONE,
        /** By STARTTLS where it is offered; else in clear, but never a password. */
        STARTTLS_OPTIONAL,
        /** By STARTTLS, or not at all. */
        STARTTLS_REQUIRED,
        /** From the first byte, usually on port 465 (RFC 8314). */
        IMPLICIT
    }

    /** Whether the relay's certificate and host name are verified. */
    public enum Trust {
        VERIFY,
        /** Any certificate will do; for relays on the same host. */
        ALL
    }
}
