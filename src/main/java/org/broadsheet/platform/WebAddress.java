package org.broadsheet.platform;

import java.net.URI;
import java.util.Optional;

/**
 * An http or https address in one unambiguous reading: what is checked here is, part by part, what is connected to (F3).
 * There are no credentials, no fragment and no number in disguise; the host is lower case and in ASCII (RFC 5891).
 *
 * @param scheme {@code http} or {@code https}
 * @param host   a name in ASCII, an IPv4 address in its canonical notation, or an IPv6 address without brackets
 * @param port   the given one, or the scheme's own
 * @param path   path and query, starts with a slash, ASCII only
 */
public record WebAddress(String scheme, String host, int port, String path) {

    /** @throws InvalidWebAddressException with the reason, if the text is not such an address */
    public static WebAddress parse(String text) {
        return WebAddressParser.parse(text);
    }

    /** @return empty if the text is not such an address */
    public static Optional<WebAddress> of(String text) {
        try {
            return Optional.of(parse(text));
        } catch (InvalidWebAddressException e) {
            return Optional.empty();
        }
    }

    /**
     * Follows a reference found at this address (RFC 3986 section 5), such as a Location header.
     *
     * @throws InvalidWebAddressException with the reason, if it leads nowhere on the web
     */
    public WebAddress resolve(String reference) {
        try {
            return parse(toUri().resolve(URI.create(WebAddressParser.escaped(reference.strip()))).toString());
        } catch (InvalidWebAddressException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InvalidWebAddressException("it is no address: " + WebAddressParser.shown(reference));
        }
    }

    /** Whether both have scheme, host and port in common (RFC 6454 section 4). */
    public boolean sameOrigin(WebAddress other) {
        return scheme.equals(other.scheme) && host.equals(other.host) && port == other.port;
    }

    /** Whether its scheme is https. */
    public boolean isSecure() {
        return "https".equals(scheme);
    }

    public URI toUri() {
        return URI.create(toString());
    }

    @Override
    public String toString() {
        String shownHost = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        String shownPort = port == defaultPort(scheme) ? "" : ":" + port;
        return scheme + "://" + shownHost + shownPort + path;
    }

    static int defaultPort(String scheme) {
        return "https".equals(scheme) ? 443 : 80;
    }
}
