package org.broadsheet.source;

import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.jsoup.internal.StringUtil;

/** Values as feeds write them: languages, references, people. */
final class FeedValues {

    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(mailto:)?[^\\s()<>\"@]{1,64}@[a-z0-9.-]{1,190}");
    private static final Pattern IN_BRACKETS = Pattern.compile("^([^()]*)\\((.*)\\)$");
    private static final Pattern IN_ANGLES = Pattern.compile("^(.*?)<([^<>]*)>$");

    /** An ampersand that was escaped once too often. */
    private static final Pattern AMPERSAND = Pattern.compile("&(?:amp|#0*38|#x0*26);");
    /** An address that was broken over lines. */
    private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]+ *");
    private static final Pattern BARE_HOST = Pattern.compile("^www\\.[A-Za-z0-9-]+\\.[A-Za-z]{2,}");
    /** As addresses are kept: the scheme in small letters (RFC 3986 section 3.1), and a host. */
    private static final Pattern HOSTED = Pattern.compile("https?://[^/?#]");
    private static final int LONGEST_ADDRESS = 2000;

    private FeedValues() {
    }

    /** A language as a tag of BCP 47, "" if it is none. */
    static String language(String written) {
        var text = written.strip().replace('_', '-');
        return TAG.matcher(text).matches() ? Locale.forLanguageTag(text).toLanguageTag().replace("und", "") : "";
    }

    /** @return the reference resolved, "" if it leads to nothing on the web */
    static String absolute(String base, String reference) {
        var text = reference.strip();
        if (text.isEmpty() || isPlainAddress(text)) {
            return text;
        }
        var written = AMPERSAND.matcher(BREAKS.matcher(text).replaceAll("")).replaceAll("&");
        var resolved = StringUtil.resolve(base, BARE_HOST.matcher(written).find() ? "http://" + written : written);
        return HOSTED.matcher(resolved).lookingAt() && resolved.length() <= LONGEST_ADDRESS ? resolved : "";
    }

    /** Whether there is nothing in it to resolve or to mend. */
    private static boolean isPlainAddress(String text) {
        if (!HOSTED.matcher(text).lookingAt() || text.length() > LONGEST_ADDRESS || text.contains("/.") || text.contains("&amp;") || text.contains("&#")) {
            return false;
        }
        for (var place = 0; place < text.length(); place++) {
            var c = text.charAt(place);
            if (c <= ' ' || c >= 127 || c == '\\') {
                return false;
            }
        }
        return text.length() > 10;
    }

    /** The first of these texts that says something, "" if none does. */
    @SafeVarargs
    static String first(Supplier<String>... texts) {
        for (var text : texts) {
            var found = text.get();
            if (!found.isBlank()) {
                return found;
            }
        }
        return "";
    }

    static boolean isWebAddress(String text) {
        return text.regionMatches(true, 0, "http://", 0, 7) || text.regionMatches(true, 0, "https://", 0, 8);
    }

    /** The name of {@code jo@example.org (Jo Doe)}, {@code Jo Doe <jo@example.org>} and the like; of an address alone, "": readers need not have it. */
    static String person(String written) {
        var text = written.strip();
        if (text.indexOf('@') < 0 && text.indexOf('(') < 0 && text.indexOf('<') < 0) {
            return text;
        }
        var brackets = IN_BRACKETS.matcher(text);
        if (brackets.matches()) {
            return name(brackets.group(1), brackets.group(2));
        }
        var angles = IN_ANGLES.matcher(text);
        if (angles.matches() && (isAddress(angles.group(2)) || angles.group(2).isBlank())) {
            return name(angles.group(2), angles.group(1));
        }
        return isAddress(text) ? "" : text.replaceFirst(" *" + ADDRESS.pattern() + "$", "");
    }

    private static String name(String one, String other) {
        if (isAddress(one)) {
            return isAddress(other) ? "" : unquoted(other);
        }
        return isAddress(other) ? unquoted(one) : one.isBlank() ? unquoted(other) : one.strip() + " (" + other.strip() + ")";
    }

    private static String unquoted(String text) {
        return text.strip().replaceAll("^\"(.*)\"$", "$1");
    }

    private static boolean isAddress(String text) {
        return ADDRESS.matcher(text.strip()).matches();
    }
}
