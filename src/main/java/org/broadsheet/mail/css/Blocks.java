package org.broadsheet.mail.css;

import java.util.ArrayDeque;
import java.util.List;

import org.broadsheet.mail.css.Token.Type;

/** Which token closes which: found once for a whole sheet, so that skipping a block costs nothing. */
final class Blocks {

    private final List<Token> tokens;
    private final int[] closers;

    Blocks(List<Token> tokens) {
        this.tokens = tokens;
        closers = new int[tokens.size()];
        var open = new ArrayDeque<Integer>();
        for (var i = 0; i < closers.length; i++) {
            closers[i] = tokens.size();
            if (closer(tokens.get(i)) != null) {
                open.push(i);
            } else if (!open.isEmpty() && closer(tokens.get(open.peek())) == tokens.get(i).type()) {
                closers[open.pop()] = i;
            }
        }
    }

    /** Place of what closes the block that opens here; the number of tokens if the sheet ends before. */
    int close(int open) {
        return closers[open];
    }

    /** The first token of this type that is in no block within, or the end. */
    int end(int from, int to, Type... types) {
        for (var at = from; at < to; at++) {
            var token = tokens.get(at);
            for (var type : types) {
                if (token.is(type)) {
                    return at;
                }
            }
            if (closer(token) != null) {
                at = closers[at];
            }
        }
        return to;
    }

    int skipSpace(int from, int to) {
        var at = from;
        while (at < to && tokens.get(at).is(Type.SPACE)) {
            at++;
        }
        return at;
    }

    static List<Token> trimmed(List<Token> tokens) {
        var from = 0;
        var to = tokens.size();
        while (from < to && tokens.get(from).is(Type.SPACE)) {
            from++;
        }
        while (to > from && tokens.get(to - 1).is(Type.SPACE)) {
            to--;
        }
        return tokens.subList(from, to);
    }

    /** Has a string or address that was never closed, or a closing bracket without an opening one. */
    static boolean isBroken(List<Token> value) {
        var open = new ArrayDeque<Type>();
        for (var token : value) {
            var closer = closer(token);
            if (closer != null) {
                open.push(closer);
            } else if (token.is(Type.BAD_STRING) || token.is(Type.BAD_URL)) {
                return true;
            } else if (token.is(Type.CLOSE_PAREN) || token.is(Type.CLOSE_BRACKET) || token.is(Type.CLOSE_BRACE)) {
                if (open.isEmpty() || open.pop() != token.type()) {
                    return true;
                }
            }
        }
        return !open.isEmpty();
    }

    private static Type closer(Token token) {
        return switch (token.type()) {
            case OPEN_BRACE -> Type.CLOSE_BRACE;
            case OPEN_BRACKET -> Type.CLOSE_BRACKET;
            case OPEN_PAREN, FUNCTION -> Type.CLOSE_PAREN;
            default -> null;
        };
    }
}
