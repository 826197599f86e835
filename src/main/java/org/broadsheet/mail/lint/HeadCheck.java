package org.broadsheet.mail.lint;

import java.util.Locale;
import java.util.function.Predicate;

import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/** What the head of the document says (D5, D8), and in which language and direction the mail is written (D7). */
final class HeadCheck implements Check {

    @Override
    public void look(Inspection mail, Findings findings) {
        var page = mail.page();
        var start = mail.html(0);
        if (page.document().childNodes().stream().noneMatch(node -> node instanceof DocumentType type && type.name().equalsIgnoreCase("html"))) {
            findings.add(Rule.DOCTYPE, start, "The mail does not begin with <!doctype html>.");
        }
        demand(page, findings, Rule.CHARSET, meta -> meta.hasAttr("charset") || meta.attr("http-equiv").equalsIgnoreCase("content-type"), "No charset is declared.");
        demand(page, findings, Rule.VIEWPORT, named("viewport"), "No viewport is declared: phones show the mail as if on a wide screen.");
        demand(page, findings, Rule.REFORMATTING, named("x-apple-disable-message-reformatting"), "Old iOS may scale the mail.");
        demand(page, findings, Rule.FORMAT_DETECTION, named("format-detection"), "iOS may turn dates and addresses into blue links.");
        if (page.document().title().isBlank()) {
            findings.add(Rule.TITLE, place(page, page.document().head()), "The document has no title.");
        }
        if (!mail.word().source().contains("PixelsPerInch")) {
            findings.add(Rule.MSO_RESOLUTION, place(page, page.document().head()), "Outlook is not told the resolution.");
        }
        language(mail, findings);
        darkness(page, findings);
    }

    private static Predicate<Element> named(String name) {
        return meta -> meta.attr("name").equalsIgnoreCase(name);
    }

    private static void demand(Markup page, Findings findings, Rule rule, Predicate<Element> wanted, String message) {
        if (page.named("meta").noneMatch(wanted)) {
            findings.add(rule, place(page, page.document().head()), message);
        }
    }

    private static Place place(Markup page, Element element) {
        return page.place(element);
    }

    private static void language(Inspection mail, Findings findings) {
        var page = mail.page();
        var html = page.named("html").findFirst().orElseThrow();
        if (html.attr("lang").isBlank()) {
            findings.add(Rule.LANG, page.place(html), "The language of the mail is not given.");
        } else {
            contentLanguage(mail, html.attr("lang"), findings);
        }
        var direction = html.attr("dir").toLowerCase(Locale.ROOT);
        if (direction.isBlank()) {
            findings.add(Rule.DIR, page.place(html), "The direction of the text is not given.");
        }
        var first = page.document().body().children().stream().filter(element -> !element.normalName().equals("style")).findFirst();
        if (first.isPresent() && (first.get().attr("lang").isBlank() || first.get().attr("dir").isBlank())) {
            findings.add(Rule.BODY_LANG, page.place(first.get()), "The first element of the body does not carry lang and dir.");
        }
        var dir = first.map(element -> element.attr("dir")).filter(value -> !value.isBlank()).orElse(direction).toLowerCase(Locale.ROOT);
        if (!dir.equals("rtl") && !dir.equals("auto") && runsFromTheRight(page.document().body().text())) {
            findings.add(Rule.RIGHT_TO_LEFT, page.place(first.orElse(html)), "Most of the text runs from right to left, and the mail is not set so.");
        }
    }

    private static void contentLanguage(Inspection mail, String lang, Findings findings) {
        mail.message().flatMap(message -> message.first("content-language")).filter(field -> !field.value().strip().equalsIgnoreCase(lang))
                .ifPresent(field -> findings.add(Rule.CONTENT_LANGUAGE, field.place(), "Content-Language says " + Place.snippet(field.value()) + ", the HTML part " + lang + "."));
    }

    static boolean runsFromTheRight(String text) {
        var letters = text.codePoints().limit(20_000).filter(Character::isLetter).count();
        var fromTheRight = text.codePoints().limit(20_000).filter(point -> {
            var direction = Character.getDirectionality(point);
            return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        }).count();
        return letters > 20 && fromTheRight * 2 > letters;
    }

    private static void darkness(Markup page, Findings findings) {
        var rules = page.sheets().stream().flatMap(sheet -> sheet.media().stream()).anyMatch(media -> media.text().contains("prefers-color-scheme"));
        var declared = page.named("meta").anyMatch(named("color-scheme")) && page.named("meta").anyMatch(named("supported-color-schemes"));
        if (!declared) {
            findings.add(Rule.COLOR_SCHEME, place(page, page.document().head()), rules ? "There are rules for the dark, and clients are not told that there are."
                    : "Clients are not told which colour schemes the mail knows.");
        }
        if (!rules) {
            findings.add(Rule.DARK_RULES, place(page, page.document().head()), "The mail has no colours of its own for the dark.");
        } else if (page.sheets().stream().flatMap(sheet -> sheet.rules().stream()).flatMap(rule -> rule.selectors().stream()).noneMatch(selector -> selector.contains("data-ogs"))) {
            findings.add(Rule.DARK_OUTLOOK, place(page, page.document().head()), "The dark colours are not repeated for Outlook.");
        }
    }
}
