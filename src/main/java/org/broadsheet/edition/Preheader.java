package org.broadsheet.edition;

import org.broadsheet.article.Article;

/** The line that a mail client shows beside the subject: the standfirst of the lead, else its summary (A33: 40 to 130 characters). */
final class Preheader {

    private static final int LONGEST = 130;
    private static final int SHORTEST = 40;

    private Preheader() {
    }

    static String of(Article lead) {
        return of(lead.standfirst, lead.summary);
    }

    static String of(String standfirst, String summary) {
        var text = standfirst.length() >= SHORTEST ? standfirst : summary;
        if (text.length() <= LONGEST) {
            return text;
        }
        var cut = text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1);
        var sentence = cut.lastIndexOf(". ");
        if (sentence >= SHORTEST) {
            return cut.substring(0, sentence + 1);
        }
        var word = cut.lastIndexOf(' ');
        return (word >= SHORTEST ? cut.substring(0, word) : cut) + "…";
    }
}
