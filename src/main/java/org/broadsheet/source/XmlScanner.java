package org.broadsheet.source;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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

    private static final int WINDOW = 1 << 15;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_ATTRIBUTES = 200;
    private static final int LONGEST_TEXT = 8_000_000;
    private static final int MOST_REWINDS = 24;

    private final Supplier<Reader> source;
    private Reader reader;
    private char[] window = new char[WINDOW];
    private int at;
    private int end;
    private long before;
    private int rewinds;
    private final StringBuilder text = new StringBuilder(4096);
    private final Malformations malformations = new Malformations();
    private final InternalEntities entities = new InternalEntities();

    private Token token = Token.EOF;
    private String name = "";
    private boolean closed;
    private List<Attribute> attributes = List.of();
    private long start;

    /** @param source of the characters; asked again from the beginning when something was not what it seemed */
    XmlScanner(Supplier<Reader> source) {
        this.source = source;
        this.reader = source.get();
    }

    Token next() {
        try {
            token = scan();
            return token;
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed", impossible);
        }
    }

    /** Of the tag, as written. */
    String name() {
        return name;
    }

    List<Attribute> attributes() {
        return attributes;
    }

    /** Whether the start tag is an empty element's. */
    boolean closed() {
        return closed;
    }

    /** Numbers 128 to 159 stand for what Windows has there, since nobody means the controls that they are. */
    String text() {
        for (var place = 0; place < text.length(); place++) {
            var c = text.charAt(place);
            if (c >= 128 && c < 160) {
                text.setCharAt(place, CharacterReferences.windows(c));
            }
        }
        return text.toString();
    }

    int length() {
        return text.length();
    }

    boolean isBlankText() {
        for (var place = 0; place < text.length(); place++) {
            if (text.charAt(place) > ' ') {
                return false;
            }
        }
        return true;
    }

    /** Where the token begins, in characters from the start of the document. */
    long offset() {
        return start;
    }

    Malformations malformations() {
        return malformations;
    }

    private Token scan() throws IOException {
        text.setLength(0);
        while (true) {
            start = before + at;
            if (!has(1)) {
                return Token.EOF;
            }
            if (window[at] == '<' && opensMarkup()) {
                var found = markup();
                if (found != null) {
                    return found;
                }
                continue;
            }
            readText();
            return Token.TEXT;
        }
    }

    private boolean opensMarkup() throws IOException {
        if (!has(2)) {
            return false;
        }
        var next = window[at + 1];
        return isNameStart(next) || next == '!' || next == '?' || next == '/' && has(3) && (isNameStart(window[at + 2]) || window[at + 2] == '>');
    }

    /** @return null for what is left out: comments, instructions, declarations, and what turned out to be text */
    private Token markup() throws IOException {
        switch (window[at + 1]) {
            case '?' -> {
                return skipTo("?>", 2);
            }
            case '/' -> {
                return endTag();
            }
            case '!' -> {
                if (startsWith("<![CDATA[")) {
                    return cdata();
                }
                return startsWith("<!--") ? skipTo("-->", 4) : skipDeclaration();
            }
            default -> {
                return startTag();
            }
        }
    }

    private void readText() throws IOException {
        while (has(1)) {
            var from = at;
            while (at < end && window[at] != '<' && window[at] != '&') {
                at++;
            }
            append(from, at);
            if (at >= end) {
                continue;
            }
            if (window[at] == '&') {
                reference();
            } else if (opensMarkup()) {
                return;
            } else {
                malformations.note("bare-bracket", before + at);
                text.append('<');
                at++;
            }
        }
    }

    private void append(int from, int to) {
        var room = LONGEST_TEXT - text.length();
        if (room > 0) {
            text.append(window, from, Math.min(to - from, room));
        }
    }

    private void reference() throws IOException {
        has(CharacterReferences.LONGEST);
        var length = CharacterReferences.decode(window, at, end, entities, text);
        if (length == 0) {
            malformations.note("bare-ampersand", before + at);
            text.append('&');
            at++;
        } else {
            at += length;
        }
    }

    private Token cdata() throws IOException {
        var from = before + at;
        at += 9;
        while (has(3)) {
            var begin = at;
            while (at + 2 < end && !(window[at] == ']' && window[at + 1] == ']' && window[at + 2] == '>')) {
                at++;
            }
            append(begin, at);
            if (at + 2 < end) {
                at += 3;
                return Token.CDATA;
            }
        }
        return asText(from, "unclosed-cdata", 9);
    }

    private Token skipTo(String mark, int opening) throws IOException {
        var from = before + at;
        at += opening;
        var last = mark.length();
        while (has(last)) {
            for (; at + last <= end; at++) {
                if (matches(mark)) {
                    at += last;
                    return null;
                }
            }
        }
        return asText(from, "unclosed-comment", opening);
    }

    /** A document type, with what may stand in brackets; it is left out whole. */
    private Token skipDeclaration() throws IOException {
        var from = before + at;
        at += 2;
        var depth = 0;
        var quote = (char) 0;
        var declaration = new StringBuilder();
        while (has(1)) {
            var c = window[at++];
            declaration.append(declaration.length() < InternalEntities.LONGEST_DECLARATION ? String.valueOf(c) : "");
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
        return asText(from, "unclosed-declaration", 2);
    }

    private Token endTag() throws IOException {
        var from = before + at;
        at += 2;
        name = readName();
        while (has(1)) {
            var c = window[at];
            if (c == '>') {
                at++;
                return Token.END;
            }
            if (c == '<') {
                malformations.note("unclosed-tag", from);
                return Token.END;
            }
            at++;
        }
        malformations.note("unclosed-tag", from);
        return Token.END;
    }

    private Token startTag() throws IOException {
        var from = before + at;
        at++;
        name = readName();
        closed = false;
        attributes = List.of();
        while (has(1)) {
            var c = window[at];
            if (c == '>') {
                at++;
                return Token.START;
            }
            if (c == '/') {
                at++;
                if (has(1) && window[at] == '>') {
                    at++;
                    closed = true;
                    return Token.START;
                }
            } else if (c == '<') {
                malformations.note("unclosed-tag", from);
                return Token.START;
            } else if (c <= ' ') {
                at++;
            } else if (!attribute()) {
                break;
            }
        }
        return asText(from, "unclosed-tag", 1);
    }

    private boolean attribute() throws IOException {
        var key = readName();
        if (key.isEmpty()) {
            malformations.note("bad-attribute", before + at);
            at++;
            return true;
        }
        space();
        if (!has(1) || window[at] != '=') {
            malformations.note("bad-attribute", before + at);
            keep(key, "");
            return true;
        }
        at++;
        space();
        return has(1) && value(key);
    }

    private boolean value(String key) throws IOException {
        text.setLength(0);
        var quote = window[at];
        var quoted = quote == '"' || quote == '\'';
        if (quoted) {
            at++;
        } else {
            malformations.note("bad-attribute", before + at);
        }
        while (has(1)) {
            var c = window[at];
            if (quoted ? c == quote : c <= ' ' || c == '>') {
                at += quoted ? 1 : 0;
                keep(key, text.toString());
                text.setLength(0);
                return true;
            }
            if (c == '&') {
                reference();
            } else {
                append(at, at + 1);
                at++;
            }
        }
        return false;
    }

    private void keep(String key, String value) {
        if (attributes.isEmpty()) {
            attributes = new ArrayList<>(4);
        }
        if (attributes.size() < MOST_ATTRIBUTES) {
            attributes.add(new Attribute(key, value));
        }
    }

    private void space() throws IOException {
        while (has(1) && window[at] <= ' ') {
            at++;
        }
    }

    private String readName() throws IOException {
        has(LONGEST_NAME);
        var from = at;
        while (at < end && at - from < LONGEST_NAME && isNamePart(window[at])) {
            at++;
        }
        return new String(window, from, at - from);
    }

    /** What began here has no end: back to it, leave out its opening, and go on behind that. */
    private Token asText(long from, String code, int opening) throws IOException {
        malformations.note(code, from);
        text.setLength(0);
        if (++rewinds > MOST_REWINDS) {
            at = end;
            return null;
        }
        reader.close();
        reader = source.get();
        for (var left = from + opening; left > 0;) {
            left -= reader.skip(left);
        }
        before = from + opening;
        at = 0;
        end = 0;
        return null;
    }

    /** Makes that many characters available, if there are so many. */
    private boolean has(int count) throws IOException {
        if (end - at >= count) {
            return true;
        }
        System.arraycopy(window, at, window, 0, end - at);
        before += at;
        end -= at;
        at = 0;
        while (end < count) {
            var read = reader.read(window, end, window.length - end);
            if (read < 0) {
                return false;
            }
            end += read;
        }
        return true;
    }

    private boolean startsWith(String mark) throws IOException {
        return has(mark.length()) && matches(mark);
    }

    private boolean matches(String mark) {
        for (var place = 0; place < mark.length(); place++) {
            if (window[at + place] != mark.charAt(place)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':' || c > 127 && Character.isLetter(c);
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || c >= '0' && c <= '9' || c == '-' || c == '.' || c > 127 && Character.isLetterOrDigit(c);
    }
}
