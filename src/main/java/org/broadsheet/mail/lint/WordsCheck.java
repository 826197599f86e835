package org.broadsheet.mail.lint;

/** Words that nobody meant to send: expressions of templates, and what only held a place (D.3). */
final class WordsCheck implements Check {

    @Override
    public void look(Inspection mail, Findings findings) {
        var page = mail.page();
        for (var element : page.elements()) {
            if (element.normalName().equals("style")) {
                continue;
            }
            words(element.normalName().equals("title") ? element.text() : Visible.ownText(element), page.place(element), findings);
            for (var name : new String[] {"alt", "title", "aria-label"}) {
                if (element.hasAttr(name)) {
                    words(element.attr(name), page.place(element, name), findings);
                }
            }
        }
        mail.mail().text().map(text -> text.substring(0, Math.min(text.length(), Inspection.LARGEST_READ))).ifPresent(text -> words(text, Place.nowhere(Place.Part.TEXT), findings));
        mail.message().flatMap(message -> message.first("subject")).ifPresent(subject -> words(subject.decoded(), subject.place(), findings));
    }

    private static void words(String text, Place place, Findings findings) {
        if (text.isBlank()) {
            return;
        }
        Unresolved.inText(text).ifPresent(left -> findings.add(Rule.TEXT_UNRESOLVED, place, "An expression was not filled: " + Place.snippet(left) + "."));
        Unresolved.perhapsInText(text).ifPresent(left -> findings.add(Rule.TEXT_UNRESOLVED, left.startsWith("\uE000") ? Verdict.ERROR : Verdict.WARNING, place,
                "This looks like an expression that was not filled: " + Place.snippet(left) + "."));
        Placeholders.inText(text).ifPresent(left -> findings.add(Rule.LINK_PLACEHOLDER, place, "These words only hold a place: " + Place.snippet(left) + "."));
    }
}
