package org.broadsheet.article;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of an article is compared with others.
 *
 * @param language  primary subtag, "" if unknown
 * @param key       of its headline
 * @param genre     what kind of piece it is
 * @param title     telling stems of its headline
 * @param terms     all its telling stems, with their weight
 * @param names     stems that are names as far as can be seen
 * @param numbers   in headline, standfirst and the beginning of its text
 * @param days     of the week, as written
 * @param shingles  hashes of each three tokens in a row
 */
record NewsMark(String language, String key, Genre genre, Set<String> title, Map<String, Double> terms, Set<String> names, Set<String> numbers, Set<String> titleNumbers,
        Set<String> days, Set<Integer> shingles) {

    /** So much of a text's beginning is compared, in characters; news say there what they are about. */
    static final int LEAD = 1200;
    /** In tokens: what comes first tells the most. */
    private static final int BEGINNING = 60;
    private static final int IN_A_SHINGLE = 3;
    private static final Set<String> DAYS = Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch",
            "donnerstag", "freitag", "samstag", "sonntag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miercoles", "jueves",
            "viernes", "sabado", "domingo");
    private static final double NAME = 2;
    private static final double NUMBER = 1.3;
    private static final double SMALL_NUMBER = 0.6;

    /** @param lead the beginning of its text, plain */
    static NewsMark of(String language, String source, String headline, String standfirst, String lead) {
        var bare = Headline.bare(headline, source);
        var title = NewsWords.of(bare);
        var text = NewsWords.of(standfirst + "\n" + cut(withoutRepetition(lead, standfirst)));
        var names = names(title, text, language);
        var terms = new LinkedHashMap<String, Double>();
        title.forEach(token -> weigh(token, names, 1, terms));
        for (var at = 0; at < text.size(); at++) {
            weigh(text.get(at), names, at < BEGINNING ? 0.6 : 0.3, terms);
        }
        return new NewsMark(primary(language), Headline.key(bare), Genre.of(headline, bare), telling(title), terms, names,
                numbers(title, text.subList(0, Math.min(text.size(), 2 * BEGINNING))), numbers(title, List.of()),
                days(text), shingles(text));
    }

    static NewsMark of(Article article) {
        return of(article.language, article.sourceName, article.title, article.standfirst, article.lead);
    }

    /** The weight of what is in both, of what is in this one's headline. 0 to 1. */
    double coveredBy(NewsMark other) {
        var all = title.stream().mapToDouble(terms::get).sum();
        return all == 0 ? 0 : title.stream().filter(other.terms::containsKey).mapToDouble(terms::get).sum() / all;
    }

    /** How alike all telling words are, by weight. 0 to 1. */
    double cosine(NewsMark other) {
        var shared = terms.entrySet().stream().mapToDouble(term -> term.getValue() * other.terms.getOrDefault(term.getKey(), 0.0)).sum();
        return shared == 0 ? 0 : shared / Math.sqrt(square() * other.square());
    }

    /** Telling words of the text that are not in the headline. */
    Set<String> beyondTitle() {
        var beyond = new HashSet<>(terms.keySet());
        beyond.removeAll(title);
        return beyond;
    }

    Set<String> titleNames() {
        return title.stream().filter(names::contains).collect(Collectors.toSet());
    }

    /** Which share of the shorter text's shingles is in the other as well. 0 to 1; 0 where one is too short to tell. */
    double containment(NewsMark other, int fewest) {
        var shorter = Math.min(shingles.size(), other.shingles.size());
        return shorter < fewest ? 0 : (double) common(shingles, other.shingles) / shorter;
    }

    static <T> long common(Set<T> one, Set<T> other) {
        var smaller = one.size() < other.size() ? one : other;
        var larger = smaller == one ? other : one;
        return smaller.stream().filter(larger::contains).count();
    }

    private double square() {
        return terms.values().stream().mapToDouble(weight -> weight * weight).sum();
    }

    private static String primary(String language) {
        return language.isEmpty() ? "" : Locale.forLanguageTag(language).getLanguage();
    }

    /** A text that begins with its standfirst says it once. */
    private static String withoutRepetition(String lead, String standfirst) {
        return !standfirst.isEmpty() && lead.startsWith(standfirst) ? lead.substring(standfirst.length()) : lead;
    }

    private static String cut(String text) {
        return text.length() <= LEAD ? text : text.substring(0, LEAD);
    }

    /**
     * Capitalised inside a sentence and never written small. A headline in which most words are capitalised tells nothing of that, nor does German,
     * whose nouns all are.
     */
    private static Set<String> names(List<NewsWords.Token> title, List<NewsWords.Token> text, String language) {
        var capital = new HashMap<String, Integer>();
        var small = new HashSet<String>();
        if (!inTitleCase(title)) {
            count(title, capital, small);
        }
        count(text, capital, small);
        var capitalised = title.stream().filter(token -> token.kind() == NewsWords.Kind.CAPITAL || token.kind() == NewsWords.Kind.INITIAL).map(NewsWords.Token::stem).toList();
        var initials = text.stream().filter(token -> token.kind() == NewsWords.Kind.INITIAL).map(NewsWords.Token::stem).collect(Collectors.toSet());
        capitalised.stream().filter(initials::contains).forEach(stem -> capital.merge(stem, 1, Integer::sum)); // begins sentences here and there
        capital.keySet().removeAll(small);
        return Set.copyOf(capital.keySet());
    }

    private static void count(List<NewsWords.Token> tokens, Map<String, Integer> capital, Set<String> small) {
        tokens.forEach(token -> {
            if (token.kind() == NewsWords.Kind.CAPITAL) {
                capital.merge(token.stem(), 1, Integer::sum);
            } else if (token.kind() == NewsWords.Kind.WORD) {
                small.add(token.stem());
            }
        });
    }

    private static boolean inTitleCase(List<NewsWords.Token> title) {
        var capital = title.stream().filter(token -> token.kind() == NewsWords.Kind.CAPITAL).count();
        return capital >= 3 && capital > 3 * title.stream().filter(token -> token.kind() == NewsWords.Kind.WORD).count();
    }

    private static void weigh(NewsWords.Token token, Set<String> names, double place, Map<String, Double> terms) {
        if (token.kind() != NewsWords.Kind.COMMON) {
            terms.merge(token.stem(), place * weight(token, names), Math::max);
        }
    }

    private static double weight(NewsWords.Token token, Set<String> names) {
        if (token.kind() == NewsWords.Kind.NUMBER) {
            return isTelling(token.stem()) ? NUMBER : SMALL_NUMBER;
        }
        return names.contains(token.stem()) ? NAME : 1;
    }

    /** Small whole numbers and this year's are everywhere. */
    static boolean isTelling(String number) {
        return !number.matches("\\d|10|20[0-4]\\d");
    }

    private static Set<String> telling(List<NewsWords.Token> title) {
        return title.stream().filter(token -> token.kind() != NewsWords.Kind.COMMON).map(NewsWords.Token::stem).collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private static Set<String> numbers(List<NewsWords.Token> title, List<NewsWords.Token> text) {
        return java.util.stream.Stream.concat(title.stream(), text.stream()).filter(token -> token.kind() == NewsWords.Kind.NUMBER).map(NewsWords.Token::stem)
                .collect(Collectors.toSet());
    }

    private static Set<String> days(List<NewsWords.Token> text) {
        return text.stream().map(NewsWords.Token::stem).filter(DAYS::contains).collect(Collectors.toSet());
    }

    private static Set<Integer> shingles(List<NewsWords.Token> text) {
        var shingles = new HashSet<Integer>();
        for (var at = 0; at + IN_A_SHINGLE <= text.size(); at++) {
            var hash = 17;
            for (var token : text.subList(at, at + IN_A_SHINGLE)) {
                hash = hash * 31 + token.stem().hashCode();
            }
            shingles.add(hash);
        }
        return shingles;
    }
}
