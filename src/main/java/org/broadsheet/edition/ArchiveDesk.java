package org.broadsheet.edition;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.broadsheet.article.Article;
import org.broadsheet.article.BodyPictures;
import org.broadsheet.article.ShownText;
import org.broadsheet.article.Story;
import org.broadsheet.platform.BroadsheetConfig;
import org.broadsheet.publication.Publication;
import org.broadsheet.publication.ScheduleWords;
import org.broadsheet.web.Link;
import org.broadsheet.web.PageWords;

/** What the web shows of editions: front page, archive, feeds. Only what readers may see. */
@ApplicationScoped
public class ArchiveDesk {

    /** Editions on one page of the archive: so many that it stays light. */
    private static final int SHELF = 60;
    private static final int FEED = 30;
    private static final int OTHERS = 3;

    private final DigestMaker digests;
    private final ArchiveShelf shelf;
    private final BodyPictures pictures;
    private final Cards cards;
    private final Clock clock;

    ArchiveDesk(DigestMaker digests, ArchiveShelf shelf, BodyPictures pictures, BroadsheetConfig config, Clock clock) {
        this.digests = digests;
        this.shelf = shelf;
        this.pictures = pictures;
        this.cards = new Cards(config.publicBase());
        this.clock = clock;
    }

    /** The latest edition that readers may see, as its model. */
    public Optional<Digest> latest(Publication publication) {
        return Edition.archive(publication, 20).stream().filter(ArchiveDesk::shown).findFirst().flatMap(this::digest);
    }

    /** The latest edition of each publication that readers may see, as a link, by publication. */
    public Map<Long, Link> latest(Collection<Publication> publications) {
        var listed = shelf.latest();
        return publications.stream().filter(publication -> listed.containsKey(publication.id)).collect(Collectors.toMap(publication -> publication.id,
                publication -> new Link(listed.get(publication.id).subject(), publication.masthead().editionUrl(listed.get(publication.id).number()))));
    }

    Optional<Digest> digest(Edition edition) {
        return digests.make(edition, edition.items(), Set.of());
    }

    FrontPage front(Publication publication) {
        var masthead = publication.masthead();
        var words = masthead.words();
        var archive = Edition.archive(publication, SHELF + 1);
        var latest = archive.stream().filter(ArchiveDesk::shown).findFirst();
        var earlier = archive.stream().limit(SHELF).filter(edition -> latest.isEmpty() || edition != latest.get()).toList();
        var digest = latest.flatMap(this::digest);
        return new FrontPage(masthead, cards.front(masthead, digest), digest.map(shown -> FrontPage.Latest.of(shown, masthead)), join(publication, words),
                months(earlier), older(publication, archive, words));
    }

    /** The part of the archive that begins behind the edition of this id; empty if there is none of this publication. */
    Optional<ArchivePage> behind(Publication publication, long edition) {
        var masthead = publication.masthead();
        return Edition.<Edition>find("publication = ?1 and id = ?2", publication, edition).firstResultOptional().map(last -> {
            var archive = shelf.behind(last, SHELF + 1);
            return new ArchivePage(masthead, behindUrl(publication, edition), months(archive.stream().limit(SHELF).toList()), older(publication, archive, masthead.words()));
        });
    }

    private List<FrontPage.Month> months(List<Edition> editions) {
        var headlines = shelf.headlines(editions, OTHERS + 1);
        return FrontPage.Month.of(editions.stream().map(edition -> day(edition, headlines.getOrDefault(edition.id, List.of()))).toList());
    }

    private static Optional<Link> older(Publication publication, List<Edition> archive, PageWords words) {
        return archive.size() <= SHELF ? Optional.empty() : Optional.of(new Link(words.earlierEditions(), behindUrl(publication, archive.get(SHELF - 1).id)));
    }

    private static String behindUrl(Publication publication, long edition) {
        return publication.masthead().homeUrl() + "/archive/" + edition;
    }

    EditionPage page(Publication publication, Edition edition, Digest digest) {
        var words = PageWords.in(publication.language);
        return EditionPage.of(publication.masthead(), digest, cards.edition(publication.masthead(), digest, published(edition)), neighbour(publication, edition, "number < ?2 order by number desc", words),
                neighbour(publication, edition, "number > ?2 order by number", words));
    }

    FeedPage feed(Publication publication) {
        var editions = Edition.archive(publication, FEED * 2).stream().filter(edition -> edition.status.published()).limit(FEED).toList();
        var items = shelf.items(editions);
        var entries = editions.stream().flatMap(edition -> digests.make(edition, items.getOrDefault(edition.id, List.of()), Set.of())
                .map(digest -> FeedPage.Entry.of(digest, published(edition), changed(edition))).stream()).toList();
        return new FeedPage(publication.masthead(), digests.home(publication),
                entries.stream().map(FeedPage.Entry::updated).max(Comparator.naturalOrder()).orElse(publication.createdAt), entries);
    }

    SitemapPage sitemap(Publication publication) {
        var home = digests.home(publication);
        var now = clock.instant();
        var editions = shelf.editions(publication, SitemapPage.MOST / 2);
        var front = new SitemapPage.Place(home, editions.isEmpty() ? publication.createdAt : editions.getFirst().published(), "");
        var stories = shelf.stories(publication, SitemapPage.MOST / 2).stream().map(story -> new SitemapPage.Place(home + "/stories/" + story.id(), story.published(),
                story.published().isAfter(now.minus(SitemapPage.NEWS)) ? story.headline() : ""));
        return new SitemapPage(publication.name, Locale.forLanguageTag(publication.language).getLanguage(), Stream.of(Stream.of(front),
                editions.stream().map(edition -> new SitemapPage.Place(home + "/editions/" + edition.number(), edition.published(), "")), stories).flatMap(part -> part).toList());
    }

    /** A story as it appeared, or, before it did, as its first report has it. */
    StoryPage story(Publication publication, List<Article> reports) {
        var storyId = reports.getFirst().story.id;
        var frozen = EditionItem.published(publication, storyId);
        var leading = frozen.flatMap(found -> reports.stream().filter(report -> report.id == found.articleId).findFirst())
                .orElseGet(() -> reports.stream().min(Story.BEST_FIRST).orElseThrow());
        var said = frozen.map(found -> found.frozen).orElseGet(() -> FrozenStory.of(leading, leading.summary, List.of()));
        var text = ShownText.of(leading, pictures.beside(leading.id, said.pictureHash()));
        var section = publication.sectionName(frozen.map(found -> found.section).orElse(leading.section));
        var item = digests.item(publication, storyId, said, reports.getFirst().story.corrections);
        var published = reports.stream().map(report -> report.publishedAt).filter(Objects::nonNull).min(Comparator.naturalOrder());
        return StoryPage.of(publication.masthead(), item, cards.story(publication.masthead(), item, published), section, text, reports.stream().map(report -> report(publication, report)).toList(),
                frozen.map(found -> appearance(publication, found)));
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

    private static FrontPage.Day day(Edition edition, List<String> headlines) {
        if (!edition.status.published() || headlines.isEmpty()) {
            return FrontPage.Day.without(edition.editionDate, ""); // the reason is written for the operator
        }
        return FrontPage.Day.edition(edition.editionDate, edition.number, edition.subject, headlines.subList(1, headlines.size()));
    }

    private FrontPage.Join join(Publication publication, PageWords words) {
        var schedule = new ScheduleWords(publication, words);
        return new FrontPage.Join(next(publication, words), words.joinTerms(schedule.days()), schedule.pause(LocalDate.ofInstant(clock.instant(), publication.timeZone)));
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
