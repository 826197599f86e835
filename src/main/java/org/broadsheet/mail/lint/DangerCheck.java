package org.broadsheet.mail.lint;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/** What could do something by itself (D13, F7): clients remove it, filters refuse it, and on the web it would run. */
final class DangerCheck implements Check {

    private static final Set<String> FRAMES = Set.of("iframe", "frame", "frameset", "object", "embed", "applet", "portal", "fencedframe");
    private static final Set<String> FORMS = Set.of("form", "input", "button", "select", "textarea");
    private static final Pattern CSS_SCRIPT = Pattern.compile("expression\\s*\\(|-moz-binding|behavior\\s*:|javascript:|vbscript:", Pattern.CASE_INSENSITIVE);
    private static final Set<String> ADDRESSES = Set.of("src", "action", "formaction", "data", "xlink:href", "poster", "cite", "background");

    @Override
    public void look(Inspection mail, Findings findings) {
        for (var page : new Markup[] {mail.page(), mail.word()}) {
            page.elements().forEach(element -> element(page, element, findings));
        }
        mail.page().sheets().forEach(sheet -> CSS_SCRIPT.matcher(sheet.css()).results().findFirst()
                .ifPresent(found -> findings.add(Rule.CSS_SCRIPT, mail.page().at(sheet.offset() + found.start(), sheet.element()), "CSS holds script.")));
    }

    private static void element(Markup page, Element element, Findings findings) {
        var name = element.normalName();
        if (name.equals("script")) {
            findings.add(Rule.SCRIPT, page.place(element), "The mail holds a script.");
        } else if (FRAMES.contains(name)) {
            findings.add(Rule.FRAME, page.place(element), "The mail holds a <" + name + ">.");
        } else if (FORMS.contains(name)) {
            findings.add(Rule.FORM, page.place(element), "The mail holds a <" + name + ">.");
        } else if (name.equals("base")) {
            findings.add(Rule.BASE, page.place(element), "The mail holds a <base>.");
        } else if (name.equals("meta") && element.attr("http-equiv").equalsIgnoreCase("refresh")) {
            findings.add(Rule.REFRESH, page.place(element), "The mail leads to another page by itself.");
        }
        for (var attribute : element.attributes()) {
            var key = attribute.getKey().toLowerCase(Locale.ROOT);
            if (key.length() > 2 && key.startsWith("on") && key.chars().skip(2).allMatch(Character::isLetter) || key.equals("srcdoc")) {
                findings.add(Rule.EVENT_HANDLER, page.place(element, attribute.getKey()), "The attribute " + Place.snippet(key) + " is script.");
            } else if (key.equals("autoplay")) {
                findings.add(Rule.AUTOPLAY, page.place(element, attribute.getKey()), "Something plays by itself.");
            } else if (ADDRESSES.contains(key) && attribute.getValue().strip().toLowerCase(Locale.ROOT).matches("(?s)(javascript|vbscript):.*")) {
                findings.add(Rule.SCRIPT, page.place(element, attribute.getKey()), "The attribute " + key + " is script.");
            } else if (key.equals("style") && CSS_SCRIPT.matcher(attribute.getValue()).find()) {
                findings.add(Rule.CSS_SCRIPT, page.place(element, "style"), "A style attribute holds script.");
            }
        }
    }
}
