package org.broadsheet.article.page;

/** Which way a text is written, by its letters (Unicode UAX 9, rule P2, over the whole text, since names in Latin letters often come first). */
final class Direction {

    private static final int LOOKED_AT = 2_000;

    private Direction() {
    }

    static boolean isRightToLeft(String text) {
        var right = 0;
        var left = 0;
        for (var place = 0; place < Math.min(text.length(), LOOKED_AT); place++) {
            var kind = Character.getDirectionality(text.charAt(place));
            right += kind == Character.DIRECTIONALITY_RIGHT_TO_LEFT || kind == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ? 1 : 0;
            left += kind == Character.DIRECTIONALITY_LEFT_TO_RIGHT ? 1 : 0;
        }
        return right > left;
    }
}
