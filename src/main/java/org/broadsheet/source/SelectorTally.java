package org.broadsheet.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which of an operator's selectors fitted, and what is to be said of those that did not. */
final class SelectorTally {

    private final Map<String, String> written;
    private final String noun;
    private final Map<String, Integer> fitted = new HashMap<>();
    private final List<FeedProblem> problems = new ArrayList<>();

    SelectorTally(PageSelectors selectors) {
        this.written = selectors.given();
        this.noun = switch (selectors.dialect()) {
            case CSS -> "selector";
            case XPATH -> "expression";
            case JSONPATH -> "path";
        };
    }

    /** Whether the operator says where this field stands. */
    boolean isGiven(String field) {
        return written.containsKey(field);
    }

    /** The fields that have one, but for the item itself. */
    List<String> fields() {
        return written.keySet().stream().filter(field -> !field.equals("item")).toList();
    }

    void fits(String field) {
        fitted.merge(field, 1, Integer::sum);
    }

    void problem(String code, String words) {
        problems.add(new FeedProblem(code, words, 0));
    }

    /** @param where it fits nothing, with more on it */
    void noItems(String where) {
        problem("selector", "The " + noun + " for items, " + written.get("item") + ", fits nothing " + where);
    }

    void unusable(String field, String why) {
        problem("selector", "The " + noun + " for " + (field.equals("item") ? "items" : field) + ", " + written.get(field) + ", " + why);
    }

    /**
     * What did not fit.
     *
     * @param items   how many there are
     * @param without how many of them have no address
     * @param left    how many there are beyond what is read
     */
    void report(int items, int without, int left) {
        fields().forEach(field -> {
            if (fitted.getOrDefault(field, 0) == 0) {
                unusable(field, "fits nothing within any of the " + items + " items");
            }
        });
        if (without > 0) {
            problem("no-address", without + (without == 1 ? " item has" : " items have") + " no link to an article");
        }
        if (left > 0) {
            problem("too-many-entries", "There are more than " + (items - left) + " items; the " + left + " behind them are left out");
        }
    }

    List<FeedProblem> problems() {
        return List.copyOf(problems);
    }
}
