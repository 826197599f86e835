package org.broadsheet.mail.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jsoup.nodes.Element;

/** What a screen reader finds its way by: tables, headings, ids (D7), and that there is anything to read at all. */
final class StructureCheck implements Check {

    private static final int LITTLE_TEXT = 200;
    private static final int DEEPEST_TABLES = 12;
    private static final int MOST_ELEMENTS = 5_000;

    @Override
    public void look(Inspection mail, Findings findings) {
        var page = mail.page();
        headings(page, findings);
        ids(page, findings);
        mail.word().named("table").forEach(table -> {
            var role = table.attr("role").toLowerCase(java.util.Locale.ROOT);
            if (!role.equals("presentation") && !role.equals("none") && !OutlookCheck.isData(table)) {
                findings.add(Rule.TABLE_ROLE, mail.word().place(table), "A layout table has no role=\"presentation\".");
            }
        });
        text(page, findings);
        depth(page, findings);
        if (page.elements().size() > MOST_ELEMENTS) {
            findings.add(Rule.MARKUP_BULK, mail.html(0), "The mail has " + page.elements().size() + " elements.");
        }
    }

    private static void headings(Markup page, Findings findings) {
        var before = 0;
        var main = 0;
        for (var heading : page.elements()) {
            if (!heading.normalName().matches("h[1-6]") || Markup.isBlank(heading.text()) && heading.select("img").isEmpty()) {
                continue;
            }
            var level = heading.normalName().charAt(1) - '0';
            main += level == 1 ? 1 : 0;
            if (level == 1 && main > 1) {
                findings.add(Rule.HEADING_MAIN, page.place(heading), "There is more than one <h1>.");
            }
            if (level > before + 1 && before > 0) {
                findings.add(Rule.HEADING_ORDER, page.place(heading), "After <h" + before + "> comes <h" + level + ">.");
            }
            before = level;
        }
        if (main == 0) {
            findings.add(Rule.HEADING_MAIN, page.place(page.document().body()), "There is no <h1>.");
        }
    }

    private static void ids(Markup page, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (var element : page.elements()) {
            if (!element.id().isEmpty() && !seen.add(element.id())) {
                findings.add(Rule.DUPLICATE_ID, page.place(element, "id"), "The id " + Place.snippet(element.id()) + " is given more than once.");
            }
        }
    }

    private static void text(Markup page, Findings findings) {
        var hidden = page.hidden(Media.Mode.LIGHT);
        var letters = 0L;
        var pictures = 0;
        for (var element : page.elements()) {
            if (!hidden.get(element)) {
                var own = Visible.ownText(element);
                letters += Markup.isBlank(own) ? 0 : own.codePoints().filter(point -> !Character.isWhitespace(point)).count();
                pictures += element.normalName().equals("img") ? 1 : 0;
            }
        }
        if (letters == 0 && pictures == 0) {
            findings.add(Rule.EMPTY_MAIL, page.place(page.document().body()), "There is nothing to read.");
        } else if (letters < LITTLE_TEXT && pictures > 0) {
            findings.add(Rule.PICTURES_ONLY, page.place(page.document().body()), "The mail has " + letters + " letters of text, and " + pictures + " pictures.");
        }
    }

    private static void depth(Markup page, Findings findings) {
        Map<Element, Integer> depths = new HashMap<>();
        for (var element : page.elements()) {
            var depth = depths.getOrDefault(element.parent(), 0) + (element.normalName().equals("table") ? 1 : 0);
            depths.put(element, depth);
            if (depth > DEEPEST_TABLES) {
                findings.add(Rule.NESTING, page.place(element), "Tables are nested more than " + DEEPEST_TABLES + " deep.");
                return;
            }
        }
    }
}
