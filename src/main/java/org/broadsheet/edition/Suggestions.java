package org.broadsheet.edition;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.broadsheet.article.Summary;
import org.broadsheet.mail.MailWords;

/**
 * Lines that suit an edition, made of its own stories, the most fitting first.
 *
 * @param subjects   at most 150 characters each; telephones show some 40 of them
 * @param preheaders 40 to 130 characters each where there is that much (A33)
 */
public record Suggestions(List<Line> subjects, List<Line> preheaders) {

    private static final int LONGEST_SUBJECT = 150;
    private static final int NICEST_PAIR = 90;
    private static final int LONGEST_PREHEADER = 130;
    private static final int OTHERS = 3;

    /** @param characters as a reader counts them */
    public record Line(String text, int characters) {

        static Line of(String text) {
            return new Line(text, text.codePointCount(0, text.length()));
        }
    }

    /** Of the stories as they stand now. */
    public static Suggestions of(Edition edition) {
        var stories = edition.items().stream().map(item -> item.frozen).toList();
        if (stories.isEmpty()) {
            return new Suggestions(List.of(), List.of());
        }
        var words = MailWords.of(edition.publication.language);
        return new Suggestions(lines(subjects(edition, stories, words), text -> text.length() <= LONGEST_SUBJECT),
                lines(preheaders(edition, stories, words), text -> text.length() <= LONGEST_PREHEADER));
    }

    private static Stream<String> subjects(Edition edition, List<FrozenStory> stories, MailWords words) {
        var lead = stories.getFirst();
        var kicked = lead.kicker().isEmpty() ? "" : lead.kicker() + ": " + lead.headline();
        var pair = stories.size() < 2 ? "" : lead.headline() + "; " + stories.get(1).headline();
        var more = stories.size() < 2 ? "" : lead.headline() + words.say("comma") + words.furtherStories(stories.size() - 1);
        return Stream.of(lead.headline(), kicked, pair.length() <= NICEST_PAIR ? pair : "", more, edition.publication.name + ": " + lead.headline(),
                edition.publication.name + words.say("comma") + words.date(edition.editionDate));
    }

    private static Stream<String> preheaders(Edition edition, List<FrozenStory> stories, MailWords words) {
        var lead = stories.getFirst();
        var language = Locale.forLanguageTag(lead.language().isEmpty() ? edition.publication.language : lead.language());
        var others = stories.stream().skip(1).limit(OTHERS).map(FrozenStory::headline).collect(Collectors.joining("; "));
        return Stream.of(Preheader.of(lead.standfirst(), lead.summary()), new Summary(lead.summary(), language).about(LONGEST_PREHEADER / 2), Preheader.of(others, others));
    }

    private static List<Line> lines(Stream<String> texts, Predicate<String> fits) {
        return texts.map(String::strip).filter(text -> !text.isEmpty()).filter(fits).distinct().map(Line::of).toList();
    }
}
