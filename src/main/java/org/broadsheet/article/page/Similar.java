package org.broadsheet.article.page;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How much one short text says of another: titles are written twice on most pages, seldom quite the same. */
final class Similar {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_]+");

    private Similar() {
    }

    /** The share of the second text's letters that stand in words of the first: 0 to 1. */
    static double share(String known, String other) {
        var others = words(other);
        var length = others.stream().mapToInt(String::length).sum();
        if (length == 0) {
            return 0;
        }
        var words = new HashSet<>(words(known));
        return others.stream().filter(words::contains).mapToInt(String::length).sum() / (double) length;
    }

    static List<String> words(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT))).filter(word -> !word.isEmpty()).toList();
    }
}
