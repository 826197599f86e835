package org.broadsheet.edition;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.Comparator;

import org.broadsheet.web.Card;
import org.broadsheet.web.Link;
import org.broadsheet.web.Masthead;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The front page of a publication: the latest edition, the box to join, the archive.
 *
 * @param card   how it shows itself elsewhere
 * @param latest empty before the first edition
 * @param join   the box
 * @param months of earlier editions and of days without one, newest first
 * @param older  the archive behind these; empty if that is all
 */
public record FrontPage(Masthead masthead, Card card, Optional<Latest> latest, Join join, List<Month> months, Optional<Link> older) {

    private static final int PICTURED = 3;
    private static final int HEADLINES = 6;

    /**
     * @param next  when the next edition leaves, as {@link org.broadsheet.web.PageWords#nextEdition} says it
     * @param terms as {@link org.broadsheet.web.PageWords#joinTerms} says them
     * @param pause that there is a pause; "" while none is on
     */
    public record Join(String next, String terms, String pause) {
    }

    /**
     * The latest edition.
     *
     * @param row  up to three further stories with a picture; none or at least two
     * @param also headlines of others, up to six
     */
    public record Latest(int number, LocalDate date, String url, Optional<WebStory> lead, List<WebStory> also, List<WebStory> row) {

        public static Latest of(Digest digest, Masthead masthead) {
            var home = masthead.homeUrl();
            var stories = new ArrayList<WebStory>();
            digest.sections().forEach(group -> group.items().forEach(item -> stories.add(WebStory.of(item, group.name(), home))));
            var row = row(stories);
            stories.removeAll(row);
            digest.briefs().forEach(item -> stories.add(WebStory.of(item, masthead.words().inBrief(), home)));
            return new Latest(digest.number(), digest.date(), masthead.editionUrl(digest.number()),
                    digest.lead().map(item -> WebStory.of(item, "", home)), stories.stream().limit(HEADLINES).toList(), row);
        }

        private static List<WebStory> row(Collection<WebStory> stories) {
            var pictured = stories.stream().filter(WebStory::pictured).limit(PICTURED).toList();
            return pictured.size() < 2 ? List.of() : pictured;
        }
    }

    /** A month of the archive. */
    public record Month(YearMonth month, List<Day> days) {

        /** Sorts days into months, newest first. */
        public static List<Month> of(Collection<Day> days) {
            var byMonth = new TreeMap<YearMonth, List<Day>>(Comparator.reverseOrder());
            days.forEach(day -> byMonth.computeIfAbsent(YearMonth.from(day.date()), month -> new ArrayList<>()).add(day));
            return byMonth.entrySet().stream().map(entry -> new Month(entry.getKey(), List.copyOf(entry.getValue()))).toList();
        }
    }

    /**
     * An earlier edition, or a day without one.
     *
     * @param number   0 for a day without an edition
     * @param headline of the lead
     * @param others   some further headlines
     * @param skipped  why there was no edition; "" where there was one
     */
    public record Day(LocalDate date, int number, String headline, List<String> others, String skipped) {

        public static Day edition(LocalDate date, int number, String headline, List<String> others) {
            return new Day(date, number, headline, others, "");
        }

        public static Day without(LocalDate date, String reason) {
            return new Day(date, 0, "", List.of(), reason);
        }

        /** The further headlines on one line. */
        public String othersLine() {
            return String.join(" · ", others);
        }
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance front(FrontPage page);
    }

    public TemplateInstance html() {
        return Templates.front(this);
    }
}
