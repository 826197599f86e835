package org.broadsheet.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

/**
 * The standfirst if it is good; else the sentences of the body that say most of what the whole says, more weight at the beginning where the text
 * is written as news are, nothing said twice, in their order.
 */
@Singleton
public class ExtractiveSummariser implements Summariser {

    private static final int SHORTEST_STANDFIRST = 60;
    private static final int LONGEST_STANDFIRST = 320;
    private static final double ENOUGH = 0.72;
    private static final int SHORTEST_SENTENCE = 25;
    private static final int LONGEST_SENTENCE = 400;
    private static final int MOST_SENTENCES = 60;
    private static final double TOO_ALIKE = 0.6;
    private static final double SAYS_THE_TITLE = 0.8;
    private static final String ENDS = ".!?。！？؟।॥։۔።;»”\"’“」』)";
    /** A sentence that begins with these leans on the one before it. */
    private static final Pattern LEANING = Pattern.compile("(?iu)^[\"“„«'‘(]*(he|she|it|they|this|these|those|that|his|her|its|their|him|such"
            + "|there, |here, |er|sie|es|dies|diese[rsmn]?|jene[rsmn]?|damit|dabei|dafür|dazu|dagegen|deshalb|daher|darum|dadurch|davon|seine[rsmn]?|ihre[rsmn]?|dort"
            + "|ils?|elles?|cela|ceci|ce|cet|cette|ces|celui-ci|celle-ci|son|sa|ses|leurs?|él|ella|ellos|ellas|esto|eso|este|esta|estos|estas|ese"
            + "|esa|sus?|lui|lei|loro|questo|questa|questi|queste|ciò|suo|sua|hij|zij|ze|dit|dat|deze|hun|zijn|haar|daarmee|ele|ela|eles|elas|isto"
            + "|isso|seus?|suas?|これ|それ|彼|彼女|هذا|هذه|وهو|وهي)(?![\\p{L}])");
    private static final Pattern CONNECTED = Pattern.compile("(?iu)^(but|however|also|and|so|yet|then|instead|moreover|furthermore|meanwhile|still"
            + "|for example|for instance|aber|doch|auch|und|denn|zudem|außerdem|dennoch|allerdings|zum beispiel|mais|et|aussi|cependant|pourtant"
            + "|par exemple|pero|y|también|sin embargo|además|ma|e|anche|tuttavia|inoltre|maar|en|ook|echter|bovendien|mas|também|porém"
            + "|entretanto)(?![\\p{L}])");
    private static final Pattern PERSONAL = Pattern.compile("(?iu)(?<![\\p{L}])(I|I'm|I've|my|me|ich|mein|mir|mich|je|j'ai|yo|io)(?![\\p{L}])");
    private static final String QUOTES_OPEN = "“„«「『";
    private static final String QUOTES_CLOSE = "”“»」』";

    /** A sentence with its place and its telling words. */
    private record Sentence(int place, String text, Telling words) {
    }

    @Override
    public String summarise(String title, String given, String body, Locale language, int longest) {
        var standfirst = Boilerplate.off(given);
        if (isGood(standfirst, title, language) && !isCutOff(standfirst, body)) {
            return new Summary(standfirst, language).atMost(Math.max(longest, SHORTEST_STANDFIRST));
        }
        var sentences = sentences(body, language);
        if (sentences.isEmpty()) {
            return CleanText.line(standfirst.isEmpty() ? CleanText.fold(body) : standfirst, longest);
        }
        return chosen(sentences, title, isNews(body, title, sentences, language), language, longest);
    }

    /** Some feeds give the first words of the text as its summary, and stop wherever their number is reached. */
    private static boolean isCutOff(String standfirst, String body) {
        return !isEnded(standfirst) && body.replace('\n', ' ').startsWith(standfirst.substring(0, standfirst.length() / 2));
    }

    private static boolean isEnded(String text) {
        return !text.isEmpty() && ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private static boolean isGood(String standfirst, String title, Locale language) {
        var tooShort = standfirst.length() < (Telling.isDense(standfirst) ? SHORTEST_STANDFIRST / 3 : SHORTEST_STANDFIRST);
        if (tooShort || standfirst.length() > LONGEST_STANDFIRST || Boilerplate.is(standfirst)) {
            return false;
        }
        return Telling.of(standfirst, language).overlap(Telling.of(title, language)) < SAYS_THE_TITLE;
    }

    private static List<Sentence> sentences(String body, Locale language) {
        var sentences = new ArrayList<Sentence>();
        for (var line : body.lines().toList()) {
            for (var text : Sentences.of(Boilerplate.off(line), language)) {
                if (sentences.size() < MOST_SENTENCES && tells(text)) {
                    sentences.add(new Sentence(sentences.size(), text, Telling.of(text, language)));
                }
            }
        }
        return sentences;
    }

    /** Leaves out fragments, boilerplate, bare addresses (mostly offers to buy), quotations torn apart, and what ends in the middle. */
    private static boolean tells(String text) {
        var shortest = Telling.isDense(text) ? SHORTEST_SENTENCE / 3 : SHORTEST_SENTENCE;
        return text.length() >= shortest && text.length() <= LONGEST_SENTENCE && !Boilerplate.is(text) && isEnded(text) && !text.contains("://") && isBalanced(text);
    }

    private static boolean isBalanced(String text) {
        for (var kind = 0; kind < QUOTES_OPEN.length(); kind++) {
            var open = text.indexOf(QUOTES_OPEN.charAt(kind)) >= 0;
            var close = text.indexOf(QUOTES_CLOSE.charAt(kind)) >= 0 || kind == 1 && text.indexOf('”') >= 0;
            if (open && !close) {
                return false;
            }
        }
        var closed = text.indexOf('”') >= 0 && text.indexOf('“') < 0 && text.indexOf('„') < 0;
        return !closed && text.chars().filter(letter -> letter == '"').count() % 2 == 0
                && text.chars().filter(letter -> letter == '(').count() == text.chars().filter(letter -> letter == ')').count();
    }

    /** News say first what the headline announces; others come to it in the end. */
    private static boolean isNews(String body, String title, List<Sentence> sentences, Locale language) {
        return Boilerplate.hasDateline(body) || Telling.of(title, language).coveredBy(sentences.getFirst().words()) >= 0.34;
    }

    private static String chosen(List<Sentence> sentences, String title, boolean news, Locale language, int longest) {
        var worth = worth(sentences, Telling.of(title, language), news);
        var order = new ArrayList<>(sentences);
        order.sort(Comparator.comparingDouble((Sentence sentence) -> -worth[sentence.place()]));
        var taken = new ArrayList<Sentence>();
        var length = 0;
        for (var sentence : order) {
            var leans = LEANING.matcher(sentence.text()).find() && taken.stream().noneMatch(other -> other.place() == sentence.place() - 1);
            var repeats = taken.stream().anyMatch(other -> sentence.words().overlap(other.words()) > TOO_ALIKE);
            if (!repeats && !(leans && !taken.isEmpty()) && length + sentence.text().length() + 1 <= longest + 1) {
                taken.add(sentence);
                length += sentence.text().length() + 1;
            }
            if (length >= longest * ENOUGH) {
                break;
            }
        }
        if (taken.isEmpty()) {
            return CleanText.line(order.getFirst().text(), longest);
        }
        taken.sort(Comparator.comparingInt(Sentence::place));
        return String.join(taken.stream().anyMatch(sentence -> Telling.isDense(sentence.text())) ? "" : " ", taken.stream().map(Sentence::text).toList());
    }

    private static double[] worth(List<Sentence> sentences, Telling title, boolean news) {
        var worth = Centrality.of(sentences.stream().map(Sentence::words).toList());
        for (var sentence : sentences) {
            var place = sentence.place();
            worth[place] *= (1 + (news ? 3.0 : 0.9) / (1 + place)) * (1 + 1.2 * title.coveredBy(sentence.words())) * style(sentence.text());
            if (title.coveredBy(sentence.words()) > SAYS_THE_TITLE && sentence.words().coveredBy(title) > SAYS_THE_TITLE) {
                worth[place] *= 0.2; // the title again
            }
        }
        return worth;
    }

    /** Statements before questions, what stands alone before what leans on others, matter before people who speak of themselves. */
    private static double style(String text) {
        return (LEANING.matcher(text).find() ? 0.45 : 1) * (CONNECTED.matcher(text).find() ? 0.75 : 1) * (text.endsWith("?") || text.endsWith("؟") || text.endsWith("？") ? 0.4 : 1)
                * (PERSONAL.matcher(text).find() ? 0.7 : 1) * ("\"“„«'‘「".indexOf(text.charAt(0)) >= 0 ? 0.6 : 1) * (text.endsWith(":") ? 0.3 : 1);
    }
}
