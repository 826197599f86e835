package org.broadsheet.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Splits a paragraph into sentences as its language writes them. {@code java.text.BreakIterator} knows neither abbreviations, initials nor ordinals. */
final class Sentences {

    private static final String STOPS = ".!?…‽؟۔።։";
    /** These end a sentence whatever follows. */
    private static final String FULL_STOPS = "。！？｡।॥";
    private static final String CLOSERS = "\"”’»›)]}'“」』）】〉》";
    private static final String OPENERS = "\"“‘«‹([{'„‚¿¡—–-「『（*";
    private static final String BRACKETS_OPEN = "([{（「『【";
    private static final String BRACKETS_CLOSE = ")]}）」』】";
    private static final int LONGEST_BRACKET = 400;
    /** After a quotation that ended with a stop, Japanese goes on with these. */
    private static final Pattern SAYS = Pattern.compile("[^。！？，“]{0,5}[说道问喊答]");
    private static final Pattern DUTCH_ARTICLE = Pattern.compile("\\s+['’][st]\\s\\p{Lu}");
    private static final String GOES_ON = "とっなはがをにで";

    private final String text;
    private final Abbreviations abbreviations;
    private final boolean greek;

    private Sentences(String text, Locale language) {
        this.text = text;
        this.abbreviations = Abbreviations.of(language);
        this.greek = language.getLanguage().equals("el");
    }

    /** @return the sentences in their order, without space around them; none of "" */
    static List<String> of(String paragraph, Locale language) {
        return new Sentences(paragraph, language).split();
    }

    private List<String> split() {
        var sentences = new ArrayList<String>();
        var start = 0;
        var closing = -1;
        var whole = false; // a bracket that is a sentence of its own
        for (var at = 0; at < text.length(); at++) {
            var letter = text.charAt(at);
            if (at > closing && BRACKETS_OPEN.indexOf(letter) >= 0) {
                closing = Math.max(closing, closing(at));
                whole = text.substring(start, at).isBlank();
            }
            if (at == closing && whole && at > 0 && isStop(text.charAt(at - 1)) && at + 1 < text.length() && isSpace(text.charAt(at + 1))
                    && !Character.isLowerCase(text.codePointAt(next(at + 1) % text.length()))) {
                add(sentences, start, at + 1);
                start = at + 1;
                continue;
            }
            if (at < closing || !isStop(letter)) {
                continue;
            }
            var end = afterStops(at);
            if (ends(start, at, end)) {
                add(sentences, start, end);
                start = end;
            }
            at = end - 1;
        }
        add(sentences, start, text.length());
        return sentences;
    }

    private void add(List<String> sentences, int start, int end) {
        var sentence = text.substring(start, end).strip();
        if (!sentence.isEmpty()) {
            sentences.add(sentence);
        }
    }

    private boolean isStop(char letter) {
        return STOPS.indexOf(letter) >= 0 || FULL_STOPS.indexOf(letter) >= 0 || greek && (letter == ';' || letter == '\u037E');
    }

    /** The bracket that closes this one; -1 if it is far or missing, for then it is not to be relied on. */
    private int closing(int at) {
        var wanted = BRACKETS_CLOSE.charAt(BRACKETS_OPEN.indexOf(text.charAt(at)));
        var closing = text.indexOf(wanted, at);
        return closing - at > LONGEST_BRACKET ? -1 : closing;
    }

    /** All stops in a row, and what closes a quotation or a bracket after them. */
    private int afterStops(int at) {
        var end = at;
        while (end < text.length() && isStop(text.charAt(end))) {
            end++;
        }
        if (end + 1 < text.length() && isSpace(text.charAt(end)) && text.charAt(end + 1) == '»' && text.lastIndexOf('«', end) > text.lastIndexOf('»', end)) {
            end++; // French sets a space before it
        }
        while (end < text.length() && CLOSERS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private boolean ends(int start, int stop, int end) {
        if (end >= text.length()) {
            return true;
        }
        if (FULL_STOPS.indexOf(text.charAt(stop)) >= 0) {
            return end == stop + 1 || CLOSERS.indexOf(text.charAt(end - 1)) < 0 || GOES_ON.indexOf(text.charAt(end)) < 0 && !SAYS.matcher(text).region(end, text.length()).lookingAt();
        }
        if (!isSpace(text.charAt(end))) {
            return isUnspacedScript(text.charAt(end)) && text.charAt(stop) != '.';
        }
        var next = next(end);
        if (next >= text.length()) {
            return true;
        }
        var first = text.codePointAt(next);
        if (Character.isLowerCase(first)) {
            return DUTCH_ARTICLE.matcher(text).region(end, text.length()).lookingAt();
        }
        return text.charAt(stop) != '.' || end > stop + 1 && text.charAt(stop + 1) == '.' || endsAtPoint(start, stop, end, next);
    }

    /** A point may belong to an abbreviation, an initial or an ordinal number. */
    private boolean endsAtPoint(int start, int stop, int end, int next) {
        var from = stop;
        while (from > start && !isSpace(text.charAt(from - 1)) && OPENERS.indexOf(text.charAt(from - 1)) < 0 && text.charAt(from - 1) != '/') {
            from--;
        }
        var word = text.substring(from, stop);
        if (end > stop + 1 && text.charAt(end - 1) != ')' && !word.isEmpty()) {
            return true; // a quotation was closed after it
        }
        return abbreviations.ends(word, text.substring(start, from).isBlank(), following(next));
    }

    private String following(int next) {
        var end = next;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '\'' || text.charAt(end) == '’')) {
            end++;
        }
        return text.substring(next, end);
    }

    /** Where the next word begins. */
    private int next(int end) {
        var next = end;
        while (next < text.length() && (isSpace(text.charAt(next)) || OPENERS.indexOf(text.charAt(next)) >= 0)) {
            next++;
        }
        return next;
    }

    private static boolean isSpace(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    private static boolean isUnspacedScript(char letter) {
        return Character.isIdeographic(letter) || letter >= '\u3040' && letter <= '\u30FF';
    }
}
