package org.broadsheet.article.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How far two texts have the same words, as often; each character of a script without spaces is a word. */
record TokenF1(double precision, double recall) {

    private static final Pattern WORD = Pattern.compile("\\p{IsHan}|\\p{IsHiragana}|\\p{IsKatakana}|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+");

    static TokenF1 of(String expected, String found) {
        var one = words(expected);
        var other = words(found);
        var common = one.entrySet().stream().mapToInt(word -> Math.min(word.getValue(), other.getOrDefault(word.getKey(), 0))).sum();
        return new TokenF1(share(common, other), share(common, one));
    }

    double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static double share(int common, Map<String, Integer> words) {
        var all = words.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? 1 : common / (double) all;
    }

    private static Map<String, Integer> words(String text) {
        var words = new HashMap<String, Integer>();
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().forEach(word -> words.merge(word.group(), 1, Integer::sum));
        return words;
    }
}
