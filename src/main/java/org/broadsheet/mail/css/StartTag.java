package org.broadsheet.mail.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The start tag of an element in the source (HTML Living Standard, 13.2.5.32 to 13.2.5.39), so that one attribute can be written without touching
 * anything else.
 *
 * @param nameEnd after the tag's name
 */
record StartTag(int nameEnd, List<Attribute> attributes) {

    /**
     * @param start      of the white space before its name
     * @param valueStart after the quote
     * @param end        after the closing quote
     * @param quote      '"', '\'' or ' ' for none
     */
    record Attribute(String name, int start, int valueStart, int valueEnd, int end, char quote) {
    }

    /** @param open where its "&lt;" is */
    static StartTag at(String html, int open) {
        var at = open + 1;
        while (at < html.length() && !isSpace(html.charAt(at)) && html.charAt(at) != '/' && html.charAt(at) != '>') {
            at++;
        }
        var tag = new StartTag(at, new ArrayList<>());
        for (var next = tag.attribute(html, at); next.isPresent(); next = tag.attribute(html, next.get().end())) {
            tag.attributes().add(next.get());
        }
        return tag;
    }

    /** The first of this name: others are ignored in HTML. */
    Optional<Attribute> attribute(String name) {
        return attributes.stream().filter(attribute -> attribute.name().equalsIgnoreCase(name)).findFirst();
    }

    /** Where a new attribute can stand: behind the others, unless template code may be among them, whose end is not to be guessed. */
    int free() {
        var plain = attributes.stream().allMatch(attribute -> attribute.name().chars().noneMatch(character -> "<%{}?\"'".indexOf(character) >= 0));
        return attributes.isEmpty() || !plain ? nameEnd : attributes.getLast().end();
    }

    private Optional<Attribute> attribute(String html, int from) {
        var start = from;
        while (start < html.length() && (isSpace(html.charAt(start)) || html.charAt(start) == '/')) {
            start++;
        }
        if (start >= html.length() || html.charAt(start) == '>') {
            return Optional.empty();
        }
        var nameEnd = start + 1;
        while (nameEnd < html.length() && !isSpace(html.charAt(nameEnd)) && "/>=".indexOf(html.charAt(nameEnd)) < 0) {
            nameEnd++;
        }
        var name = html.substring(start, nameEnd);
        var equals = skipSpace(html, nameEnd);
        if (equals >= html.length() || html.charAt(equals) != '=') {
            return Optional.of(new Attribute(name, from, nameEnd, nameEnd, nameEnd, ' '));
        }
        return Optional.of(withValue(html, name, from, skipSpace(html, equals + 1)));
    }

    private static Attribute withValue(String html, String name, int start, int value) {
        var quote = value < html.length() && (html.charAt(value) == '"' || html.charAt(value) == '\'') ? html.charAt(value) : ' ';
        if (quote != ' ') {
            var close = html.indexOf(quote, value + 1);
            var end = close < 0 ? html.length() : close;
            return new Attribute(name, start, value + 1, end, Math.min(html.length(), end + 1), quote);
        }
        var end = value;
        while (end < html.length() && !isSpace(html.charAt(end)) && html.charAt(end) != '>') {
            end++;
        }
        return new Attribute(name, start, value, end, end, ' ');
    }

    private static int skipSpace(String html, int from) {
        var at = from;
        while (at < html.length() && isSpace(html.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }
}
