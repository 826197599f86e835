package org.broadsheet.mail.css;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Class names that nothing asks for any more once the styles are inlined. Names are taken from any text that may hold selectors, rather one too many. */
final class SpareClasses {

    private static final Pattern NAME = Pattern.compile("\\.(-?[A-Za-z_\\x{80}-\\x{10FFFF}][\\w\\x{80}-\\x{10FFFF}-]*)");
    /** By its parts, any name may be asked for; and an escaped one is not worth the trouble. */
    private static final Pattern ANY = Pattern.compile("(?i)\\[\\s*class|\\.[^\\s{},]*\\\\");
    private static final Pattern TEMPLATE = Pattern.compile("[{}<>%]");

    private final Set<String> asked = new HashSet<>();
    private boolean any;

    /** @param text of a sheet that stays, or of a comment */
    void ask(String text) {
        any |= ANY.matcher(text).find();
        NAME.matcher(text).results().forEach(name -> asked.add(name.group(1).toLowerCase(Locale.ROOT)));
    }

    /** Takes the spare ones out of an element's class attribute, and the attribute with the last one. */
    void remove(StyledElement element, StartTag tag, String html, Edits edits) {
        var attribute = tag.attribute("class");
        if (any || attribute.isEmpty() || TEMPLATE.matcher(element.element.attr("class")).find()) {
            return;
        }
        var left = new ArrayList<>(List.of(element.classes));
        left.removeIf(name -> !asked.contains(name.toLowerCase(Locale.ROOT)));
        var found = attribute.get();
        if (left.isEmpty()) {
            edits.replace(found.start(), found.end(), "");
        } else if (left.size() < element.classes.length && html.substring(found.valueStart(), found.valueEnd()).indexOf('&') < 0) {
            edits.replace(found.valueStart(), found.valueEnd(), String.join(" ", left));
        }
    }
}
