package org.broadsheet.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which form of a language's plural a whole number takes. The rules are written as CLDR writes them (Unicode TR 35, part 3, section 5), so that a
 * translator copies the line of his language: {@code few: v = 0 and i % 10 = 2..4 and i % 100 != 12..14}.
 */
final class PluralRules {

    /** The form of every number that no rule claims. */
    static final String OTHER = "other";

    private static final Pattern RELATION = Pattern.compile("([nivwftce])(?:\\s*%\\s*(\\d{1,9}))?\\s*(!?=)\\s*(\\d{1,9}(?:\\.\\.\\d{1,9})?(?:\\s*,\\s*\\d{1,9}(?:\\.\\.\\d{1,9})?)*)");

    private final Map<String, List<List<Relation>>> rules = new LinkedHashMap<>();

    /**
     * @param written form and rule, in the order in which they are asked
     * @throws IllegalArgumentException if one is none
     */
    PluralRules(Map<String, String> written) {
        written.forEach((form, rule) -> rules.put(form, Arrays.stream(rule.split("\\bor\\b")).map(PluralRules::all).toList()));
    }

    /** The form that this number takes: {@code one}, {@code few}, …, {@code other}. */
    String form(long number) {
        return rules.entrySet().stream().filter(rule -> rule.getValue().stream().anyMatch(all -> all.stream().allMatch(relation -> relation.holds(number))))
                .map(Map.Entry::getKey).findFirst().orElse(OTHER);
    }

    private static List<Relation> all(String condition) {
        return Arrays.stream(condition.split("\\band\\b")).map(String::strip).map(PluralRules::relation).toList();
    }

    private static Relation relation(String text) {
        var parts = RELATION.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a plural rule: " + text);
        }
        var ranges = Arrays.stream(parts.group(4).split("\\s*,\\s*")).map(range -> range.split("\\.\\."))
                .map(ends -> new Range(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]))).toList();
        return new Relation("ni".contains(parts.group(1)), parts.group(2) == null ? 0 : Long.parseLong(parts.group(2)), parts.group(3).equals("="), ranges);
    }

    private record Range(long first, long last) {
    }

    /**
     * @param whole     whether it asks for the number itself; everything else is about decimals, of which a whole number has none
     * @param modulus   0 for none
     * @param affirming whether the ranges have to hold it
     */
    private record Relation(boolean whole, long modulus, boolean affirming, List<Range> ranges) {

        boolean holds(long number) {
            var operand = whole ? Math.abs(number) : 0;
            var value = modulus == 0 ? operand : operand % modulus;
            return affirming == ranges.stream().anyMatch(range -> range.first() <= value && value <= range.last());
        }
    }
}
