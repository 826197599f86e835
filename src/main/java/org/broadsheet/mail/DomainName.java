package org.broadsheet.mail;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Internationalised domain names as A-labels (RFC 5891). */
final class DomainName {

    private static final int MAX_NAME = 253;
    private static final int MAX_LABEL = 63;
    /** IDNA 2003, which is all the JDK knows, writes these otherwise: mail for straße.example would go to strasse.example. */
    private static final String DEVIATIONS = "ßς\u200C\u200D";

    private DomainName() {
    }

    /** The name in lower-case A-labels, or nothing if it is no host name. */
    static Optional<String> toAscii(String name) {
        if (HeaderText.isAscii(name)) {
            return joined(name.toLowerCase(Locale.ROOT).split("\\.", -1));
        }
        return joined(Normalizer.normalize(lowerCase(name), Normalizer.Form.NFKC).split("[.\u3002]", -1));
    }

    private static Optional<String> joined(String[] labels) {
        StringBuilder out = new StringBuilder();
        for (String label : labels) {
            Optional<String> ascii = label(label);
            if (ascii.isEmpty()) {
                return Optional.empty();
            }
            out.append(out.isEmpty() ? "" : ".").append(ascii.get());
        }
        return out.length() > MAX_NAME ? Optional.empty() : Optional.of(out.toString());
    }

    private static Optional<String> label(String label) {
        if (HeaderText.isAscii(label)) {
            return isHostLabel(label) ? Optional.of(label) : Optional.empty();
        }
        try {
            String ascii = label.codePoints().anyMatch(c -> DEVIATIONS.indexOf(c) >= 0)
                    ? "xn--" + Punycode.encode(label)
                    : IDN.toASCII(label, IDN.ALLOW_UNASSIGNED);
            return isHostLabel(ascii) ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }

    /** One by one: String.toLowerCase would write a sigma at the end of a word as a deviation. */
    private static String lowerCase(String name) {
        return name.codePoints().map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static boolean isHostLabel(String label) {
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
                return false;
            }
        }
        return !label.isEmpty() && label.length() <= MAX_LABEL && !label.startsWith("-") && !label.endsWith("-");
    }
}
