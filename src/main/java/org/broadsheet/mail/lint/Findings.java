package org.broadsheet.mail.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers findings: what is the same is one finding with its number of places, and of one check no more than {@value #MOST_OF_ONE} are kept. */
final class Findings {

    private static final int MOST_OF_ONE = 25;

    private final Map<String, Finding> found = new LinkedHashMap<>();
    private final Map<String, Integer> ofCheck = new HashMap<>();
    private int unlisted;

    void add(Rule rule, Place place, String message) {
        add(rule, rule.verdict(), place, message);
    }

    void add(Rule rule, Verdict verdict, Place place, String message) {
        add(new Finding(rule.id(), verdict, message, rule.clients(), place, 1, rule.remedy()));
    }

    void add(Finding finding) {
        var key = finding.check() + '\n' + finding.message();
        var same = found.get(key);
        if (same != null) {
            found.put(key, new Finding(same.check(), same.verdict().compareTo(finding.verdict()) <= 0 ? same.verdict() : finding.verdict(), same.message(), same.clients(),
                    same.place(), same.times() + finding.times(), same.remedy()));
        } else if (ofCheck.merge(finding.check(), 1, Integer::sum) > MOST_OF_ONE) {
            unlisted++;
        } else {
            found.put(key, finding);
        }
    }

    LintReport report(long bytes) {
        List<Finding> sorted = new ArrayList<>(found.values());
        sorted.sort(Comparator.comparing(Finding::verdict).thenComparing(finding -> finding.place().part()).thenComparing(finding -> finding.place().line())
                .thenComparing(finding -> finding.place().column()).thenComparing(Finding::check));
        return LintReport.of(sorted, unlisted, bytes);
    }
}
