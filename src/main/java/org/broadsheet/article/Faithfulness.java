package org.broadsheet.article;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether an answer says only what the article says, as far as that can be told without understanding: every number and every name in it must
 * occur in the article, and it must be in its language. Strict on purpose; a refused answer costs nothing, an invented one a reputation.
 */
final class Faithfulness {

    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+(?:[.,:  '’]\\p{Nd}+)*");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{Nd}'’-]*");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?:|www\\."
            + "|\\b[\\w-]+\\.(com|org|net|io|info|de|fr|ru|cn|xyz|top|uk|eu|co)\\b(/|\\s|$)|@[\\w-]+\\.\\w|mailto:|tel:|\\+?\\d[\\d ()/-]{8,}\\d)");
    private static final int STEM = 4;
    private static final int LONGEST_SHORT_WORD = 3;

    private Faithfulness() {
    }

    /** @return in words what is wrong with the answer; empty if nothing was found */
    static Optional<String> objection(String answer, String article, Locale language) {
        var address = ADDRESS.matcher(answer);
        if (address.find()) {
            return Optional.of("it holds an address or a telephone number");
        }
        var numbers = numbers(article);
        var invented = NUMBER.matcher(answer).results().map(match -> plain(match.group())).filter(number -> !numbers.contains(number)).findFirst();
        if (invented.isPresent()) {
            return Optional.of("it holds a number that the article does not: " + invented.get());
        }
        var name = inventedName(answer, article, language);
        if (name.isPresent()) {
            return Optional.of("it holds a name that the article does not: " + name.get());
        }
        return wrongLanguage(answer, article);
    }

    private static Set<String> numbers(String article) {
        var numbers = new HashSet<String>();
        NUMBER.matcher(article).results().forEach(match -> numbers.add(plain(match.group())));
        return numbers;
    }

    /** Without what groups its digits, so that 1,200 and 1200 are the same. */
    private static String plain(String number) {
        return number.replaceAll("[,.  '’](?=\\p{Nd}{3}(\\D|$))", "").replace(',', '.');
    }

    private static Optional<String> inventedName(String answer, String article, Locale language) {
        var known = new HashSet<String>();
        WORD.matcher(article.toLowerCase(language)).results().forEach(match -> {
            known.add(match.group());
            for (var part : match.group().split("['’-]")) {
                known.add(part);
                known.add(stem(part));
            }
        });
        return WORD.matcher(answer).results().map(match -> match.group()).filter(word -> Character.isUpperCase(word.codePointAt(0)))
                .filter(word -> !isKnown(word.toLowerCase(language), known)).findFirst();
    }

    private static boolean isKnown(String word, Set<String> known) {
        if (known.contains(word) || StopWords.isCommon(word)) {
            return true;
        }
        for (var part : word.split("['’-]")) {
            if (!part.isEmpty() && !known.contains(part) && !StopWords.isCommon(part) && !(part.length() > LONGEST_SHORT_WORD && known.contains(stem(part)))) {
                return false;
            }
        }
        return true;
    }

    /** Endings differ by case and number; what comes before them does not. */
    private static String stem(String word) {
        return word.length() <= STEM ? word : word.substring(0, Math.max(STEM, Math.min(STEM + 3, word.length() - 2))) + "*";
    }

    private static Optional<String> wrongLanguage(String answer, String article) {
        if (Telling.isDense(answer) != Telling.isDense(article) || script(answer) != script(article)) {
            return Optional.of("it is not written as the article is");
        }
        var given = StopWords.language(article);
        var said = StopWords.language(answer);
        return given.isPresent() && said.isPresent() && !given.equals(said) ? Optional.of("it is in another language than the article") : Optional.empty();
    }

    private static Character.UnicodeScript script(String text) {
        return text.codePoints().filter(Character::isLetter).mapToObj(Character.UnicodeScript::of)
                .map(script -> script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA ? Character.UnicodeScript.HAN : script)
                .collect(Collectors.groupingBy(script -> script, Collectors.counting())).entrySet().stream()
                .max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(Character.UnicodeScript.COMMON);
    }
}
