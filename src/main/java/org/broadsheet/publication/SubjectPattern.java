package org.broadsheet.publication;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the subjects of a publication's mails are made: text with {@code {headline}}, {@code {name}}, {@code {number}}, {@code {date}}, {@code {kicker}} in it. */
public final class SubjectPattern {

    public static final String DEFAULT = "{headline}";
    private static final Set<String> KNOWN = Set.of("headline", "name", "number", "date", "kicker");
    private static final Pattern SLOT = Pattern.compile("\\{([^{}]*)\\}");

    private SubjectPattern() {
    }

    /** Why it cannot be used; empty if it can. */
    static Optional<String> objection(String pattern) {
        var unknown = SLOT.matcher(pattern).results().map(slot -> slot.group(1)).filter(name -> !KNOWN.contains(name)).findFirst();
        if (unknown.isPresent()) {
            return Optional.of("knows no {" + unknown.get() + "}, but {headline}, {name}, {number}, {date} and {kicker}");
        }
        return SLOT.matcher(pattern).replaceAll("").chars().noneMatch(character -> character == '{' || character == '}') ? Optional.empty() : Optional.of("has a brace without its other half");
    }

    /** The subject for these values; what is left of separators around an empty one goes, too. */
    public static String subject(String pattern, Map<String, String> values) {
        var filled = SLOT.matcher(pattern).replaceAll(slot -> Matcher.quoteReplacement(values.getOrDefault(slot.group(1), "")));
        return filled.replaceAll("\\s+", " ").replaceAll("^[\\s:|\u00b7\u2013\u2014-]+|[\\s:|\u00b7\u2013\u2014-]+$", "");
    }
}
