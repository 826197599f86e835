package org.broadsheet.source;

import java.util.HashMap;
import java.util.Map;

/** Reads what is neither a tag nor text: CDATA sections, comments, instructions, the document type. All but the first are left out. */
final class XmlSections {

    private static final String CDATA = "<![CDATA[";
    private static final String COMMENT = "<!--";
    private static final int LONGEST_XML_DECLARATION = 200;

    private final XmlWindow window;
    private final XmlText text;
    private final Malformations malformations;
    private final InternalEntities entities;
    /** From where on the end of a kind was looked for in vain, so that nobody looks again. */
    private final Map<String, Long> missing = new HashMap<>();
    private long start;

    XmlSections(XmlWindow window, XmlText text, Malformations malformations, InternalEntities entities) {
        this.window = window;
        this.text = text;
        this.malformations = malformations;
        this.entities = entities;
    }

    /**
     * Reads what begins with an exclamation mark.
     *
     * @param element of the last tag, in which it stands most likely
     * @return CDATA, or null if there is nothing to be had
     */
    XmlScanner.Token section(String element) {
        start = window.offset();
        if (window.startsWith(CDATA)) {
            return taken("]]>", CDATA, element) ? XmlScanner.Token.CDATA : asText("unclosed-cdata", CDATA);
        }
        return window.startsWith(COMMENT) ? leftOut("-->", COMMENT, element, "unclosed-comment") : declaration();
    }

    /** Some write the XML declaration without its closing question mark. */
    XmlScanner.Token instruction() {
        start = window.offset();
        if (window.startsWith("<?xml ") && window.has(LONGEST_XML_DECLARATION)) {
            var place = window.at;
            while (place < window.at + LONGEST_XML_DECLARATION - 1 && window.chars[place] != '>') {
                place++;
            }
            if (window.chars[place] == '>' && window.chars[place - 1] != '?') {
                malformations.note("unclosed-comment", start);
                window.at = place + 1;
                return null;
            }
        }
        return leftOut("?>", "<?", "", "unclosed-comment");
    }

    private XmlScanner.Token leftOut(String mark, String opening, String element, String code) {
        var found = taken(mark, opening, element);
        text.clear();
        return found ? null : asText(code, opening);
    }

    /** Takes all up to the mark, and goes behind it; false if there is none to the end of the document, or only that of another such section. */
    private boolean taken(String mark, String opening, String element) {
        if (isMissing(mark)) {
            return false;
        }
        window.at += opening.length();
        var first = mark.charAt(0);
        var last = mark.length();
        while (window.has(last)) {
            var chars = window.chars;
            var from = window.at;
            var place = from;
            for (var end = window.end - last; place <= end; place++) {
                if (chars[place] == first && window.matches(mark, place)) {
                    text.append(from, place);
                    window.at = place + last;
                    return !text.swallowed(element, opening);
                }
            }
            text.append(from, place);
            window.at = place;
        }
        missing.merge(mark, start, Math::min);
        return false;
    }

    /** A document type, with what may stand in brackets. */
    private XmlScanner.Token declaration() {
        if (isMissing("declaration")) {
            return asText("unclosed-declaration", "<!");
        }
        window.at += 2;
        var depth = 0;
        var quote = (char) 0;
        var declaration = new StringBuilder();
        while (window.has(1)) {
            var c = window.chars[window.at++];
            if (declaration.length() < InternalEntities.LONGEST_DECLARATION) {
                declaration.append(c);
            }
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'' && depth > 0) {
                quote = c;
            } else if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth--;
            } else if (c == '>' && depth <= 0) {
                entities.declare(declaration);
                return null;
            }
        }
        missing.merge("declaration", start, Math::min);
        return asText("unclosed-declaration", "<!");
    }

    private boolean isMissing(String mark) {
        return missing.getOrDefault(mark, Long.MAX_VALUE) <= start;
    }

    /** What began here has no end: back to it, leave out its opening, and go on behind that. */
    private XmlScanner.Token asText(String code, String opening) {
        malformations.note(code, start);
        window.back(start + opening.length());
        text.clear();
        return null;
    }
}
