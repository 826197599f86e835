package org.broadsheet.article;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of a text that tell what it is about, with how often each occurs. */
record Telling(Map<String, Integer> counts) {

    private static final int STEM = 6;

    /** Words of more than three letters tell, and numbers; in scripts without spaces, pairs of characters do. */
    static Telling of(String text, Locale language) {
        var counts = new HashMap<String, Integer>();
        if (isDense(text)) {
            for (var place = 0; place + 1 < text.length(); place++) {
                if (Character.isLetterOrDigit(text.charAt(place)) && Character.isLetterOrDigit(text.charAt(place + 1))) {
                    counts.merge(text.substring(place, place + 2), 1, Integer::sum);
                }
            }
            return new Telling(counts);
        }
        for (var word : text.toLowerCase(language).split("[^\\p{L}\\p{N}\\p{M}]+")) {
            if ((word.length() > 3 || !word.isEmpty() && Character.isDigit(word.charAt(0))) && !StopWords.contains(word)) {
                counts.merge(word.length() > STEM ? word.substring(0, STEM) : word, 1, Integer::sum); // a crude stem that holds for most European languages
            }
        }
        return new Telling(counts);
    }

    Set<String> words() {
        return counts.keySet();
    }

    /** The part of the smaller one that both share, 0 to 1. */
    double overlap(Telling other) {
        var smaller = Math.min(counts.size(), other.counts.size());
        return smaller == 0 ? 0 : (double) words().stream().filter(other.counts::containsKey).count() / smaller;
    }

    /** How much of these words the other has, 0 to 1. */
    double coveredBy(Telling other) {
        return counts.isEmpty() ? 0 : (double) words().stream().filter(other.counts::containsKey).count() / counts.size();
    }

    /** Chinese and Japanese say in a character what others say in a word, and put no spaces between them. */
    static boolean isDense(String text) {
        return text.codePoints().limit(200).filter(Telling::isDense).count() > Math.min(200, text.length()) / 5;
    }

    private static boolean isDense(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }
}
