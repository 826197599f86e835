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

    Agreement(String corpus) {
        this.corpus = corpus;
    }

    void count(String field, boolean agrees, String otherwise) {
        var counts = fields.computeIfAbsent(field, name -> new int[2]);
        counts[1]++;
        if (agrees) {
            counts[0]++;
        } else {
            others.add(field + ": " + otherwise);
        }
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
    }
}
