package org.broadsheet.edition;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.broadsheet.article.Article;
import org.broadsheet.article.PlainText;
import org.broadsheet.article.Summariser;
import org.broadsheet.article.Summary;
import org.broadsheet.mail.MailWords;
import org.broadsheet.publication.Publication;
import org.broadsheet.publication.Schedule;
import org.broadsheet.publication.Selection;
import org.broadsheet.publication.SubjectPattern;
import org.broadsheet.web.Refusal;
import org.jboss.logging.Logger;

/** Where editions are put together: selected and frozen under a lock on their publication, so that no story is taken twice. */
@ApplicationScoped
public class EditionDesk {

    private static final Logger LOG = Logger.getLogger(EditionDesk.class);
    /** More articles than these are not looked at for one edition. */
    private static final int MOST_CANDIDATES = 2000;
    private static final int LONGEST_SUBJECT = 150;

    private final Summariser summariser;
    private final Clock clock;

    EditionDesk(Summariser summariser, Clock clock) {
        this.summariser = summariser;
        this.clock = clock;
    }

    /** The edition of a scheduled day; readers get it at their hours. */
    @Transactional
    public Edition scheduled(long publicationId, Turn turn, Instant since) {
        return freeze(begin(lock(publicationId), turn), Edition.Status.SCHEDULED, since);
    }

    /**
     * The edition of a scheduled day, put together early.
     *
     * @param due when something becomes of it, whatever is said
     * @return empty if there is too little so far
     */
    Optional<Edition> early(long publicationId, Turn turn, Instant due) {
        var edition = begin(lock(publicationId), turn);
        var choice = choose(edition);
        if (choice.tooFew()) {
            return Optional.empty();
        }
        edition.approvalDue = due;
        return Optional.of(fill(edition, choice, Edition.Status.DRAFT, null));
    }

    /** Notes that there was no edition on a scheduled day. */
    @Transactional
    public Edition missed(long publicationId, Turn turn, String reason) {
        return skip(begin(lock(publicationId), turn), reason);
    }

    /** An edition on request: due for all readers at that instant. */
    @Transactional
    public Edition requested(long publicationId, Optional<SpecialEdition> special, Instant sendAt) {
        return onRequest(publicationId, special, Edition.Status.SCHEDULED, sendAt);
    }

    /** An edition that an operator will look at first. */
    @Transactional
    public Edition draft(long publicationId, Optional<SpecialEdition> special) {
        return onRequest(publicationId, special, Edition.Status.DRAFT, null);
    }

    private Edition onRequest(long publicationId, Optional<SpecialEdition> special, Edition.Status status, Instant sendAt) {
        var publication = lock(publicationId);
        var edition = begin(publication, today(publication));
        return special.map(wanted -> freeze(edition, wanted, status, sendAt)).orElseGet(() -> freeze(edition, status, sendAt));
    }

    private Edition freeze(Edition edition, SpecialEdition special, Edition.Status status, Instant sendAt) {
        edition.kind = Edition.Kind.SPECIAL;
        var placed = special.place(edition.publication);
        fill(edition, new Choice(placed, placed.size(), 1), status, sendAt);
        special.subject().ifPresent(subject -> edition.subject = subject);
        special.preheader().ifPresent(preheader -> edition.preheader = preheader);
        return edition;
    }

    /** Sends a draft: due for all readers at that instant. */
    @Transactional
    public Edition release(long editionId, Instant sendAt) {
        var edition = require(editionId);
        if (edition.status != Edition.Status.DRAFT) {
            throw Refusal.conflict("Only a draft can be sent; this edition is " + edition.status);
        }
        edition.status = Edition.Status.SCHEDULED;
        edition.sendAt = sendAt;
        edition.approvalDue = null;
        edition.allAtOnce = true;
        edition.lintWaived = true;
        edition.reason = "";
        return edition;
    }

    /** Lets a draft by schedule go at its time, or now if that is past; each reader gets it at his hour. */
    @Transactional
    public Edition approve(long editionId) {
        var edition = require(editionId);
        if (edition.status != Edition.Status.DRAFT || edition.slotDate == null) {
            throw Refusal.conflict("Only a draft by schedule can be approved; this edition is " + edition.status);
        }
        edition.sendAt = Optional.ofNullable(edition.approvalDue).orElseGet(clock::instant);
        edition.status = Edition.Status.SCHEDULED;
        edition.approvalDue = null;
        edition.reason = "";
        return edition;
    }

    /** The edition, locked, or 404. */
    public static Edition require(long editionId) {
        Edition edition = Edition.findById(editionId, LockModeType.PESSIMISTIC_WRITE);
        if (edition == null) {
            throw Refusal.unknown("There is no edition " + editionId);
        }
        return edition;
    }

    /** Gives the stories of an edition that nobody got back to those that follow. */
    public static void freeStories(Edition edition) {
        EditionItem.update("holds = false where key.editionId = ?1", edition.id);
    }

    static Publication lock(long publicationId) {
        Publication publication = Publication.findById(publicationId, LockModeType.PESSIMISTIC_WRITE);
        if (publication == null) {
            throw Refusal.unknown("The publication was deleted");
        }
        return publication;
    }

    private LocalDate today(Publication publication) {
        return clock.instant().atZone(publication.timeZone).toLocalDate();
    }

    private Edition begin(Publication publication, LocalDate date) {
        var edition = new Edition();
        edition.publication = publication;
        edition.kind = Edition.Kind.REGULAR;
        edition.editionDate = date;
        edition.allAtOnce = true;
        edition.createdAt = clock.instant();
        edition.windowEnd = edition.createdAt;
        return edition;
    }

    private Edition begin(Publication publication, Turn turn) {
        var edition = begin(publication, turn.date());
        edition.slotDate = turn.date();
        edition.slotTurn = turn.ordinal();
        edition.allAtOnce = publication.schedule.clock() == Schedule.WallClock.PUBLICATION;
        return edition;
    }

    /** What could stand in an edition. */
    private record Choice(List<Editor.Placed> placed, int considered, int wanted) {

        boolean tooFew() {
            return placed.size() < wanted;
        }

        String reason() {
            return placed.isEmpty() ? "There are no new stories since the last edition"
                    : "There " + (placed.size() == 1 ? "is 1 new story" : "are " + placed.size() + " new stories") + " since the last edition; an edition needs " + wanted;
        }
    }

    private Edition freeze(Edition edition, Edition.Status status, Instant sendAt) {
        var choice = choose(edition);
        return choice.tooFew() ? skip(edition, choice.reason()) : fill(edition, choice, status, sendAt);
    }

    private static Choice choose(Edition edition) {
        var publication = edition.publication;
        var after = windowStart(edition);
        var articles = unspent(edition, Article.available(publication, after, edition.windowEnd, MOST_CANDIDATES));
        return new Choice(new Editor(publication.selection, publication.sections, edition.windowEnd).choose(articles), articles.size(),
                publication.selection.minStories());
    }

    private Edition fill(Edition edition, Choice choice, Edition.Status status, Instant sendAt) {
        var publication = edition.publication;
        var placed = choice.placed();
        edition.number = ++publication.lastEditionNumber;
        edition.status = status;
        edition.sendAt = sendAt;
        edition.subject = subject(edition, placed.getFirst().article().title, placed.getFirst().article().kicker);
        edition.blocks = StandingBlock.of(publication, edition.editionDate);
        edition.preheader = Preheader.of(placed.getFirst().article());
        edition.persistAndFlush();
        for (var position = 0; position < placed.size(); position++) {
            item(edition, position, placed.get(position)).persist();
        }
        LOG.infof("%s no. %d: %d of %d articles chosen, %s", publication.slug, edition.number, placed.size(), choice.considered(), status);
        return edition;
    }

    private static Edition skip(Edition edition, String reason) {
        edition.status = Edition.Status.SKIPPED;
        edition.reason = reason;
        edition.finishedAt = edition.createdAt;
        edition.persistAndFlush();
        LOG.infof("%s: no edition: %s", edition.publication.slug, reason);
        return edition;
    }

    private static Instant windowStart(Edition edition) {
        var oldest = edition.windowEnd.minus(edition.publication.selection.maxAge());
        return Edition.lastWindowEnd(edition).filter(last -> last.isAfter(oldest)).orElse(oldest);
    }

    /** Stories that could stand in this edition, up to now, the best placed first; those that it holds are among them. */
    static List<Editor.Placed> choice(Edition edition, Selection rules, Instant now) {
        edition.windowEnd = now;
        var articles = Article.available(edition.publication, windowStart(edition), now, MOST_CANDIDATES);
        return new Editor(rules, edition.publication.sections, now).choose(edition.kind == Edition.Kind.REGULAR ? unspent(edition, articles) : articles);
    }

    /** A story is spent if it was in another edition, or one that was joined to it since. */
    static List<Article> unspent(Edition edition, List<Article> articles) {
        var stories = articles.stream().map(article -> article.story.id).distinct().toList();
        Set<Long> spent = stories.isEmpty() ? Set.of() : new HashSet<>(EditionItem.getEntityManager()
                .createQuery("select coalesce(s.joined.id, i.storyId) from EditionItem i left join Story s on s.id = i.storyId"
                        + " where i.publicationId = :publication and i.holds and i.key.editionId <> :edition and (i.storyId in :stories or s.joined.id in :stories)", Long.class)
                .setParameter("publication", edition.publication.id).setParameter("edition", Optional.ofNullable(edition.id).orElse(0L)).setParameter("stories", stories).getResultList());
        return articles.stream().filter(article -> !spent.contains(article.story.id)).toList();
    }

    /** By the publication's pattern. */
    static String subject(Edition edition, String headline, String kicker) {
        var publication = edition.publication;
        var words = MailWords.of(publication.language);
        var subject = SubjectPattern.subject(publication.mail.subject(), Map.of("headline", headline, "name", publication.name, "number", words.number(edition.number),
                "date", words.date(edition.editionDate), "kicker", kicker));
        return subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT - 1).replaceFirst("\\s+\\S*$", "") + "…";
    }

    /** The lead has room for its standfirst and for a paragraph from its body besides, unless that says the same again. */
    private String summary(Editor.Placed placed) {
        var article = placed.article();
        var language = Locale.forLanguageTag(article.language.isEmpty() ? article.publication.language : article.language);
        if (placed.role() != EditionItem.Role.LEAD) {
            return article.summary.equals(article.standfirst) ? article.summary : new Summary(article.summary, language).about(Summary.OF_A_STORY);
        }
        if (article.standfirst.isEmpty()) {
            return article.summary;
        }
        var paragraph = article.summary.equals(article.standfirst)
                ? summariser.summarise(article.title, "", PlainText.of(article.bodyHtml), language, Summary.OF_A_LEAD) : article.summary;
        return repeats(article.standfirst, paragraph) ? article.standfirst : paragraph;
    }

    private static boolean repeats(String standfirst, String paragraph) {
        return Arrays.stream(paragraph.split("(?<=[.!?])\\s+")).anyMatch(sentence -> standfirst.contains(sentence) || sentence.contains(standfirst));
    }

    EditionItem item(Edition edition, int position, Editor.Placed placed) {
        var article = placed.article();
        var item = new EditionItem();
        item.key = new EditionItem.Key(edition.id, position);
        item.publicationId = edition.publication.id;
        item.storyId = article.story.id;
        item.articleId = article.id;
        item.role = placed.role();
        item.section = article.section;
        item.frozen = FrozenStory.of(article, summary(placed), placed.others());
        item.holds = edition.kind == Edition.Kind.REGULAR;
        item.corrections = article.story.corrections;
        return item;
    }
}
