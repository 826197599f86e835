package org.broadsheet.edition;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.broadsheet.article.Article;
import org.broadsheet.article.Story;
import org.broadsheet.publication.Section;
import org.broadsheet.publication.Selection;

/**
 * Chooses and orders the stories of an edition: each story once, its best article leading; the strongest story leads the paper, no source
 * takes more than its share, sections in the publication's order, the rest in brief.
 */
final class Editor {

    /** A story's articles, the best first. */
    private record Candidate(List<Article> reports, double weight) {
        Article best() {
            return reports.getFirst();
        }
    }

    /** A story in its place. */
    record Placed(Article article, List<Article> others, EditionItem.Role role) {
    }

    /** So many stories are set in full before the rest becomes headlines. */
    private static final int SET_IN_FULL = 8;
    /** One step of a source's priority weighs a quarter of a day's freshness. */
    private static final double PER_PRIORITY = 0.1;
    /** A smaller edition has no briefs. */
    private static final int SMALLEST_WITH_BRIEFS = 7;

    private final Selection rules;
    private final List<Section> sections;
    private final Instant now;

    Editor(Selection rules, List<Section> sections, Instant now) {
        this.rules = rules;
        this.sections = sections;
        this.now = now;
    }

    /** @param articles that may be taken: in the window, of stories that are not spent */
    List<Placed> choose(List<Article> articles) {
        var chosen = withinCaps(byWeight(articles));
        var placed = new ArrayList<Placed>();
        for (var rank = 0; rank < chosen.size(); rank++) {
            placed.add(place(chosen.get(rank), roleOf(rank, chosen.size())));
        }
        placed.sort(Comparator.<Placed, EditionItem.Role>comparing(Placed::role).thenComparing(this::sectionRank)); // stable: weight decides within
        return placed;
    }

    private List<Candidate> byWeight(List<Article> articles) {
        var stories = new LinkedHashMap<Long, List<Article>>();
        articles.forEach(article -> stories.computeIfAbsent(article.story.id, id -> new ArrayList<>()).add(article));
        return stories.values().stream().map(this::candidate)
                .sorted(Comparator.comparingDouble(Candidate::weight).reversed().thenComparing(candidate -> candidate.best().id))
                .toList();
    }

    private Candidate candidate(List<Article> reports) {
        reports.sort(Story.BEST_FIRST);
        var sources = reports.stream().map(article -> article.sourceName).distinct().count();
        return new Candidate(reports, worth(reports.getFirst()) + 0.2 * Math.min(4, sources - 1));
    }

    /** What speaks for an article: own work, what the operator thinks of its source, a picture, something to read, freshness. */
    private double worth(Article article) {
        var hours = Duration.between(article.availableAt, now).toMinutes() / 60.0;
        return (article.source == null ? 0.3 : PER_PRIORITY * article.source.priority)
                + (article.pictureHash == null ? 0 : 0.3)
                + (article.standfirst.isEmpty() ? 0 : 0.1)
                + (article.summary.length() < 60 ? 0 : 0.15)
                + (article.minutes < 2 ? 0 : 0.1)
                + 0.4 * Math.exp(-Math.max(0, hours) / 24);
    }

    private List<Candidate> withinCaps(List<Candidate> candidates) {
        Map<Long, Integer> taken = new HashMap<>();
        return candidates.stream()
                .filter(candidate -> candidate.best().source == null
                        || taken.merge(candidate.best().source.id, 1, Integer::sum) <= rules.maxPerSource())
                .limit(rules.maxStories())
                .toList();
    }

    private static EditionItem.Role roleOf(int rank, int all) {
        if (rank == 0) {
            return EditionItem.Role.LEAD;
        }
        return all >= SMALLEST_WITH_BRIEFS && rank >= Math.min(SET_IN_FULL, all * 2 / 3) ? EditionItem.Role.BRIEF : EditionItem.Role.STORY;
    }

    private static Placed place(Candidate candidate, EditionItem.Role role) {
        return new Placed(candidate.best(), candidate.reports().subList(1, candidate.reports().size()), role);
    }

    /** Stories of no section, or of one that was removed, come last. */
    private int sectionRank(Placed placed) {
        for (var rank = 0; rank < sections.size(); rank++) {
            if (sections.get(rank).slug().equals(placed.article().section)) {
                return rank;
            }
        }
        return sections.size();
    }
}
