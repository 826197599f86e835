package org.broadsheet.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts how far our reading of a corpus agrees with what it expects, field by field, and prints what does not. */
final class Agreement {

    private static final int SHOWN = 60;

    private final String corpus;
    private final Map<String, int[]> fields = new TreeMap<>();
    private final List<String> others = new ArrayList<>();
    private final List<String> decided = new ArrayList<>();

    Agreement(String corpus) {
        this.corpus = corpus;
    }

    void count(String field, boolean agrees, String otherwise) {
        count(field, agrees, otherwise, "");
    }

    /** @param reason why we decide otherwise where it does not agree, "" if we don't */
    void count(String field, boolean agrees, String otherwise, String reason) {
        var counts = fields.computeIfAbsent(field, name -> new int[2]);
        counts[1]++;
        if (agrees) {
            counts[0]++;
        } else if (reason.isEmpty()) {
            others.add(field + ": " + otherwise);
        } else {
            decided.add(field + ": " + otherwise + "; " + reason);
        }
    }

    /** Disagreements without a reason. */
    List<String> undecided() {
        return others;
    }

    double share() {
        return (double) right() / all();
    }

    int right() {
        return fields.values().stream().mapToInt(counts -> counts[0]).sum();
    }

    int all() {
        return fields.values().stream().mapToInt(counts -> counts[1]).sum();
    }

    /** What still disagrees is listed, so that it can be judged. */
    void print() {
        System.out.printf("%s: %d of %d agree%n", corpus, right(), all());
        fields.forEach((field, counts) -> System.out.printf("  %-28s %d of %d%n", field, counts[0], counts[1]));
        others.stream().limit(SHOWN).forEach(other -> System.out.println("  not: " + other));
        decided.forEach(other -> System.out.println("  decided otherwise: " + other));
    }
}
