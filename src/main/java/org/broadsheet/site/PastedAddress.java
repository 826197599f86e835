package org.broadsheet.site;

import java.util.regex.Pattern;

import org.broadsheet.article.CanonicalAddress;
import org.broadsheet.source.FeedScheme;

/** An address as people copy it: from a text, from another reader, from a mail that counts its readers, or typed from memory without a scheme. */
final class PastedAddress {

    private static final Pattern INVISIBLE = Pattern.compile("[\\u200b-\\u200f\\u2060\\ufeff]");
    private static final Pattern WRAPPED = Pattern.compile("<(?:URL:)?(.*)>|\"(.*)\"|“(.*)”|„(.*)[“”]|«(.*)»|'(.*)'");
    private static final Pattern WITHOUT_SCHEME = Pattern.compile("(?U)(?://)?((?:[\\p{L}\\p{N}_-]+\\.)+\\p{L}[\\p{L}\\p{N}-]+\\.?(?::\\d{1,5})?(?:[/?#].*)?)");

    private PastedAddress() {
    }

    /** The address that is meant, as far as that is beyond doubt; whatever else it is, as it was pasted. */
    static String of(String pasted) {
        var text = FeedScheme.replaced(unwrapped(INVISIBLE.matcher(pasted).replaceAll("").strip()));
        var bare = WITHOUT_SCHEME.matcher(text);
        return CanonicalAddress.withoutTracking(bare.matches() ? "https://" + bare.group(1) : text);
    }

    /** Whether it is nothing that an address could be made of: plain words. */
    static boolean isNone(String pasted) {
        return !of(pasted).contains(":");
    }

    private static String unwrapped(String text) {
        var wrapped = WRAPPED.matcher(text);
        if (!wrapped.matches()) {
            return text;
        }
        for (var group = 1; group <= wrapped.groupCount(); group++) {
            if (wrapped.group(group) != null) {
                return wrapped.group(group).strip();
            }
        }
        return text;
    }
}
