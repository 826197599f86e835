package org.broadsheet.article.page;

/**
 * How long a text is, with runs of space counted as one character and none at the ends, and how many commas are in it. Sizes of neighbours add up
 * to the size of both, so that all sizes of a tree cost one pass over it.
 */
record TextSize(int length, boolean spaceBefore, boolean spaceAfter, int commas) {

    static final TextSize NONE = new TextSize(0, false, false, 0);
    private static final String COMMAS = ",\u060C\u3001\uFE50\uFE10\uFE11\u2E41\u2E34\u2E32\uFF0C";

    static TextSize of(String text) {
        var length = 0;
        var commas = 0;
        var before = false;
        var space = false;
        for (var place = 0; place < text.length(); place++) {
            var character = text.charAt(place);
            if (isSpace(character)) {
                space = true;
                continue;
            }
            before |= length == 0 && space;
            length += length > 0 && space ? 2 : 1;
            commas += isComma(character) ? 1 : 0;
            space = false;
        }
        return new TextSize(length, length == 0 ? space : before, space, commas);
    }

    TextSize plus(TextSize next) {
        if (length == 0) {
            return new TextSize(next.length, spaceBefore || next.spaceBefore, next.spaceAfter || next.length == 0 && spaceBefore, next.commas);
        }
        if (next.length == 0) {
            return new TextSize(length, spaceBefore, spaceAfter || next.spaceBefore, commas);
        }
        return new TextSize(length + next.length + (spaceAfter || next.spaceBefore ? 1 : 0), spaceBefore, next.spaceAfter, commas + next.commas);
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\n' || character == '\t' || character == '\u00A0' || character > 0x2000 && Character.isSpaceChar(character)
                || character < ' ' && Character.isWhitespace(character);
    }

    private static boolean isComma(char character) {
        return character == ',' || character > 0x600 && COMMAS.indexOf(character) >= 0;
    }
}
