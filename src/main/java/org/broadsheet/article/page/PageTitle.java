package org.broadsheet.article.page;

import java.util.List;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The article's title from the title of its page, which mostly names the site as well. */
final class PageTitle {

    private static final String SEPARATORS = "|\\-–—\\\\/>»";
    private static final Pattern SEPARATOR = Pattern.compile(" [" + SEPARATORS + "] ");
    private static final Pattern PATH = Pattern.compile(" [\\\\/>»] ");
    private static final Pattern UP_TO_FIRST = Pattern.compile("^[^" + SEPARATORS + "]*[" + SEPARATORS + "]");
    private static final Pattern BETWEEN = Pattern.compile("\\s[" + SEPARATORS + "]+\\s");
    private static final int LONGEST = 150;
    private static final int SHORTEST = 15;

    private PageTitle() {
    }

    /** "" if the page has none. */
    static String of(Document document) {
        var head = document.selectFirst("title");
        var whole = head == null ? "" : WhiteSpace.folded(head.wholeText());
        var title = shortened(whole, document);
        var path = PATH.matcher(whole).find();
        var words = words(title);
        var few = words <= 4 && (!path || words != words(BETWEEN.matcher(whole).replaceAll("")) - 1);
        return few ? whole : title;
    }

    private static String shortened(String whole, Document document) {
        if (SEPARATOR.matcher(whole).find()) {
            return withoutSite(whole);
        }
        if (whole.contains(": ")) {
            return headings(document).contains(whole) ? whole : afterColon(whole);
        }
        var headings = document.select("h1");
        return (whole.length() > LONGEST || whole.length() < SHORTEST) && headings.size() == 1 ? WhiteSpace.folded(headings.first().wholeText()) : whole;
    }

    private static String withoutSite(String whole) {
        var match = SEPARATOR.matcher(whole);
        var last = 0;
        while (match.find()) {
            last = match.start();
            match.region(match.start() + 1, whole.length());
        }
        var before = whole.substring(0, last).strip();
        return words(before) < 3 ? WhiteSpace.folded(UP_TO_FIRST.matcher(whole).replaceFirst("")) : before;
    }

    private static String afterColon(String whole) {
        var last = whole.substring(whole.lastIndexOf(':') + 1).strip();
        if (words(last) >= 3) {
            return words(whole.substring(0, whole.indexOf(':'))) > 5 ? whole : last;
        }
        return whole.substring(whole.indexOf(':') + 1).strip();
    }

    private static List<String> headings(Document document) {
        return document.select("h1,h2").stream().map(Element::wholeText).map(WhiteSpace::folded).toList();
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
