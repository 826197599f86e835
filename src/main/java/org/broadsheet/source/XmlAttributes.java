package org.broadsheet.source;

import java.util.ArrayList;
import java.util.List;

/** Reads the attributes of one tag after the other, with quotes, without, or with one that is missing. */
final class XmlAttributes {

    /** How a tag ends. */
    enum Ending {
        OPEN, CLOSED,
        /** The next mark-up begins before this one ends. */
        UNCLOSED,
        /** The document ends before the tag does. */
        NONE
    }

    private static final int LONGEST_NAME = 200;
    private static final int MOST = 200;
    private static final int LONGEST_VALUE = 1_000_000;

    private final XmlWindow window;
    private final XmlText text;
    private final Malformations malformations;
    private List<XmlScanner.Attribute> attributes = List.of();
    private long noDoubleQuoteFrom = Long.MAX_VALUE;
    private long noQuoteFrom = Long.MAX_VALUE;

    XmlAttributes(XmlWindow window, XmlText text, Malformations malformations) {
        this.window = window;
        this.text = text;
        this.malformations = malformations;
    }

    /** Those of the tag that was read last. */
    List<XmlScanner.Attribute> all() {
        return attributes;
    }

    /** Reads all of a tag behind its name. */
    Ending read() {
        attributes = List.of();
        var from = window.offset();
        while (window.has(1)) {
            var c = window.chars[window.at];
            if (c == '>') {
                window.at++;
                return Ending.OPEN;
            }
            if (c == '/') {
                window.at++;
                if (window.has(1) && window.chars[window.at] == '>') {
                    window.at++;
                    return Ending.CLOSED;
                }
            } else if (c == '<') {
                malformations.note("unclosed-tag", from);
                return Ending.UNCLOSED;
            } else if (c <= ' ') {
                window.at++;
            } else {
                attribute();
            }
        }
        return Ending.NONE;
    }

    private void attribute() {
        var key = name(window);
        if (key.isEmpty()) {
            malformations.note("bad-attribute", window.offset());
            window.at++;
            return;
        }
        window.skipSpace();
        if (!window.has(1) || window.chars[window.at] != '=') {
            malformations.note("bad-attribute", window.offset());
            keep(key, "");
            return;
        }
        window.at++;
        window.skipSpace();
        if (window.has(1)) {
            keep(key, value());
        }
    }

    private String value() {
        var quote = window.chars[window.at];
        if (quote != '"' && quote != '\'') {
            malformations.note("bad-attribute", window.offset());
            return bare(false);
        }
        window.at++;
        var from = window.offset();
        return from < (quote == '"' ? noDoubleQuoteFrom : noQuoteFrom) && quoted(quote) ? text.take() : broken(from);
    }

    /** A quote is missing: the value ends where a tag does. */
    private String broken(long from) {
        malformations.note("unclosed-tag", from);
        return window.back(from) ? bare(true) : text.take();
    }

    /** False if the quote that ends it is another's: behind it there would be a space or the end of the tag, and no mark-up is in a value. */
    private boolean quoted(char quote) {
        text.clear();
        var from = window.offset();
        var markup = false;
        while (window.has(1)) {
            var c = window.chars[window.at];
            if (c == quote) {
                window.at++;
                return !markup || !window.has(1) || endsValue(window.chars[window.at]);
            }
            markup |= c == '<';
            if (c == '&') {
                text.reference();
            } else if (text.length() < LONGEST_VALUE) {
                text.append(c);
                window.at++;
            } else {
                window.at++;
            }
        }
        if (quote == '"') {
            noDoubleQuoteFrom = from;
        } else {
            noQuoteFrom = from;
        }
        return false;
    }

    private static boolean endsValue(char c) {
        return c <= ' ' || c == '>' || c == '/' || c == '?';
    }

    private String bare(boolean spaced) {
        text.clear();
        while (window.has(1)) {
            var c = window.chars[window.at];
            if (c == '>' || c == '<' || c <= ' ' && !spaced || c == '/' && window.startsWith("/>")) {
                break;
            }
            if (c == '&') {
                text.reference();
            } else {
                text.append(c);
                window.at++;
            }
        }
        return text.take();
    }

    private void keep(String key, String value) {
        if (attributes.isEmpty()) {
            attributes = new ArrayList<>(4);
        }
        if (attributes.size() < MOST) {
            attributes.add(new XmlScanner.Attribute(key, value));
        }
    }

    /** The name that begins here, "" if none does. */
    static String name(XmlWindow window) {
        window.has(LONGEST_NAME);
        var chars = window.chars;
        var from = window.at;
        var place = from;
        var last = Math.min(window.end, from + LONGEST_NAME);
        while (place < last && isNamePart(chars[place])) {
            place++;
        }
        window.at = place;
        return new String(chars, from, place - from);
    }

    static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':' || c > 127 && Character.isLetter(c);
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || c >= '0' && c <= '9' || c == '-' || c == '.' || c > 127 && Character.isLetterOrDigit(c);
    }
}
