package org.broadsheet.article;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.broadsheet.publication.Publication;
import org.broadsheet.source.Source;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;

/** Finds the story that an article tells: one that other sources told within three days, or a new one. In the caller's transaction. */
@ApplicationScoped
class Stories {

    private static final Logger LOG = Logger.getLogger(Stories.class);
    private static final int DAYS_NOTED = 10;
    /** Enough of one's own words to be the same article once more. */
    private static final double REPRINT = 0.85;

    /** An article with what it is compared by. */
    private record Told(Article article, NewsMark mark, Set<Long> bands) {

        static Told of(Article article) {
            var mark = NewsMark.of(article);
            return new Told(article, mark, StoryBands.of(mark));
        }

        long sourceId() {
            return article.source == null ? 0 : article.source.id;
        }

        Instant at() {
            return Optional.ofNullable(article.publishedAt).orElse(article.firstSeenAt);
        }
    }

    private final StoryLookup lookup;
    private final Clock clock;

    Stories(StoryLookup lookup, Clock clock) {
        this.lookup = lookup;
        this.clock = clock;
    }

    /** Lets others wait who store for the same publication, until the end of the transaction: two that look at once would not see each other. */
    void lock(Publication publication) {
        lookup.lock(publication.id);
    }

    /** Gives new articles their stories and persists them. */
    void place(Publication publication, List<Article> fresh) {
        var told = fresh.stream().filter(Stories::grouped).map(Told::of).toList();
        var matches = matches(publication, told);
        for (var place = 0; place < told.size(); place++) {
            join(told.get(place), matches.get(place));
        }
        fresh.forEach(article -> {
            article.story = Optional.ofNullable(article.story).orElseGet(() -> Story.of(publication, clock.instant()));
            article.persist();
        });
        Article.flush();
        note(publication, told);
    }

    /** Looks again when an article has new words: it may tell what others told. A story once found is kept. */
    void placeAgain(Publication publication, List<Article> changed) {
        var told = changed.stream().filter(Stories::grouped).map(Told::of).toList();
        if (told.isEmpty()) {
            return;
        }
        Article.flush();
        var matches = matches(publication, told);
        for (var place = 0; place < told.size(); place++) {
            join(told.get(place), matches.get(place));
        }
        note(publication, told);
    }

    /** Bands serve for the days in which the same may be told again. */
    @Scheduled(every = "12h", delayed = "10m", identity = "story-bands", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        var gone = lookup.forget(today().minusDays(DAYS_NOTED));
        if (gone > 0) {
            LOG.infof("%d bands of old stories forgotten", gone);
        }
    }

    private static boolean grouped(Article article) {
        return article.source == null || article.source.grouping == Source.Grouping.ON;
    }

    private List<List<StoryLookup.Candidate>> matches(Publication publication, List<Told> told) {
        if (told.isEmpty()) {
            return List.of();
        }
        lock(publication);
        return lookup.candidates(publication.id, told.stream().map(each -> new StoryLookup.Wanted(each.bands(), each.at())).toList());
    }

    /** Into the story of the best match; what else matches comes along. */
    private void join(Told told, List<StoryLookup.Candidate> candidates) {
        var same = candidates.stream().filter(candidate -> !java.util.Objects.equals(candidate.id(), told.article().id) && same(told, candidate))
                .sorted(Comparator.comparingDouble((StoryLookup.Candidate candidate) -> -Likeness.sameness(told.mark(), candidate.mark()))).toList();
        for (var story : current(same)) {
            if (told.article().story == null) {
                if (fits(told, story, same)) {
                    told.article().story = Story.findById(story);
                    told.article().persist();
                    Article.flush(); // the next one must see who is in it
                }
            } else if (!told.article().story.id.equals(story) && strangers(told.article().story.id, story, same) && sameFate(told.article().story, story)) {
                unite(told.article(), story);
            }
        }
    }

    /** Stories may have been joined since they were looked up. */
    private static Collection<Long> current(List<StoryLookup.Candidate> same) {
        var stories = new LinkedHashSet<Long>();
        same.forEach(candidate -> stories.add(Story.current(candidate.storyId())));
        return stories;
    }

    private static boolean same(Told told, StoryLookup.Candidate candidate) {
        return candidate.sourceId() == told.sourceId() ? reprint(told.mark(), candidate.mark()) : Likeness.sameness(told.mark(), candidate.mark()) > 0;
    }

    private static boolean reprint(NewsMark one, NewsMark other) {
        return one.genre() == Genre.REPORT && one.key().equals(other.key()) && one.containment(other, 1) >= REPRINT;
    }

    /** A source tells a story once, unless it printed the same again. */
    private boolean fits(Told told, long story, List<StoryLookup.Candidate> same) {
        return reprints(lookup.reports(Set.of(story)).stream().filter(report -> report.sourceId() == told.sourceId()).toList(), same);
    }

    /** What was withdrawn does not come back as part of another story, nor take one away. */
    private static boolean sameFate(Story one, long other) {
        return one.withdrawn() == Story.<Story>findById(other).withdrawn();
    }

    private boolean strangers(long one, long other, List<StoryLookup.Candidate> same) {
        var reports = lookup.reports(Set.of(one, other));
        var sources = new HashSet<Long>();
        reports.stream().filter(report -> report.storyId() == one).forEach(report -> sources.add(report.sourceId()));
        return reprints(reports.stream().filter(report -> report.storyId() == other && sources.contains(report.sourceId())).toList(), same);
    }

    private static boolean reprints(List<StoryLookup.Report> reports, List<StoryLookup.Candidate> same) {
        var ids = new HashSet<Long>();
        same.forEach(candidate -> ids.add(candidate.id()));
        return reports.stream().allMatch(report -> ids.contains(report.id()));
    }

    /** The older story stays, since readers may have met it. */
    private void unite(Article article, long other) {
        var kept = Math.min(article.story.id, other);
        var gone = Math.max(article.story.id, other);
        Article.flush();
        lookup.join(gone, kept);
        LOG.infof("Stories %d and %d turned out to be one", kept, gone);
        Story.getEntityManager().refresh(Story.findById(gone));
        article.story = Story.findById(kept);
    }

    private void note(Publication publication, List<Told> told) {
        var noted = new ArrayList<StoryLookup.Noted>();
        told.forEach(each -> noted.add(new StoryLookup.Noted(each.article().id, each.bands(), each.at())));
        if (!noted.isEmpty()) {
            lookup.note(publication.id, noted, today());
        }
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
