package org.broadsheet.mail.lint;

import java.util.List;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/** What every mail to a list must say (A35), before Gmail cuts it (A32). What the sender promised is demanded to the letter. */
final class FooterCheck implements Check {

    /** Nodes of a sentence such as "To leave this list, unsubscribe here". */
    private static final int SHORT_SENTENCE = 5;
    private static final int MOST_WAYS = 50;

    @Override
    public void look(Inspection mail, Findings findings) {
        if (!mail.toList()) {
            return;
        }
        var page = mail.page();
        var promised = mail.mail().promised();
        var end = page.place(page.document().body());
        var links = page.named("a").filter(link -> link.hasAttr("href")).toList();
        var ways = links.stream().filter(link -> leads(link, promised.unsubscribeUrl(), Phrases.UNSUBSCRIBE)).limit(MOST_WAYS).filter(link -> !Visible.isHidden(page, link, Media.Mode.LIGHT)).toList();
        if (ways.isEmpty()) {
            findings.add(Rule.UNSUBSCRIBE, end, "There is no link to unsubscribe.");
        } else {
            clipped(mail, ways, findings);
        }
        if (links.stream().noneMatch(link -> leads(link, promised.webUrl(), Phrases.WEB_VERSION))) {
            findings.add(Rule.WEB_VERSION, end, "There is no link to the mail on the web.");
        }
        var text = page.document().body().text();
        if (!Phrases.REASON.matcher(text).find()) {
            findings.add(Rule.REASON, end, "The mail does not say why the reader gets it.");
        }
        address(promised.postalAddress(), text, end, findings);
    }

    private static void clipped(Inspection mail, List<Element> ways, Findings findings) {
        var cut = SizeCheck.offsetOfByte(mail.page().source(), SizeCheck.CUT);
        if (mail.bytes() > SizeCheck.CUT && ways.stream().allMatch(way -> mail.page().offset(way) >= cut)) {
            findings.add(Rule.UNSUBSCRIBE_CLIPPED, mail.page().place(ways.getFirst()), "The link to unsubscribe stands where Gmail has cut the mail.");
        }
    }

    private static void address(List<String> wanted, String text, Place place, Findings findings) {
        if (!wanted.isEmpty()) {
            wanted.stream().map(String::strip).filter(line -> !text.contains(line.replaceAll("\\s+", " "))).findFirst()
                    .ifPresent(line -> findings.add(Rule.POSTAL_ADDRESS, place, "Of the postal address is missing: " + Place.snippet(line) + "."));
        } else if (!Phrases.POSTAL.matcher(text.substring(Math.max(0, text.length() - 20_000))).find()) {
            findings.add(Rule.POSTAL_ADDRESS_UNSURE, place, "No postal address was recognised.");
        }
    }

    private static boolean leads(Element link, String promised, Pattern words) {
        var href = link.attr("href");
        if (!promised.isEmpty()) {
            return href.equals(promised);
        }
        return words.matcher(link.text()).find() || words == Phrases.UNSUBSCRIBE && words.matcher(href).find() || words.matcher(link.attr("aria-label")).find()
                || link.parent() != null && words == Phrases.UNSUBSCRIBE && link.parent().childNodeSize() <= SHORT_SENTENCE && words.matcher(link.parent().ownText()).find();
    }
}
