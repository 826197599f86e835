package org.broadsheet.delivery;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a relay offered in its reply to EHLO (RFC 5321 section 4.1.1.1). */
record SmtpCapabilities(Map<String, String> keywords) {

    static final SmtpCapabilities NONE = new SmtpCapabilities(Map.of());

    /** @param lines of the reply; the first is a greeting */
    static SmtpCapabilities of(List<String> lines) {
        Map<String, String> keywords = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.substring(Math.min(4, line.length())).toUpperCase(Locale.ROOT).replaceFirst("^AUTH=", "AUTH ").strip().split(" +", 2);
            keywords.merge(words[0], words.length > 1 ? words[1] : "", (a, b) -> a + " " + b);
        }
        return new SmtpCapabilities(Map.copyOf(keywords));
    }

    boolean pipelining() {
        return keywords.containsKey("PIPELINING");
    }

    boolean startTls() {
        return keywords.containsKey("STARTTLS");
    }

    boolean size() {
        return keywords.containsKey("SIZE");
    }

    /** The largest mail in bytes (RFC 1870), {@link Long#MAX_VALUE} if no limit was named. */
    long maxSize() {
        String size = keywords.getOrDefault("SIZE", "");
        return size.matches("0*[1-9][0-9]{0,17}") ? Long.parseLong(size) : Long.MAX_VALUE;
    }

    /** SMTPUTF8, which stands on 8BITMIME (RFC 6531 section 3.1). */
    boolean smtpUtf8() {
        return keywords.containsKey("SMTPUTF8") && keywords.containsKey("8BITMIME");
    }

    boolean auth(String mechanism) {
        return Arrays.asList(keywords.getOrDefault("AUTH", "").split(" +")).contains(mechanism);
    }
}
