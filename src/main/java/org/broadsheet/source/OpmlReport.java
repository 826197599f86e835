package org.broadsheet.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a list of sources: each outline that stands for one is in one of the counts, and each refused one has its reason.
 *
 * @param unchanged known before, or named twice
 * @param categories that the publication has no section for, and how many sources each would hold
 */
public record OpmlReport(int added, int updated, int unchanged, int refused, List<LineProblem> problems, List<Category> categories) {

    /** @param line of the list from 1 */
    public record LineProblem(int line, String reason) {
    }

    /** A category of the list, as it was written. */
    public record Category(String name, int sources) {
    }

    /** Counts outlines; keeps the first thousand reasons. */
    static final class Tally {

        private static final int MOST_PROBLEMS = 1000;

        private int added;
        private int updated;
        private int unchanged;
        private int refused;
        private final List<LineProblem> problems = new ArrayList<>();
        private final Map<String, Integer> categories = new LinkedHashMap<>();

        void added() {
            added++;
        }

        void updated() {
            updated++;
        }

        void unchanged() {
            unchanged++;
        }

        void refuse(Outline outline, String reason) {
            refused++;
            note(outline, reason);
        }

        /** All that is left of a list that is too long. */
        void leaveOut(int number, int line, int most) {
            refused += number;
            problems.add(new LineProblem(line, "The list has more than " + most + " outlines; the " + number + " from here on are left out"));
        }

        void note(Outline outline, String reason) {
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(new LineProblem(outline.line(), outline.name() + " " + reason));
            }
        }

        void unmatched(String category) {
            categories.merge(category, 1, Integer::sum);
        }

        OpmlReport report() {
            return new OpmlReport(added, updated, unchanged, refused, List.copyOf(problems),
                    categories.entrySet().stream().map(category -> new Category(category.getKey(), category.getValue())).toList());
        }
    }
}
