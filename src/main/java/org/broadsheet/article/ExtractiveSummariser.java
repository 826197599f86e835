package org.broadsheet.article;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

/**
 * The standfirst if it is good; else the sentences of the body that say most of what the whole says: centrality by TextRank (a sentence is as
 * important as the sentences it shares words with), more weight at the beginning as news are written, nothing said twice, in their order.
 */
@Singleton
public class ExtractiveSummariser implements Summariser {

    private static final int SHORTEST_STANDFIRST = 60;
    private static final int LONGEST_STANDFIRST = 320;
    private static final int AIM = 240;
    private static final int LONGEST = 330;
    private static final int SHORTEST_SENTENCE = 25;
    private static final int MOST_SENTENCES = 60;
    private static final double DAMPING = 0.85;
    private static final double TOO_ALIKE = 0.6;
    private static final Pattern BOILERPLATE = Pattern.compile(
            "(?i)^(read more|continue reading|the post .* appeared first|click here|sign up|subscribe|advertisement|share this|photo:|image:|"
                    + "lire la suite|weiterlesen|mehr lesen|lees meer|leer más|continua a leggere|submitted by )|(\\[…]|\\[\\.\\.\\.]|…|\\.\\.\\.)$");

    /** What blog software hangs on a standfirst. */
    private static final Pattern TRAILER = Pattern.compile("(?i)\\s*(\\bthe post .{1,200} appeared first on .*"
            + "|\\b(read more|continue reading|read the full story|weiterlesen|mehr lesen|lire la suite|lees meer|leer más|continua a leggere)\\W*|\\[(link|comments)\\])$");
    /** BreakIterator takes these for the end of a sentence when a capital follows. */
    private static final Pattern ABBREVIATED = Pattern.compile("(^|[\\s(.])(\\p{Lu}|Mrs?|Ms|Dr|Prof|St|No|Nr|Sen|Gov|Gen|Rep|Lt|Col|Sgt|Rev|Jr|Mt|Mme|Mlle|Hr|Fr|Abs"
            + "|bzw|ca|vs|etc|Inc|Ltd|Co|Corp)\\.$");
    private static final String ENDS = ".!?。！？؟।॥።။։»”\"’)";

    /** A sentence with its place and its telling words. */
    private record Sentence(int place, String text, Set<String> words) {
    }

    @Override
    public String summarise(String title, String given, String body, Locale language) {
        var standfirst = withoutTrailers(given);
        if (good(standfirst, title, language) && !isCutOff(standfirst, body)) {
            return standfirst;
        }
        var sentences = sentences(body, language);
        if (sentences.isEmpty()) {
            return standfirst.isEmpty() ? shortened(CleanText.fold(body)) : shortened(standfirst);
        }
        return chosen(sentences, words(title, language));
    }

    /** Some feeds give the first words of the text as its summary, and stop wherever their number is reached. */
    private static boolean isCutOff(String standfirst, String body) {
        return !isEnded(standfirst) && body.replace('\n', ' ').startsWith(standfirst.substring(0, standfirst.length() / 2));
    }

    private static boolean isEnded(String text) {
        return !text.isEmpty() && ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private static String withoutTrailers(String standfirst) {
        var shorter = TRAILER.matcher(standfirst).replaceFirst("").strip();
        return shorter.equals(standfirst) ? standfirst : withoutTrailers(shorter);
    }

    private static boolean good(String standfirst, String title, Locale language) {
        var tooShort = standfirst.length() < (dense(standfirst) ? SHORTEST_STANDFIRST / 3 : SHORTEST_STANDFIRST);
        if (tooShort || standfirst.length() > LONGEST_STANDFIRST || BOILERPLATE.matcher(standfirst).find()) {
            return false;
        }
        return alike(words(standfirst, language), words(title, language)) < 0.8;
    }

    private static List<Sentence> sentences(String body, Locale language) {
        var sentences = new ArrayList<Sentence>();
        for (var line : body.lines().toList()) {
            var paragraph = withoutTrailers(line);
            var breaks = BreakIterator.getSentenceInstance(language);
            breaks.setText(paragraph);
            var start = breaks.first();
            for (var end = breaks.next(); end != BreakIterator.DONE && sentences.size() < MOST_SENTENCES; end = breaks.next()) {
                var text = paragraph.substring(start, end).strip();
                if (end < paragraph.length() && ABBREVIATED.matcher(text).find()) {
                    continue;
                }
                start = end;
                if (tells(text)) {
                    sentences.add(new Sentence(sentences.size(), text, words(text, language)));
                }
            }
        }
        return sentences;
    }

    /** Leaves out fragments, boilerplate, bare addresses (mostly offers to buy), and what ends in the middle. */
    private static boolean tells(String text) {
        var shortest = dense(text) ? SHORTEST_SENTENCE / 3 : SHORTEST_SENTENCE;
        return text.length() >= shortest && text.length() <= LONGEST && !BOILERPLATE.matcher(text).find()
                && isEnded(text) && !text.contains("://");
    }

    private static String chosen(List<Sentence> sentences, Set<String> title) {
        var rank = rank(sentences, title);
        var order = new ArrayList<>(sentences);
        order.sort(Comparator.comparingDouble((Sentence sentence) -> -rank[sentence.place()]));
        var taken = new ArrayList<Sentence>();
        var length = 0;
        for (var sentence : order) {
            var repeats = taken.stream().anyMatch(other -> alike(sentence.words(), other.words()) > TOO_ALIKE);
            if (!repeats && length + sentence.text().length() + 1 <= LONGEST) {
                taken.add(sentence);
                length += sentence.text().length() + 1;
            }
            if (length >= AIM) {
                break;
            }
        }
        taken.sort(Comparator.comparingInt(Sentence::place));
        return String.join(taken.stream().anyMatch(sentence -> dense(sentence.text())) ? "" : " ", taken.stream().map(Sentence::text).toList());
    }

    private static double[] rank(List<Sentence> sentences, Set<String> title) {
        var size = sentences.size();
        var weights = new double[size][size];
        var sums = new double[size];
        for (var one = 0; one < size; one++) {
            for (var other = 0; other < size; other++) {
                weights[one][other] = one == other ? 0 : shared(sentences.get(one).words(), sentences.get(other).words());
                sums[one] += weights[one][other];
            }
        }
        var rank = new double[size];
        Arrays.fill(rank, 1);
        for (var round = 0; round < 30; round++) {
            rank = step(rank, weights, sums);
        }
        for (var place = 0; place < size; place++) {
            var lead = 1 + 1.5 / (1 + place);
            var onTitle = 1 + alike(sentences.get(place).words(), title);
            rank[place] *= lead * onTitle;
        }
        return rank;
    }

    private static double[] step(double[] rank, double[][] weights, double[] sums) {
        var next = new double[rank.length];
        for (var one = 0; one < rank.length; one++) {
            var received = 0.0;
            for (var other = 0; other < rank.length; other++) {
                received += sums[other] == 0 ? 0 : rank[other] * weights[other][one] / sums[other];
            }
            next[one] = 1 - DAMPING + DAMPING * received;
        }
        return next;
    }

    /** Common words, relative to the lengths of both (Mihalcea and Tarau, TextRank, section 4). */
    private static double shared(Set<String> one, Set<String> other) {
        var common = one.stream().filter(other::contains).count();
        var lengths = Math.log(1 + one.size()) + Math.log(1 + other.size());
        return common == 0 ? 0 : common / lengths;
    }

    private static double alike(Set<String> one, Set<String> other) {
        var smaller = Math.min(one.size(), other.size());
        return smaller == 0 ? 0 : (double) one.stream().filter(other::contains).count() / smaller;
    }

    /** Words of more than three letters tell; in scripts without spaces, pairs of characters do. */
    private static Set<String> words(String text, Locale language) {
        var words = new HashSet<String>();
        if (dense(text)) {
            for (var place = 0; place + 1 < text.length(); place++) {
                words.add(text.substring(place, place + 2));
            }
            return words;
        }
        for (var word : text.toLowerCase(language).split("[^\\p{L}\\p{N}]+")) {
            if (word.length() > 3 && !StopWords.contains(word)) {
                words.add(word.length() > 6 ? word.substring(0, 6) : word); // a crude stem that holds for most European languages
            }
        }
        return words;
    }

    /** Chinese and Japanese say in a character what others say in a word, and put no spaces between them. */
    private static boolean dense(String text) {
        return text.codePoints().limit(200).filter(ExtractiveSummariser::isDense).count() > Math.min(200, text.length()) / 5;
    }

    private static boolean isDense(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }

    private static String shortened(String text) {
        return CleanText.line(text, LONGEST);
    }
}
