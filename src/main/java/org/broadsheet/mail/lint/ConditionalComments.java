package org.broadsheet.mail.lint;

import java.util.regex.Pattern;

/**
 * The mark-up as Outlook for Windows reads it, whose Word engine takes {@code <!--[if mso]>…<![endif]-->} for mark-up and
 * {@code <!--[if !mso]><!-->…<!--<![endif]-->} for a comment. What it does not read becomes spaces, so that all places stay the same.
 */
final class ConditionalComments {

    private static final Pattern OPEN = Pattern.compile("<!--\\[if ([^\\]>]{1,80})]>(<!-->|-->)?");
    private static final Pattern CLOSE = Pattern.compile("<!(--<!)?\\[endif]-->");

    private ConditionalComments() {
    }

    static String asWordSees(String html) {
        var word = new StringBuilder(html);
        var open = OPEN.matcher(html);
        var close = CLOSE.matcher(html);
        var at = 0;
        while (open.find(at)) {
            blank(word, open.start(), open.end());
            if (!close.find(open.end())) {
                blank(word, open.start(), html.length());
                return word.toString();
            }
            if (isForWord(open.group(1))) {
                blank(word, close.start(), close.end());
            } else {
                blank(word, open.start(), close.end());
            }
            at = close.end();
        }
        return word.toString();
    }

    /** Word answers to {@code mso} with its version, 9 to 16; {@code IE} is nobody any more. */
    private static boolean isForWord(String condition) {
        var words = condition.toLowerCase(java.util.Locale.ROOT).replaceAll("[()\\s]+", "");
        if (words.contains("!mso")) {
            return false;
        }
        return words.contains("mso") && !words.startsWith("lt") || words.startsWith("ltemso16");
    }

    private static void blank(StringBuilder text, int from, int to) {
        for (var i = from; i < to; i++) {
            if (text.charAt(i) != '\n') {
                text.setCharAt(i, ' ');
            }
        }
    }
}
