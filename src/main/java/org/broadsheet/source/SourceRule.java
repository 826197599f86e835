package org.broadsheet.source;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.broadsheet.web.Refusal;
import org.jsoup.Jsoup;

/**
 * A rule by which entries of a source are kept or dropped. An entry that any DROP rule fits is dropped; if there are KEEP rules, only what fits
 * one of them is kept.
 *
 * @param matches a regular expression (RE2, so that it takes linear time) to be found in the field; letter case doesn't count
 */
public record SourceRule(
        @NotNull(message = "is missing") Action action,
        @NotNull(message = "is missing") Field field,
        @NotNull(message = "is missing") @Size(min = 1, max = 500, message = "must have 1 to 500 characters") String matches) {

    /** What happens to what fits. */
    public enum Action {
        KEEP, DROP
    }

    /** Where to look. */
    public enum Field {
        TITLE, CATEGORY, AUTHOR, ADDRESS, LANGUAGE,
        /** The words of the source's summary and text, without mark-up. */
        TEXT
    }

    /** Which entries these rules let through. The expressions are read once, so keep it for all entries of a reading. */
    public static Predicate<FeedEntry> keeping(List<SourceRule> rules) {
        var dropping = fitting(rules, Action.DROP);
        var keeping = fitting(rules, Action.KEEP);
        return entry -> dropping.stream().noneMatch(rule -> rule.test(entry)) && (keeping.isEmpty() || keeping.stream().anyMatch(rule -> rule.test(entry)));
    }

    private static List<Predicate<FeedEntry>> fitting(List<SourceRule> rules, Action action) {
        return rules.stream().filter(rule -> rule.action == action).map(SourceRule::fitting).toList();
    }

    /** @throws Refusal naming the field if the expression cannot be read */
    void check(int place) {
        try {
            compiled();
        } catch (PatternSyntaxException problem) {
            throw Refusal.invalid("rules[" + place + "].matches", "is no regular expression that can be used: " + problem.getDescription());
        }
    }

    private Predicate<FeedEntry> fitting() {
        var pattern = compiled();
        return entry -> texts(entry).anyMatch(text -> pattern.matcher(text).find());
    }

    private Stream<String> texts(FeedEntry entry) {
        return switch (field) {
            case TITLE -> Stream.of(entry.title());
            case CATEGORY -> entry.categories().stream();
            case AUTHOR -> Stream.of(entry.author());
            case ADDRESS -> Stream.of(entry.url());
            case LANGUAGE -> Stream.of(entry.language());
            case TEXT -> Stream.of(entry.summaryHtml(), entry.contentHtml()).map(html -> Jsoup.parseBodyFragment(html).text());
        };
    }

    private Pattern compiled() {
        return Pattern.compile(matches, Pattern.CASE_INSENSITIVE);
    }
}
