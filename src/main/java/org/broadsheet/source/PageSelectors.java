package org.broadsheet.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.validation.constraints.Size;

import org.broadsheet.web.Refusal;
import org.jsoup.select.Selector;

/**
 * Where on a page its articles stand, as an operator says it by CSS selectors: an override for pages that cannot be read without. All may be null; what
 * is not given is found as on any page. All but {@code item} are looked for within an item.
 *
 * @param item     one for each article; without it there are no others
 * @param link     the link to the article; its first link if not given
 * @param date     an element with the date as text or in {@code datetime}
 * @param picture  an {@code img}, or an element around one
 */
public record PageSelectors(
        @Size(max = 300, message = "is longer than 300 characters") String item,
        @Size(max = 300, message = "is longer than 300 characters") String link,
        @Size(max = 300, message = "is longer than 300 characters") String title,
        @Size(max = 300, message = "is longer than 300 characters") String standfirst,
        @Size(max = 300, message = "is longer than 300 characters") String date,
        @Size(max = 300, message = "is longer than 300 characters") String picture) {

    /** One within another takes time that grows with the depth of a page to the power of their number; a list of sources from a stranger may hold one. */
    private static final Pattern LOOKS_INSIDE = Pattern.compile("(?i):has\\(");

    /** @throws Refusal naming the field if a selector cannot be read, takes too long to evaluate, or there is no item for it to stand in */
    void check() {
        given().forEach((field, selector) -> {
            if (LOOKS_INSIDE.matcher(selector).results().count() > 1) {
                throw Refusal.invalid("selectors." + field, "has :has() more than once, which may take for ever");
            }
            try {
                Selector.evaluatorOf(selector);
            } catch (IllegalStateException | IllegalArgumentException problem) {
                throw Refusal.invalid("selectors." + field, "is no CSS selector that can be used: " + String.valueOf(problem.getMessage()).replaceAll("\\s+", " "));
            }
        });
        if (!given().isEmpty() && !given().containsKey("item")) {
            throw Refusal.invalid("selectors.item", "is missing");
        }
    }

    /** Those that are given, by the names of their fields. */
    Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        put(given, "item", item);
        put(given, "link", link);
        put(given, "title", title);
        put(given, "standfirst", standfirst);
        put(given, "date", date);
        put(given, "picture", picture);
        return given;
    }

    private static void put(Map<String, String> given, String field, String selector) {
        if (selector != null && !selector.isBlank()) {
            given.put(field, selector.strip());
        }
    }
}
