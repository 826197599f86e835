package org.broadsheet.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.broadsheet.mail.css.CssInliner;
import org.broadsheet.mail.css.CssProblem;
import org.broadsheet.mail.css.CssProblem.Kind;
import org.broadsheet.mail.css.Inlined;
import org.broadsheet.mail.css.InlinerOption;
import org.broadsheet.mail.css.RefusedCssException;

/**
 * The style sheets of one set of mail templates. A template names those it wants, {@code <style data-sheets="base broadsheet">}; what it says in that
 * element comes before them, so that sheets may overrule it, and each sheet stays in an element of its own.
 */
final class MailSheets {

    static final String CSS = ".css";
    static final String FOLDER = "themes/";
    private static final Pattern WANTED = Pattern.compile("<style data-sheets=\"([a-z0-9 -]*)\">(.*?)</style>", Pattern.DOTALL);
    private static final Pattern FORBIDDEN = Pattern.compile("</|url\\(|expression\\(", Pattern.CASE_INSENSITIVE);
    private static final Set<Kind> OF_ONE_SHEET = Set.of(Kind.INVALID, Kind.NOT_LOADED);
    private static final String OPEN = "<style>";

    private final CssInliner inliner = new CssInliner(InlinerOption.KEPT_RULES_WIN, InlinerOption.OUTLOOK_ATTRIBUTES, InlinerOption.NO_SPARE_CLASSES);
    private final Map<String, String> sources;

    /** A sheet in a page, from one line to before another. */
    private record Place(String file, int from, int to) {
    }

    /** @param sources all files by name, of which sheets are those in {@code themes/} */
    MailSheets(Map<String, String> sources) {
        this.sources = sources;
    }

    /**
     * Looks at a sheet by itself.
     *
     * @throws MailTemplateException with line and column of what browsers would leave out, and of addresses, for which Gmail drops a whole style
     */
    void check(String name, String css) {
        var forbidden = FORBIDDEN.matcher(css);
        if (forbidden.find()) {
            throw refusal(name, css.substring(0, forbidden.start()).split("\n", -1).length,
                    forbidden.start() - css.lastIndexOf('\n', forbidden.start()), "a sheet may not hold " + forbidden.group());
        }
        inlined(name, OPEN + css + "</style>").problems().stream().filter(problem -> OF_ONE_SHEET.contains(problem.kind())).findFirst().ifPresent(problem -> {
            throw refusal(name, problem.line(), problem.line() == 1 ? problem.column() - OPEN.length() : problem.column(), problem.reason());
        });
    }

    /** The page with its styles in its elements. */
    String applied(String template, String html) {
        return inlined(template, withSheets(template, html, new ArrayList<>())).html();
    }

    /**
     * The same, with a look at what all sheets make together.
     *
     * @throws MailTemplateException naming the sheet that uses a variable without a value; or the page, if more CSS is left than Gmail takes
     */
    String tried(String template, String html) {
        var places = new ArrayList<Place>();
        var inlined = inlined(template, withSheets(template, html, places));
        inlined.problems().stream().findFirst().ifPresent(problem -> {
            throw located(template, places, problem);
        });
        return inlined.html();
    }

    private Inlined inlined(String template, String html) {
        try {
            return inliner.inlined(html);
        } catch (RefusedCssException e) {
            throw refusal(template, 0, 0, e.getMessage());
        }
    }

    private static MailTemplateException located(String template, List<Place> places, CssProblem problem) {
        return places.stream().filter(place -> problem.line() >= place.from && problem.line() < place.to && problem.kind() != Kind.TOO_LARGE).findFirst()
                .map(place -> refusal(place.file, problem.line() - place.from + 1, problem.column(), problem.reason()))
                .orElseGet(() -> refusal(template, 0, 0, problem.reason()));
    }

    private String withSheets(String template, String html, List<Place> places) {
        var page = new StringBuilder(html.length() * 2);
        var wanted = WANTED.matcher(html);
        while (wanted.find()) {
            wanted.appendReplacement(page, Matcher.quoteReplacement(OPEN + wanted.group(2) + "</style>\n"));
            for (var name : wanted.group(1).strip().split(" +")) {
                var file = FOLDER + name + CSS;
                var css = sources.get(file);
                if (css == null) {
                    throw refusal(template, 0, 0, "there is no sheet " + file);
                }
                page.append(OPEN);
                var line = lines(page);
                page.append(css).append("</style>\n");
                places.add(new Place(file, line, lines(page)));
            }
        }
        return wanted.appendTail(page).toString();
    }

    private static int lines(StringBuilder text) {
        return (int) text.chars().filter(character -> character == '\n').count() + 1;
    }

    private static MailTemplateException refusal(String file, int line, int column, String reason) {
        return new MailTemplateException(new TemplateProblem(file, line, Math.max(column, 0), reason), null);
    }
}
