package org.broadsheet.mail.css;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.broadsheet.mail.css.Token.Type;

/**
 * Cuts a sheet into tokens (CSS Syntax Level 3, section 4). Comments are left out; template code of the usual engines is one token, whatever is in it.
 */
final class Tokenizer {

    private static final int END = -1;
    /** Qute's own form with one brace: a name or path, or the tag of a section. CSS has no such block, since its declarations have colons. */
    private static final Pattern SINGLE_BRACE = Pattern.compile("\\{(?:#[A-Za-z][^{};:]*|/[A-Za-z]*|[!|][^{};:]*|[A-Za-z_][\\w.()\\[\\]'?]*)\\}");

    private static final List<String> CLOSES = List.of("}}", "}}}", "%}", "%>", "?>");
    private static final int DOUBLE = 0;
    private static final int TRIPLE = 1;
    private static final int JINJA = 2;
    private static final int PERCENT = 3;
    private static final int PHP = 4;
    private static final int LONGEST_TEMPLATE = 2000;

    private final int[] closes = new int[CLOSES.size()];
    private final String css;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int depth;
    private boolean inValue;

    private Tokenizer(String css) {
        this.css = css;
    }

    static List<Token> tokens(String css) {
        return new Tokenizer(css).all();
    }

    /** Of text that stands in a block: declarations or a value. */
    static List<Token> tokensWithin(String css) {
        var tokenizer = new Tokenizer(css);
        tokenizer.depth = 1;
        tokenizer.inValue = true;
        return tokenizer.all();
    }

    private List<Token> all() {
        while (at < css.length()) {
            next();
        }
        return tokens;
    }

    private void next() {
        var start = at;
        var c = css.charAt(at);
        if (isSpace(c)) {
            while (isSpace(peek(0))) {
                at++;
            }
            add(Type.SPACE, start, " ");
        } else if (c == '/' && peek(1) == '*') {
            var close = css.indexOf("*/", at + 2);
            at = close < 0 ? css.length() : close + 2;
        } else if (c == '"' || c == '\'') {
            string(c);
        } else if (!template(c) && !number() && !nameLike(c)) {
            punctuation(c);
        }
    }

    private void punctuation(char c) {
        var start = at;
        if (css.startsWith("<!--", at) || css.startsWith("-->", at)) {
            at += c == '<' ? 4 : 3;
            add(Type.MARKUP, start, "");
            return;
        }
        at++;
        var type = switch (c) {
            case ':' -> Type.COLON;
            case ';' -> Type.SEMICOLON;
            case ',' -> Type.COMMA;
            case '[' -> Type.OPEN_BRACKET;
            case ']' -> Type.CLOSE_BRACKET;
            case '(' -> Type.OPEN_PAREN;
            case ')' -> Type.CLOSE_PAREN;
            case '{' -> Type.OPEN_BRACE;
            case '}' -> Type.CLOSE_BRACE;
            default -> Type.DELIM;
        };
        depth = Math.max(0, depth + (c == '{' ? 1 : c == '}' ? -1 : 0));
        inValue = c == ':' || inValue && c != ';' && c != '{' && c != '}';
        add(type, start, type == Type.DELIM ? String.valueOf(c) : "");
    }

    /** {{…}}, {%…%}, &lt;%…%&gt;, &lt;?…?&gt; and Qute's {…}. */
    private boolean template(char c) {
        if (c == '{') {
            return peek(1) == '{' ? closed(peek(2) == '{' ? TRIPLE : DOUBLE) : peek(1) == '%' ? closed(JINJA) : singleBrace();
        }
        return c == '<' && (peek(1) == '%' && closed(PERCENT) || peek(1) == '?' && closed(PHP));
    }

    private boolean closed(int kind) {
        if (closes[kind] < at + 2) { // looked for again only behind the last one found: linear, however many are open
            var close = css.indexOf(CLOSES.get(kind), at + 2);
            closes[kind] = close < 0 ? Integer.MAX_VALUE : close;
        }
        return closes[kind] - at < LONGEST_TEMPLATE && (kind != DOUBLE || isExpression(at + 2, closes[kind])) && template(closes[kind] + CLOSES.get(kind).length());
    }

    /** Two broken blocks may begin and end with two braces as well. */
    private boolean isExpression(int from, int to) {
        var inside = css.substring(from, to);
        return !inside.isBlank() && inside.chars().noneMatch(character -> character == '{' || character == '}' || character == ';');
    }

    private boolean singleBrace() {
        var next = peek(1);
        if (next == END || !isNameStart(next) && "#/!|".indexOf(next) < 0) {
            return false;
        }
        var found = SINGLE_BRACE.matcher(css).region(at, Math.min(css.length(), at + 200));
        return found.lookingAt() && (isNameStart(next) ? isValue(found.end()) : inValue || startsItem()) && template(found.end());
    }

    /** Nothing of a rule's selector stands before, whose block this would be. */
    private boolean startsItem() {
        var last = tokens.size() - 1;
        while (last >= 0 && tokens.get(last).is(Type.SPACE)) {
            last--;
        }
        return last < 0 || switch (tokens.get(last).type()) {
            case SEMICOLON, OPEN_BRACE, CLOSE_BRACE, TEMPLATE -> true;
            default -> false;
        };
    }

    /** A name in braces is template code where a value may stand, or before a block; else it is a rule with nothing valid in it. */
    private boolean isValue(int end) {
        var after = end;
        while (isSpace(charAt(after))) {
            after++;
        }
        return charAt(after) == '{' || depth > 0 && (inValue || charAt(after) == ';');
    }

    private boolean template(int end) {
        add(Type.TEMPLATE, at, css.substring(at, end), end);
        return true;
    }

    private void string(char quote) {
        var start = at++;
        var text = new StringBuilder();
        for (; at < css.length(); at++) {
            var c = css.charAt(at);
            if (c == quote) {
                at++;
                break;
            }
            if (isNewline(c)) {
                add(Type.BAD_STRING, start, "");
                return;
            }
            if (c == '\\') {
                if (at + 1 < css.length() && isNewline(css.charAt(at + 1))) {
                    at += css.startsWith("\r\n", at + 1) ? 2 : 1;
                } else if (at + 1 < css.length()) {
                    escape(text);
                }
            } else {
                text.append(c);
            }
        }
        add(Type.STRING, start, text.toString());
    }

    private boolean number() {
        var i = at;
        if (peek(0) == '+' || peek(0) == '-') {
            i++;
        }
        var digits = digits(i);
        var end = digits;
        if (charAt(digits) == '.' && isDigit(charAt(digits + 1))) {
            end = digits(digits + 1);
        } else if (digits == i) {
            return false;
        }
        if (charAt(end) == 'e' || charAt(end) == 'E') {
            var sign = charAt(end + 1) == '+' || charAt(end + 1) == '-' ? 2 : 1;
            end = isDigit(charAt(end + sign)) ? digits(end + sign) : end;
        }
        var start = at;
        at = end;
        if (peek(0) == '%') {
            at++;
            add(Type.PERCENTAGE, start, "%");
        } else if (startsName(at)) {
            add(Type.DIMENSION, start, name());
        } else {
            add(Type.NUMBER, start, "");
        }
        return true;
    }

    private int digits(int from) {
        while (isDigit(charAt(from))) {
            from++;
        }
        return from;
    }

    private boolean nameLike(char c) {
        var start = at;
        if (c == '#' && (isName(peek(1)) || startsEscape(at + 1))) {
            at++;
            add(Type.HASH, start, name());
        } else if (c == '@' && startsName(at + 1)) {
            at++;
            add(Type.AT, start, name());
        } else if (!startsName(at) || css.startsWith("-->", at)) {
            return false;
        } else {
            named(start, name());
        }
        return true;
    }

    private void named(int start, String name) {
        if (peek(0) != '(') {
            add(Type.IDENT, start, name);
            return;
        }
        at++;
        var inside = at;
        while (isSpace(charAt(inside))) {
            inside++;
        }
        if (!name.equalsIgnoreCase("url") || charAt(inside) == '"' || charAt(inside) == '\'') {
            add(Type.FUNCTION, start, name);
        } else {
            at = inside;
            url(start);
        }
    }

    private void url(int start) {
        var text = new StringBuilder();
        for (; at < css.length() && css.charAt(at) != ')'; at++) {
            var c = css.charAt(at);
            if (isSpace(c) && closesAfterSpace()) {
                break;
            }
            if (c == '\\' && startsEscape(at)) {
                escape(text);
            } else if (isSpace(c) || "\"'(\\".indexOf(c) >= 0 || c < ' ' || c == 0x7F) {
                badUrl(start);
                return;
            } else {
                text.append(c);
            }
        }
        at = Math.min(css.length(), at + 1);
        add(Type.URL, start, text.toString());
    }

    private boolean closesAfterSpace() {
        var end = at;
        while (isSpace(charAt(end))) {
            end++;
        }
        if (charAt(end) != ')' && charAt(end) != END) {
            return false;
        }
        at = end;
        return true;
    }

    private void badUrl(int start) {
        for (; at < css.length() && css.charAt(at) != ')'; at++) {
            if (startsEscape(at)) {
                at++;
            }
        }
        at = Math.min(css.length(), at + 1);
        add(Type.BAD_URL, start, "");
    }

    private String name() {
        var start = at;
        while (isName(peek(0))) {
            at++;
        }
        if (!startsEscape(at)) {
            return css.substring(start, at);
        }
        var name = new StringBuilder(css.substring(start, at));
        for (; isName(peek(0)) || startsEscape(at); at++) {
            if (peek(0) == '\\') {
                escape(name);
            } else {
                name.append(css.charAt(at));
            }
        }
        return name.toString();
    }

    /** From a backslash to the last character of its escape. */
    private void escape(StringBuilder text) {
        var hex = at + 1;
        var end = hex;
        while (end < hex + 6 && Character.digit(charAt(end), 16) >= 0) {
            end++;
        }
        if (end == hex) {
            var character = css.codePointAt(hex);
            text.appendCodePoint(character);
            at = hex + Character.charCount(character) - 1;
            return;
        }
        var point = Integer.parseInt(css.substring(hex, end), 16);
        text.appendCodePoint(point == 0 || point > Character.MAX_CODE_POINT || point >= 0xD800 && point < 0xE000 ? 0xFFFD : point);
        at = isSpace(charAt(end)) ? css.startsWith("\r\n", end) ? end + 1 : end : end - 1;
    }

    private boolean startsName(int i) {
        var c = charAt(i);
        if (c == '-') {
            return isNameStart(charAt(i + 1)) || charAt(i + 1) == '-' || startsEscape(i + 1);
        }
        return isNameStart(c) || startsEscape(i);
    }

    private boolean startsEscape(int i) {
        return charAt(i) == '\\' && charAt(i + 1) != END && !isNewline(charAt(i + 1));
    }

    private int peek(int ahead) {
        return charAt(at + ahead);
    }

    private int charAt(int i) {
        return i < css.length() ? css.charAt(i) : END;
    }

    private void add(Type type, int start, String value) {
        add(type, start, value, at);
    }

    private void add(Type type, int start, String value, int end) {
        at = end;
        tokens.add(new Token(type, start, end, value));
    }

    private static boolean isNameStart(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80;
    }

    private static boolean isName(int c) {
        return isNameStart(c) || isDigit(c) || c == '-';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNewline(int c) {
        return c == '\n' || c == '\r' || c == '\f';
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || isNewline(c);
    }
}
