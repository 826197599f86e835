package org.broadsheet.platform;

import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The strict reading of {@link WebAddress}. Everything that two parsers might read differently is refused. */
final class WebAddressParser {

    private static final int LONGEST = 4096;
    private static final Pattern SHAPE = Pattern.compile("(?i)(https?)://([^/?#]*)([^#]*)(?:#.*)?", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^\\]]*\\]|[^:\\[\\]]*)(?::(\\d{0,5}))?");
    private static final Pattern NAME = Pattern.compile("(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*");
    private static final Pattern NUMBER_LIKE = Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9a-fA-F]*)");
    private static final String LEGAL = "-._~:/?[]@!$&'()*+,;=%#";

    private WebAddressParser() {
    }

    static WebAddress parse(String text) {
        refuseOddities(text);
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw refused("it does not start with http:// or https://", text);
        }
        String scheme = shape.group(1).toLowerCase(Locale.ROOT);
        String authority = shape.group(2);
        if (authority.indexOf('@') >= 0) {
            throw new InvalidWebAddressException("it carries a user name or password");
        }
        Matcher parts = AUTHORITY.matcher(authority);
        if (!parts.matches()) {
            throw refused("its host or port cannot be read", text);
        }
        return new WebAddress(scheme, host(parts.group(1)), port(parts.group(2), scheme), path(shape.group(3)));
    }

    private static void refuseOddities(String text) {
        if (text.length() > LONGEST) {
            throw new InvalidWebAddressException("it is longer than " + LONGEST + " characters");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                throw refused("it contains a backslash, white space or a control character", text);
            }
        }
    }

    private static String host(String given) {
        if (given.startsWith("[")) {
            return ipv6(given.substring(1, given.length() - 1));
        }
        String ascii = toAscii(given);
        if (IpLiteral.parse(ascii).isPresent()) {
            return ascii;
        }
        if (NUMBER_LIKE.matcher(ascii).matches()) {
            throw refused("its host is a number in an unusual notation", given);
        }
        if (!NAME.matcher(ascii).matches()) {
            throw refused(ascii.isEmpty() ? "it has no host" : "its host is not a name", given);
        }
        return ascii;
    }

    /** Without brackets, canonical; a zone id such as {@code %eth0} is no part of it. */
    private static String ipv6(String given) {
        byte[] address = given.indexOf(':') < 0 ? new byte[0] : IpLiteral.parse(given).orElse(new byte[0]);
        if (address.length == 0) {
            throw refused("its host is not an IPv6 address", given);
        }
        try {
            InetAddress parsed = InetAddress.getByAddress(address);
            return parsed instanceof Inet6Address ? parsed.getHostAddress().toLowerCase(Locale.ROOT) : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            throw new InvalidWebAddressException("its host is not an IPv6 address: " + e.getMessage());
        }
    }

    private static String toAscii(String host) {
        if (host.indexOf('%') >= 0) {
            throw refused("its host is percent-encoded", host);
        }
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw refused("its host is not a name", host);
        }
    }

    private static int port(String given, String scheme) {
        if (given == null || given.isEmpty()) {
            return WebAddress.defaultPort(scheme);
        }
        int port = Integer.parseInt(given);
        if (port < 1 || port > 65535) {
            throw new InvalidWebAddressException("its port is not between 1 and 65535");
        }
        return port;
    }

    private static String path(String given) {
        String escaped = escaped(given).replace("[", "%5B").replace("]", "%5D");
        return escaped.startsWith("/") ? escaped : "/" + escaped;
    }

    /** Percent-encodes what may not stand in an address (RFC 3986 section 2), a lone percent sign too. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (c < 128 && (Character.isLetterOrDigit(c) || LEGAL.indexOf(c) >= 0)) {
                out.append((char) c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(String.format("%02X", b & 0xff));
                }
            }
        });
        return LONE_PERCENT.matcher(out).replaceAll("%25");
    }

    private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9a-fA-F]{2})");

    static String shown(String text) {
        String safe = text.replaceAll("\\p{Cntrl}|[\\u202a-\\u202e\\u2066-\\u2069]", "?");
        return safe.length() > 200 ? safe.substring(0, 200) + "…" : safe;
    }

    private static InvalidWebAddressException refused(String reason, String text) {
        return new InvalidWebAddressException(reason + ": " + shown(text));
    }
}
