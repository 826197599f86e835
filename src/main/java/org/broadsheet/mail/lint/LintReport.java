package org.broadsheet.mail.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was found in one mail: errors first, then warnings, then notes, each in the order of their places. The same mail gives the same report.
 *
 * @param unlisted how many findings are left out since there were too many of their kind
 * @param bytes    size of the HTML part in UTF-8
 */
public record LintReport(List<Finding> findings, int errors, int warnings, int notes, int unlisted, long bytes) {

    public LintReport {
        findings = List.copyOf(findings);
    }

    static LintReport of(List<Finding> findings, int unlisted, long bytes) {
        return new LintReport(findings, count(findings, Verdict.ERROR), count(findings, Verdict.WARNING), count(findings, Verdict.NOTE), unlisted, bytes);
    }

    /** Without what these rules found, for instance placeholders where a sample is looked over. */
    public LintReport without(Rule... rules) {
        Set<String> ids = Arrays.stream(rules).map(Rule::id).collect(Collectors.toSet());
        return of(findings.stream().filter(finding -> !ids.contains(finding.check())).toList(), unlisted, bytes);
    }

    private static int count(List<Finding> findings, Verdict verdict) {
        return (int) findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }
}
