package org.broadsheet.mail.css;

/**
 * One token of CSS Syntax Level 3, section 4, and one of our own: {@link Type#TEMPLATE}, a piece of template code that is carried along as it is.
 *
 * @param start of its first character in the sheet
 * @param end   after its last character
 * @param value name, text, unit or character, escapes resolved; "" where the type says all
 */
record Token(Type type, int start, int end, String value) {

    enum Type {
        IDENT, FUNCTION, AT, HASH, STRING, BAD_STRING, URL, BAD_URL, DELIM, NUMBER, PERCENTAGE, DIMENSION, SPACE, COLON, SEMICOLON, COMMA,
        OPEN_BRACKET, CLOSE_BRACKET, OPEN_PAREN, CLOSE_PAREN, OPEN_BRACE, CLOSE_BRACE, MARKUP, TEMPLATE
    }

    boolean is(Type other) {
        return type == other;
    }

    boolean isDelim(char character) {
        return type == Type.DELIM && value.charAt(0) == character;
    }

    boolean isName(String name) {
        return type == Type.IDENT && value.equalsIgnoreCase(name);
    }

    boolean opensParen() {
        return type == Type.OPEN_PAREN || type == Type.FUNCTION;
    }
}
