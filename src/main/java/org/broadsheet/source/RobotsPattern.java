package org.broadsheet.source;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The path of a rule in robots.txt (RFC 9309, section 2.2.2 and 2.2.3): a beginning, with {@code *} for anything and {@code $} for the end. Both
 * sides are compared octet by octet, percent-encoded in one way.
 *
 * @param length in octets of the rule as it stands; of two that fit, the longer decides
 */
record RobotsPattern(String path, int length) {

    private static final int LONGEST = 2_000;
    private static final String UNRESERVED = "-._~";

    static RobotsPattern of(String written) {
        var path = normal(written.length() > LONGEST ? written.substring(0, LONGEST) : written);
        return new RobotsPattern(path, path.length());
    }

    /** @param wanted in normal form */
    boolean fits(String wanted) {
        var anchored = path.endsWith("$");
        var pattern = anchored ? path.substring(0, path.length() - 1) : path + "*";
        return matches(pattern, wanted);
    }

    /** Goes back to the last star alone, which is enough: an earlier one could take nothing that the last cannot. */
    private static boolean matches(String pattern, String text) {
        var at = 0;
        var inPattern = 0;
        var star = -1;
        var afterStar = 0;
        while (at < text.length()) {
            if (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
                star = inPattern++;
                afterStar = at;
                if (inPattern == pattern.length()) {
                    return true;
                }
            } else if (inPattern < pattern.length() && pattern.charAt(inPattern) == text.charAt(at)) {
                inPattern++;
                at++;
            } else if (star >= 0) {
                inPattern = star + 1;
                at = ++afterStar;
            } else {
                return false;
            }
        }
        return pattern.chars().skip(inPattern).allMatch(character -> character == '*');
    }

    /** What need not be encoded is not, what must be is, and digits of the code are capitals. */
    static String normal(String path) {
        var normal = new StringBuilder(path.length());
        var octets = path.getBytes(StandardCharsets.UTF_8);
        for (var place = 0; place < octets.length; place++) {
            var octet = octets[place] & 0xFF;
            var code = octet == '%' ? code(octets, place) : -1;
            if (code >= 0) {
                append(normal, code, isUnreserved(code));
                place += 2;
            } else {
                append(normal, octet, octet > ' ' && octet < 127);
            }
        }
        return normal.toString();
    }

    private static void append(StringBuilder normal, int octet, boolean plain) {
        normal.append(plain ? String.valueOf((char) octet) : String.format(Locale.ROOT, "%%%02X", octet));
    }

    private static int code(byte[] octets, int place) {
        if (place + 2 >= octets.length) {
            return -1;
        }
        var high = Character.digit(octets[place + 1], 16);
        var low = Character.digit(octets[place + 2], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static boolean isUnreserved(int octet) {
        return octet >= 'a' && octet <= 'z' || octet >= 'A' && octet <= 'Z' || octet >= '0' && octet <= '9' || UNRESERVED.indexOf(octet) >= 0;
    }
}
