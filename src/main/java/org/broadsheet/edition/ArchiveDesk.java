package org.broadsheet.edition;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.broadsheet.article.Article;
import org.broadsheet.article.BodyPictures;
import org.broadsheet.article.ShownText;
import org.broadsheet.article.Story;
import org.broadsheet.publication.Publication;
import org.broadsheet.web.Link;
import org.broadsheet.web.PageWords;

/** What the web shows of editions: front page, archive, feeds. Only what readers may see. */
@ApplicationScoped
public class ArchiveDesk {

    private static final int ARCHIVE = 120;
    private static final int FEED = 30;
    private static final int OTHERS = 3;

    private final DigestMaker digests;
    private final BodyPictures pictures;
    private final Clock clock;

    ArchiveDesk(DigestMaker digests, BodyPictures pictures, Clock clock) {
        this.digests = digests;
        this.pictures = pictures;
        this.clock = clock;
    }

    /** The latest edition that readers may see, as its model. */
    public Optional<Digest> latest(Publication publication) {
        return Edition.archive(publication, 20).stream().filter(ArchiveDesk::shown).findFirst().flatMap(this::digest);
    }

    Optional<Digest> digest(Edition edition) {
        return digests.make(edition, edition.items(), Set.of());
    }

    FrontPage front(Publication publication) {
        var masthead = publication.masthead();
        var words = masthead.words();
        var archive = Edition.archive(publication, ARCHIVE);
        var latest = archive.stream().filter(ArchiveDesk::shown).findFirst();
        var days = archive.stream().filter(edition -> latest.isEmpty() || edition != latest.get()).map(ArchiveDesk::day).toList();
        return new FrontPage(masthead, latest.flatMap(this::digest).map(digest -> FrontPage.Latest.of(digest, masthead)),
                new FrontPage.Join(next(publication, words), words.joinTerms(publication.schedule.days())), FrontPage.Month.of(days), List.of());
    }

    EditionPage page(Publication publication, Edition edition, Digest digest) {
        var words = PageWords.in(publication.language);
        return EditionPage.of(publication.masthead(), digest, neighbour(publication, edition, "number < ?2 order by number desc", words),
                neighbour(publication, edition, "number > ?2 order by number", words));
    }

    FeedPage feed(Publication publication) {
        var editions = Edition.archive(publication, FEED * 2).stream().filter(edition -> edition.status.published()).limit(FEED).toList();
        var entries = editions.stream().flatMap(edition -> digest(edition).map(digest -> FeedPage.Entry.of(digest, published(edition), changed(edition))).stream()).toList();
        return new FeedPage(publication.masthead(), digests.home(publication), entries.stream().map(FeedPage.Entry::updated).max(Comparator.naturalOrder()).orElse(publication.createdAt),
                entries);
    }

    /** A story as it appeared, or, before it did, as its first report has it. */
    StoryPage story(Publication publication, List<Article> reports) {
        var storyId = reports.getFirst().story.id;
        var frozen = EditionItem.published(publication, storyId);
        var leading = frozen.flatMap(item -> reports.stream().filter(report -> report.id == item.articleId).findFirst())
                .orElseGet(() -> reports.stream().min(Story.BEST_FIRST).orElseThrow());
        var said = frozen.map(item -> item.frozen).orElseGet(() -> FrozenStory.of(leading, leading.summary, List.of()));
        var text = ShownText.of(leading, pictures.beside(leading.id, said.pictureHash()));
        var section = publication.sectionName(frozen.map(item -> item.section).orElse(leading.section));
        return StoryPage.of(publication.masthead(), digests.item(publication, storyId, said, reports.getFirst().story.corrections), section, text, reports.stream().map(report -> report(publication, report)).toList(),
                frozen.map(item -> appearance(publication, item)));
    }

    private static StoryPage.Report report(Publication publication, Article article) {
        var foreign = article.language.isEmpty() || DigestMaker.sameLanguage(article.language, publication.language) ? "" : article.language;
        return new StoryPage.Report(article.sourceName, article.title, article.url,
                Optional.ofNullable(article.publishedAt).map(at -> at.atZone(publication.timeZone)), foreign);
    }

    private static Link appearance(Publication publication, EditionItem item) {
        Edition edition = Edition.findById(item.key.editionId());
        return new Link(PageWords.in(publication.language).editionOf(edition.number, edition.editionDate), publication.masthead().editionUrl(edition.number));
    }

    private static Optional<Link> neighbour(Publication publication, Edition edition, String where, PageWords words) {
        return Edition.<Edition>find("publication = ?1 and status in ('SENDING', 'PAUSED', 'SENT') and " + where, publication, edition.number)
                .page(0, 1).firstResultOptional()
                .map(found -> new Link(words.editionOf(found.number, found.editionDate), publication.masthead().editionUrl(found.number)));
    }

    private static FrontPage.Day day(Edition edition) {
        if (!shown(edition)) {
            return FrontPage.Day.without(edition.editionDate, ""); // the reason is written for the operator
        }
        return FrontPage.Day.edition(edition.editionDate, edition.number, edition.subject,
                edition.items().stream().skip(1).limit(OTHERS).map(item -> item.frozen.headline()).toList());
    }

    private String next(Publication publication, PageWords words) {
        Optional<CalendarEntry> entry = CalendarEntry.findByIdOptional(publication.id);
        var now = clock.instant().atZone(publication.timeZone);
        return entry.map(due -> words.nextEdition(Calendar.of(publication, Set.of()).atHome(due.turn()).atZone(publication.timeZone), now))
                .orElseGet(words::nextEditionUnknown);
    }

    /** Whether readers may see it, and there is something left to see. */
    private static boolean shown(Edition edition) {
        return edition.status.published() && !edition.items().isEmpty();
    }

    private static Instant changed(Edition edition) {
        return Optional.ofNullable(edition.changedAt).orElseGet(() -> published(edition));
    }

    private static Instant published(Edition edition) {
        return Optional.ofNullable(edition.startedAt).orElse(edition.createdAt);
    }
}
