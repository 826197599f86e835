package org.broadsheet.mail.lint;

import java.util.Optional;
import java.util.regex.Pattern;

/** Expressions of templates that were not filled: Qute, Mustache, Jinja, Mailchimp, ERB and others. */
final class Unresolved {

    private static final Pattern IN_TEXT = Pattern.compile(
            "\\{\\{[^{}\\n]{1,80}}}|\\$\\{[\\w.]{1,80}}|\\*\\|[\\w:.]{1,60}\\|\\*|\\{%[^%\\n]{1,80}%}|<%[^%\\n]{1,80}%>|%%[\\w.]{2,60}%%|\\{[#/](?:if|for|each|let|else|include|insert|with|when)\\b[^}\\n]{0,80}}"
                    + "|\\[\\[[A-Za-z_][\\w.]{1,60}]]|\\[%[\\w.|: ]{1,60}%]");
    private static final Pattern IN_ADDRESS = Pattern.compile("[{}\\uE000\\uE001]|%7B|%7D|\\*\\||%%\\w|<%|\\[\\[|\\[%", Pattern.CASE_INSENSITIVE);
    /** One pair of braces is also how people write about programs. */
    private static final Pattern MAYBE = Pattern.compile("\\{[a-z][A-Za-z0-9_]*(\\.[a-z][A-Za-z0-9_]*)+}|\\uE000\\w*\\uE001");

    private Unresolved() {
    }

    static boolean inAddress(String address) {
        return IN_ADDRESS.matcher(address).find();
    }

    static Optional<String> inText(String text) {
        return IN_TEXT.matcher(text).results().findFirst().map(java.util.regex.MatchResult::group);
    }

    static Optional<String> perhapsInText(String text) {
        return MAYBE.matcher(text).results().findFirst().map(java.util.regex.MatchResult::group);
    }
}
