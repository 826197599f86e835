package org.broadsheet.mail.css;

import java.util.List;
import java.util.Set;

import org.broadsheet.mail.css.Token.Type;

/** Writes tokens with as little white space as keeps their meaning; strings in single quotes where they can be, so that they fit into an attribute. */
final class Minified {

    /** Where white space means what. */
    enum Place { SELECTOR, PRELUDE, VALUE, SHEET }

    private static final Set<Type> SPARE_AFTER = Set.of(Type.COMMA, Type.OPEN_PAREN, Type.FUNCTION, Type.OPEN_BRACKET, Type.SEMICOLON, Type.OPEN_BRACE, Type.CLOSE_BRACE);
    private static final Set<Type> SPARE_BEFORE = Set.of(Type.COMMA, Type.CLOSE_PAREN, Type.CLOSE_BRACKET, Type.SEMICOLON, Type.OPEN_BRACE, Type.CLOSE_BRACE);

    private Minified() {
    }

    static String text(String css, List<Token> tokens, Place place) {
        var text = new StringBuilder();
        Token last = null;
        var depth = 0;
        for (var i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.is(Type.SPACE)) {
                continue;
            }
            if (last != null) {
                text.append(between(last, token, i > 0 && tokens.get(i - 1).is(Type.SPACE), place, depth));
            }
            depth += token.opensParen() || token.is(Type.OPEN_BRACKET) ? 1 : token.is(Type.CLOSE_PAREN) || token.is(Type.CLOSE_BRACKET) ? -1 : 0;
            write(css, token, text);
            last = token;
        }
        return text.toString();
    }

    private static String between(Token before, Token after, boolean spaced, Place place, int depth) {
        if (!spaced) { // a comment stood here: without it two words would be one
            return before.end() == after.start() || SPARE_AFTER.contains(before.type()) || SPARE_BEFORE.contains(after.type()) ? "" : "/**/";
        }
        if (before.is(Type.TEMPLATE) || after.is(Type.TEMPLATE)) {
            return " ";
        }
        return SPARE_AFTER.contains(before.type()) || SPARE_BEFORE.contains(after.type()) || spare(before, after, place, depth) ? "" : " ";
    }

    private static boolean spare(Token before, Token after, Place place, int depth) {
        return switch (place) {
            case SELECTOR -> combines(before) || combines(after) || depth > 0 && (before.isDelim('=') || after.isDelim('='));
            case SHEET -> before.is(Type.COLON);
            case PRELUDE -> depth > 0 && (before.is(Type.COLON) || after.is(Type.COLON));
            case VALUE -> after.isDelim('!') || before.isDelim('!') || before.isDelim('/') && !after.is(Type.DELIM) || after.isDelim('/') && !before.is(Type.DELIM);
        };
    }

    private static boolean combines(Token token) {
        return token.isDelim('>') || token.isDelim('+') || token.isDelim('~');
    }

    private static void write(String css, Token token, StringBuilder text) {
        var start = text.length();
        if (token.is(Type.STRING) && css.charAt(token.start()) == '"' && css.charAt(token.end() - 1) == '"'
                && token.end() - token.start() > 1 && css.substring(token.start(), token.end()).indexOf('\'') < 0) {
            text.append('\'').append(css, token.start() + 1, token.end() - 1).append('\'');
        } else if (token.is(Type.STRING) && (token.end() - token.start() < 2 || css.charAt(token.start()) != css.charAt(token.end() - 1))) {
            text.append(css, token.start(), token.end()).append(css.charAt(token.start()));
        } else {
            text.append(css, token.start(), token.end());
        }
        for (var i = text.indexOf("</", start); i >= 0; i = text.indexOf("</", i)) { // or it would end the element that the sheet is in
            text.insert(i + 1, '\\');
        }
    }
}
