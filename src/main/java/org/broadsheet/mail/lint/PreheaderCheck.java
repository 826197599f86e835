package org.broadsheet.mail.lint;

import java.util.Optional;

import org.jsoup.nodes.Element;

/** The line beside the subject (A33): the first text of the body, hidden, and padded so that what is below stays out of it. */
final class PreheaderCheck implements Check {

    private static final int SHORTEST = 40;
    private static final int LONGEST = 130;
    /** What an inbox shows of it at most. */
    private static final int INBOX_LINE = 150;

    @Override
    public void look(Inspection mail, Findings findings) {
        var page = mail.page();
        var first = page.elements().stream().dropWhile(element -> !element.normalName().equals("body")).filter(element -> !element.normalName().equals("style") && !Markup.isBlank(Visible.ownText(element))).findFirst();
        if (first.isEmpty()) {
            return; // there is nothing to read, which is said elsewhere
        }
        var hidden = hiddenAncestor(page, first.get());
        if (hidden.isEmpty()) {
            findings.add(Rule.PREHEADER, page.place(first.get()), "The body does not begin with a hidden line for the inbox; it shows \"" + Place.snippet(first.get().text()) + "\".");
            words(page, first.get(), first.get().text(), findings);
            return;
        }
        var text = hidden.get().text().strip();
        var said = text.replaceAll("[\\u034f\\u200b-\\u200f\\u00ad\\u2007\\u00a0\\ufeff\\u2800\\u2060 ]+$", "");
        var length = said.codePointCount(0, said.length());
        if (length < SHORTEST || length > LONGEST) {
            findings.add(Rule.PREHEADER_LENGTH, page.place(hidden.get()), "The line for the inbox has " + length + " characters.");
        }
        words(page, hidden.get(), said, findings);
        if (length < INBOX_LINE - 20 && length + padding(page, hidden.get(), hidden.get().wholeText().length() - said.length()) < INBOX_LINE - 20) {
            findings.add(Rule.PREHEADER_PADDING, page.place(hidden.get()), "Nothing keeps the text below out of the line for the inbox.");
        }
    }

    private static void words(Markup page, Element element, String text, Findings findings) {
        if (Phrases.WEB_VERSION.matcher(text).find() && text.length() < 80) {
            findings.add(Rule.PREHEADER_WORDS, page.place(element), "In the inbox stands only \"" + Place.snippet(text) + "\".");
        }
    }

    private static Optional<Element> hiddenAncestor(Markup page, Element element) {
        Optional<Element> outermost = Optional.empty();
        for (var at = element; at != null && !at.normalName().equals("body"); at = at.parent()) {
            if (Visible.hides(page, at, Media.Mode.LIGHT)) {
                outermost = Optional.of(at);
            }
        }
        return outermost;
    }

    /** Characters that are not to be seen, in the element itself or in the hidden one after it. */
    private static int padding(Markup page, Element hidden, int own) {
        var next = hidden.nextElementSibling();
        var text = next != null && Visible.hides(page, next, Media.Mode.LIGHT) ? next.wholeText() : "";
        return own + (Markup.isBlank(text) ? text.length() : 0);
    }
}
