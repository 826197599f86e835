package org.broadsheet.subscriber;

import java.util.ArrayList;
import java.util.List;

/** What became of an import: each row is in one of the counts, and each refused one has its reason. */
public record ImportReport(long added, long updated, long refused, List<LineProblem> problems) {

    /** @param line from 1; in a CSV the header is line 1 */
    public record LineProblem(long line, String reason) {
    }

    /** What became of one row. */
    sealed interface RowOutcome {
        record Added() implements RowOutcome {
        }

        record Updated() implements RowOutcome {
        }

        record Refused(String reason) implements RowOutcome {
        }
    }

    /** Counts rows; keeps the reasons of the first thousand refused. */
    static final class Tally {

        private static final int MOST_PROBLEMS = 1000;

        private long added;
        private long updated;
        private long refused;
        private final List<LineProblem> problems = new ArrayList<>();

        void count(long line, RowOutcome outcome) {
            switch (outcome) {
                case RowOutcome.Added row -> added++;
                case RowOutcome.Updated row -> updated++;
                case RowOutcome.Refused row -> refuse(line, row.reason());
            }
        }

        private void refuse(long line, String reason) {
            refused++;
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(new LineProblem(line, reason));
            }
        }

        ImportReport report() {
            return new ImportReport(added, updated, refused, List.copyOf(problems));
        }
    }
}
