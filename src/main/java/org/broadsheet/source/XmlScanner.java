package org.broadsheet.source;

import java.io.Reader;
import java.util.List;
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

    private final XmlWindow window;
    private final Malformations malformations = new Malformations();
    private final XmlText text;
    private final XmlAttributes attributes;
    private final XmlSections sections;

    private String name = "";
    private boolean closed;
    private long start;

    /** @param source of the characters; asked again from the beginning when something was not what it seemed */
    XmlScanner(Supplier<Reader> source) {
        var entities = new InternalEntities();
        this.window = new XmlWindow(source);
        this.text = new XmlText(window, malformations, entities);
        this.sections = new XmlSections(window, text, malformations, entities);
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
            case '?' -> sections.instruction();
            case '/' -> endTag();
            case '!' -> sections.section(name);
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
}
