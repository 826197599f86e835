package org.broadsheet.article;

import java.util.Locale;

/** A summary that can be shortened where its sentences end. */
public record Summary(String text, Locale language) {

    /** What a lead story has room for, in characters. */
    public static final int OF_A_LEAD = 320;
    /** What a story among others has room for, in characters. */
    public static final int OF_A_STORY = 180;

    /**
     * As many whole sentences from the beginning as fit.
     *
     * @param characters at most; where not even one sentence fits, it is cut at a word, with an ellipsis
     */
    public String atMost(int characters) {
        var whole = about(characters);
        return whole.length() <= characters ? whole : CleanText.line(text, characters);
    }

    /**
     * As many whole sentences from the beginning as fit, but the first in any case.
     *
     * @param characters wanted
     */
    public String about(int characters) {
        if (text.length() <= characters) {
            return text;
        }
        var end = 0;
        for (var sentence : Sentences.of(text, language)) {
            var next = text.indexOf(sentence, end) + sentence.length();
            if (end > 0 && next > characters) {
                break;
            }
            end = next;
        }
        return text.substring(0, end);
    }
}
