package org.broadsheet.mail.lint;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Style sheets and style attributes as Gmail and others take them (D1, D13). */
final class StyleCheck implements Check {

    private static final int LARGEST = 16 * 1024;
    private static final Pattern URL = Pattern.compile("url\\(\\s*(?:\"([^\"]{0,2000})\"|'([^']{0,2000})'|([^)\"']{0,2000}))\\s*\\)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern GOOD_URL = Pattern.compile("(?i)(https?://[^\\s\"'()<>]+|cid:\\S+)");
    private static final Pattern TIGHT_IMPORTANT = Pattern.compile("[^\\s{};]!\\s*important|!\\s+important", Pattern.CASE_INSENSITIVE);
    private static final Pattern SHOUTED_IMPORTANT = Pattern.compile("!\\s*(?!important)(?i:important)");

    @Override
    public void look(Inspection mail, Findings findings) {
        var page = mail.page();
        sizes(page, findings);
        for (var sheet : page.sheets()) {
            var place = page.at(sheet.offset(), sheet.element());
            if (sheet.element().closest("body") != null) {
                findings.add(Rule.STYLE_IN_BODY, page.place(sheet.element()), "A <style> stands in the body.");
            }
            sheet.faults().stream().findFirst().ifPresent(fault -> findings.add(Rule.CSS_SYNTAX, page.at(fault, sheet.element()), "The style sheet has what no browser understands."));
            urls(page, sheet.css(), sheet.offset(), place, findings);
            comments(page, sheet, findings);
        }
        page.inline().all().keySet().forEach(element -> {
            var style = element.attr("style");
            if (page.inline().isFaulty(element)) {
                findings.add(Rule.CSS_SYNTAX, page.place(element, "style"), "The style attribute has what no browser understands.");
            }
            urls(page, style, page.offset(element, "style"), page.place(element, "style"), findings);
            if (style.contains("/*")) {
                findings.add(Rule.CSS_COMMENT, page.place(element, "style"), "A style attribute holds a comment.");
            }
        });
        if (!page.inline().isComplete() || mail.bytes() > Inspection.LARGEST_READ || !page.cascade().isComplete()) {
            findings.add(Rule.LIMIT, mail.html(0), "The mail is too large to be looked over in full.");
        }
    }

    private static void sizes(Markup page, Findings findings) {
        var total = 0L;
        for (var sheet : page.sheets()) {
            total += sheet.css().getBytes(StandardCharsets.UTF_8).length;
            if (total > LARGEST) {
                findings.add(Rule.STYLE_SIZE, page.place(sheet.element()), "The style sheets have " + page.sheets().stream()
                        .mapToLong(one -> one.css().getBytes(StandardCharsets.UTF_8).length).sum() + " bytes; Gmail reads 16,384.");
                return;
            }
        }
    }

    /** Of fonts and imports alone, an address harms nothing: only these are left out by the clients. */
    private static void urls(Markup page, String css, int offset, Place fallback, Findings findings) {
        URL.matcher(css).results().limit(200).forEach(url -> {
            var address = url.group(1) != null ? url.group(1) : url.group(2) != null ? url.group(2) : url.group(3).strip();
            if (address.regionMatches(true, 0, "data:", 0, 5)) {
                findings.add(Rule.IMAGE_DATA, at(page, offset + url.start(), fallback), "CSS holds a picture as data:.");
            } else if (!GOOD_URL.matcher(address).matches()) {
                findings.add(Rule.STYLE_URL, at(page, offset + url.start(), fallback), "CSS holds an address that is none: " + Place.snippet(address) + ".");
            }
        });
    }

    private static Place at(Markup page, int offset, Place like) {
        var exact = page.at(offset, page.document().body());
        return new Place(exact.part(), exact.line(), exact.column(), exact.snippet(), like.path());
    }

    private static void comments(Markup page, StyleSheet sheet, Findings findings) {
        var comment = sheet.css().indexOf("/*");
        if (comment >= 0) {
            findings.add(Rule.CSS_COMMENT, page.at(sheet.offset() + comment, sheet.element()), "A style sheet holds a comment.");
        }
        for (var pattern : new Pattern[] {TIGHT_IMPORTANT, SHOUTED_IMPORTANT}) {
            pattern.matcher(sheet.css()).results().findFirst().ifPresent(found -> findings.add(Rule.IMPORTANT_SPACE, page.at(sheet.offset() + found.start(), sheet.element()),
                    "!important is not written as every client reads it."));
        }
    }
}
