package org.broadsheet.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.broadsheet.mail.lint.Client;
import org.broadsheet.mail.lint.Finding;
import org.broadsheet.mail.lint.LintReport;
import org.broadsheet.mail.lint.Verdict;

/**
 * What the linter says of an edition, as the desk shows it.
 *
 * @param words  how many of each, in a sentence; why it could not look if it could not
 * @param groups by verdict, the worst first; no empty ones
 */
public record Linting(String words, List<Group> groups) {

    private static final int CLIENTS_NAMED = 5;

    /** @param name such as "2 errors" */
    public record Group(String name, List<Row> rows) {
    }

    /**
     * @param where   part, line and column; "" if it is about something that is not there
     * @param snippet what stands there; "" if nothing does
     * @param clients whom it hurts
     */
    public record Row(String message, String where, String snippet, String clients, String remedy) {

        static Row of(Finding finding) {
            var place = finding.place();
            var where = place.line() == 0 ? "" : part(place.part().name()) + ", line " + place.line() + (finding.times() > 1 ? ", and " + (finding.times() - 1) + " more" : "");
            return new Row(finding.message(), where, place.snippet(), clients(finding.clients()), finding.remedy());
        }

        private static String part(String part) {
            return part.equals("HTML") ? "HTML" : part.substring(0, 1) + part.substring(1).toLowerCase(Locale.ROOT);
        }

        private static String clients(List<Client> clients) {
            if (clients.isEmpty()) {
                return "everybody";
            }
            var named = clients.stream().map(client -> client.name() + (client.platform().isEmpty() ? "" : " " + client.platform())).distinct().toList();
            return named.stream().limit(CLIENTS_NAMED).collect(Collectors.joining(", ")) + (named.size() > CLIENTS_NAMED ? " and " + (named.size() - CLIENTS_NAMED) + " more" : "");
        }
    }

    static Linting of(LintReport report) {
        var groups = new ArrayList<Group>();
        for (var verdict : Verdict.values()) {
            var rows = report.findings().stream().filter(finding -> finding.verdict() == verdict).map(Row::of).toList();
            if (!rows.isEmpty()) {
                groups.add(new Group(counted(rows.size(), verdict.name().toLowerCase(Locale.ROOT)), rows));
            }
        }
        var kilobytes = Math.max(1, Math.round(report.bytes() / 1000.0));
        return new Linting((groups.isEmpty() ? "Nothing to complain of. " : "") + "The HTML part has " + kilobytes + " kB of the 100 that Gmail shows.", groups);
    }

    static Linting unknown(String why) {
        return new Linting(why, List.of());
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
