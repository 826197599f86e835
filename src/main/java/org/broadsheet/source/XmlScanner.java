package org.broadsheet.source;

import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Cuts XML, however broken, into tags and text. It never fails: a mark-up delimiter that leads nowhere is text. It knows no DTD, so there is
 * nothing that an entity could fetch or multiply (F6), and keeps no more in memory than the piece at hand.
 */
final class XmlScanner {

    /** What comes next in the document. */
    enum Token {
        START, END, TEXT, CDATA, EOF
    }

    /** An attribute as written, its value decoded. */
    record Attribute(String name, String value) {
    }

    private static final String CDATA = "<![CDATA[";
    private static final int LONGEST_DECLARATION = 200;

    private final XmlWindow window;
    private final Malformations malformations = new Malformations();
    private final InternalEntities entities = new InternalEntities();
    private final XmlText text;
    private final XmlAttributes attributes;
    /** From where on a closing mark was looked for in vain, so that nobody looks again. */
    private final Map<String, Long> missing = new HashMap<>();

    private String name = "";
    private boolean closed;
    private long start;

    /** @param source of the characters; asked again from the beginning when something was not what it seemed */
    XmlScanner(Supplier<Reader> source) {
        this.window = new XmlWindow(source);
        this.text = new XmlText(window, malformations, entities);
        this.attributes = new XmlAttributes(window, text, malformations);
    }

    /** Of the tag, as written. */
    String name() {
        return name;
    }

    List<Attribute> attributes() {
        return attributes.all();
    }

    /** Whether the start tag is an empty element's. */
    boolean closed() {
        return closed;
    }

    /** Of the text or CDATA section; to be taken once. */
    String text() {
        return text.take();
    }

    /** How much the text takes. */
    int length() {
        return text.length();
    }

    boolean isBlankText() {
        return text.isBlank();
    }

    /** Where the token begins, in characters from the start of the document. */
    long offset() {
        return start;
    }

    Malformations malformations() {
        return malformations;
    }

    Token next() {
        text.clear();
        while (true) {
            start = window.offset();
            if (!window.has(1)) {
                return Token.EOF;
            }
            if (window.chars[window.at] != '<' || !opensMarkup()) {
                readText();
                return Token.TEXT;
            }
            var found = markup();
            if (found != null) {
                return found;
            }
        }
    }

    private boolean opensMarkup() {
        if (!window.has(3)) {
            return window.has(2) && XmlAttributes.isNameStart(window.chars[window.at + 1]);
        }
        var next = window.chars[window.at + 1];
        var second = window.chars[window.at + 2];
        return switch (next) {
            case '?' -> true;
            case '!' -> second == '-' || second == '[' || XmlAttributes.isNameStart(second);
            case '/' -> second == '>' || XmlAttributes.isNameStart(second);
            default -> XmlAttributes.isNameStart(next);
        };
    }

    /** @return null for what is left out: comments, instructions, declarations, and what turned out to be text */
    private Token markup() {
        return switch (window.chars[window.at + 1]) {
            case '?' -> instruction();
            case '/' -> endTag();
            case '!' -> {
                if (window.startsWith(CDATA)) {
                    yield cdata();
                }
                yield window.startsWith("<!--") ? skipTo("-->", "<!--", "unclosed-comment") : skipDeclaration();
            }
            default -> startTag();
        };
    }

    private void readText() {
        while (window.has(1)) {
            var chars = window.chars;
            var from = window.at;
            var place = from;
            while (place < window.end && chars[place] != '<' && chars[place] != '&') {
                place++;
            }
            window.at = place;
            text.append(from, place);
            if (place >= window.end) {
                continue;
            }
            if (chars[place] == '&') {
                text.reference();
            } else if (opensMarkup()) {
                return;
            } else {
                malformations.note("bare-bracket", window.offset());
                text.append('<');
                window.at++;
            }
        }
    }

    /** Some write the XML declaration without its closing question mark. */
    private Token instruction() {
        if (window.startsWith("<?xml ") && window.has(LONGEST_DECLARATION)) {
            var place = window.at;
            while (place < window.at + LONGEST_DECLARATION && window.chars[place] != '>') {
                place++;
            }
            if (window.chars[place] == '>' && window.chars[place - 1] != '?') {
                malformations.note("unclosed-comment", start);
                window.at = place + 1;
                return null;
            }
        }
        return skipTo("?>", "<?", "unclosed-comment");
    }

    private Token cdata() {
        return isMissing("]]>") || !gather("]]>", CDATA) ? asText("unclosed-cdata", CDATA) : Token.CDATA;
    }

    private Token skipTo(String mark, String opening, String code) {
        var found = !isMissing(mark) && gather(mark, opening);
        text.clear();
        return found ? null : asText(code, opening);
    }

    /** Takes all up to the mark, and goes behind it; false if there is none to the end of the document, or only that of another such section. */
    private boolean gather(String mark, String opening) {
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
                    return !text.swallowed(name, opening);
                }
            }
            text.append(from, place);
            window.at = place;
        }
        missing.merge(mark, start, Math::min);
        return false;
    }

    private boolean isMissing(String mark) {
        return missing.getOrDefault(mark, Long.MAX_VALUE) <= start;
    }

    /** A document type, with what may stand in brackets; it is left out whole. */
    private Token skipDeclaration() {
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

    private Token endTag() {
        window.at += 2;
        name = XmlAttributes.name(window);
        while (window.has(1) && window.chars[window.at] != '<') {
            if (window.chars[window.at++] == '>') {
                return Token.END;
            }
        }
        malformations.note("unclosed-tag", start);
        return Token.END;
    }

    private Token startTag() {
        window.at++;
        name = XmlAttributes.name(window);
        var ending = attributes.read();
        closed = ending == XmlAttributes.Ending.CLOSED;
        if (ending == XmlAttributes.Ending.NONE) {
            malformations.note("unclosed-tag", start);
        }
        return Token.START;
    }

    /** What began here has no end: back to it, leave out its opening, and go on behind that. */
    private Token asText(String code, String opening) {
        malformations.note(code, start);
        window.back(start + opening.length());
        text.clear();
        return null;
    }
}
