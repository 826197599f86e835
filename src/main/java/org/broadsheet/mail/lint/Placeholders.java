package org.broadsheet.mail.lint;

import java.util.regex.Pattern;

/** What stands in a template until somebody writes something better. */
final class Placeholders {

    /** Names that lead nowhere by decree (RFC 2606, RFC 6761), and those that templates are sold with. */
    private static final Pattern HOST = Pattern.compile("(.*\\.)?(example\\.(com|org|net|edu)|test|invalid|localhost|(your-?(domain|site|website|company|link|url)|my-?domain|domain|website)\\.(com|org|net)"
            + "|placeholder\\.com|via\\.placeholder\\.com|placehold\\.(it|co)|lorempixel\\.com)|127\\.0\\.0\\.1|0\\.0\\.0\\.0");
    private static final Pattern TEXT = Pattern.compile("(?i)\\blorem ipsum\\b|\\b(?:your (?:company|name|headline|text|logo) here|insert (?:text|headline|name|link) here)\\b|\\[(?:name|first name|company|your name)]");

    private Placeholders() {
    }

    static boolean isHost(String host) {
        return HOST.matcher(host).matches();
    }

    static java.util.Optional<String> inText(String text) {
        return TEXT.matcher(text).results().findFirst().map(java.util.regex.MatchResult::group);
    }
}
