package org.broadsheet.edition;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.broadsheet.article.Article;
import org.broadsheet.article.ArticleStore;
import org.broadsheet.article.CorrectedWords;
import org.broadsheet.article.Correction;
import org.broadsheet.article.PlainText;
import org.broadsheet.article.Story;
import org.broadsheet.article.WithdrawnPictures;
import org.broadsheet.operator.AuditLog;
import org.broadsheet.web.Ids;
import org.broadsheet.web.Refusal;
import org.jboss.logging.Logger;

/**
 * Puts stories right, or withdraws them, after readers have seen them: in every edition that holds them, so that the archive, the feeds and every
 * copy that has not gone yet follow.
 */
@ApplicationScoped
public class StoryDesk {

    private static final Logger LOG = Logger.getLogger(StoryDesk.class);

    /** So many characters tell whether a sentence is of a text. */
    private static final int TELLING = 40;
    /** All of them stand with the story, and the lead of a mail is never left to the web (A32). */
    private static final int MOST_CORRECTIONS = 20;

    private final DraftDesk drafts;
    private final ArticleStore articles;
    private final WithdrawnPictures pictures;
    private final AuditLog audit;
    private final Clock clock;

    StoryDesk(DraftDesk drafts, ArticleStore articles, WithdrawnPictures pictures, AuditLog audit, Clock clock) {
        this.drafts = drafts;
        this.articles = articles;
        this.pictures = pictures;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public StoryView get(long id) {
        return view(require(id));
    }

    /** Says visibly what was wrong, and changes the words that are given. */
    @Transactional
    public StoryView correct(long id, StoryCorrection body) {
        var story = lock(id);
        if (story.withdrawn()) {
            throw Refusal.conflict("This story was withdrawn; readers see neither it nor a correction of it");
        }
        if (story.corrections.size() >= MOST_CORRECTIONS) {
            throw Refusal.conflict("This story was put right " + MOST_CORRECTIONS + " times; a mail has no room for more");
        }
        var words = new CorrectedWords(Optional.ofNullable(body.headline()), Optional.ofNullable(body.standfirst()), Optional.ofNullable(body.summary()), Optional.ofNullable(body.bodyHtml()));
        var correction = new Correction(body.text().strip(), clock.instant());
        story.corrections = with(story.corrections, correction);
        var held = locked(story);
        var leading = held.values().stream().flatMap(List::stream).map(item -> item.articleId).collect(Collectors.toSet());
        story.lead().ifPresent(best -> leading.add(best.id));
        var summaries = new HashMap<Long, String>();
        if (words.any()) {
            Article.<Article>list("id in ?1 and story = ?2", leading, story).forEach(article -> {
                var before = PlainText.of(article.bodyHtml);
                articles.correct(article, words);
                held.values().stream().flatMap(List::stream).filter(item -> item.articleId == article.id).filter(item -> words.bodyHtml().isPresent() && isFrom(before, item.frozen.summary()))
                        .forEach(item -> summaries.put(article.id, article.summary));
            });
        }
        held.forEach((edition, items) -> correct(edition, items, words, summaries, correction));
        audit.record("correct story", Ids.text(story.id), held.size() + " editions");
        LOG.infof("Story %d was corrected in %d editions", story.id, held.size());
        return view(story);
    }

    /** Readers see it no more, its pictures are removed, and it stays away. */
    @Transactional
    public StoryView withdraw(long id, String reason) throws SQLException {
        var story = lock(id);
        if (story.withdrawn()) {
            throw Refusal.conflict("This story was withdrawn already");
        }
        story.withdrawnAt = clock.instant();
        story.withdrawnReason = reason.strip();
        var held = locked(story);
        var shown = held.values().stream().flatMap(List::stream).map(item -> item.frozen.pictureHash()).filter(hash -> !hash.isEmpty()).collect(Collectors.toSet());
        held.forEach(this::withdraw);
        Story.flush();
        pictures.remove(story.id, shown);
        audit.record("withdraw story", Ids.text(story.id), held.size() + " editions");
        LOG.infof("Story %d was withdrawn from %d editions", story.id, held.size());
        return view(story);
    }

    /** Undoes a withdrawal. Its pictures are fetched again for its page; editions show it without. */
    @Transactional
    public StoryView restore(long id) throws SQLException {
        var story = lock(id);
        if (!story.withdrawn()) {
            throw Refusal.conflict("This story is not withdrawn");
        }
        story.withdrawnAt = null;
        story.withdrawnReason = "";
        var held = locked(story);
        held.forEach((edition, items) -> {
            items.forEach(item -> {
                item.withdrawn = false;
                item.frozen = item.frozen.unpictured();
            });
            edition.revised(clock.instant());
        });
        Story.flush();
        pictures.wantAgain(story.id);
        audit.record("restore story", Ids.text(story.id), held.size() + " editions");
        return view(story);
    }

    /** Whether a summary is made of sentences of this text, and so goes with it; an editor's own stays. */
    private static boolean isFrom(String text, String summary) {
        var begins = summary.codePoints().limit(TELLING).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return !begins.isEmpty() && text.contains(begins);
    }

    /** @param summaries by article, of those whose text was put right */
    private void correct(Edition edition, List<EditionItem> items, CorrectedWords words, Map<Long, String> summaries, Correction correction) {
        for (var item : items) {
            var before = item.frozen;
            item.frozen = before.rewritten(Optional.empty(), words.headline(), words.standfirst(),
                    words.summary().or(() -> Optional.ofNullable(summaries.get(item.articleId))));
            item.corrections = with(item.corrections, correction);
            if (edition.subject.equals(EditionDesk.subject(edition, before.headline(), before.kicker()))) {
                edition.subject = EditionDesk.subject(edition, item.frozen.headline(), item.frozen.kicker());
            }
            edition.subject = edition.subject.replace(before.headline(), item.frozen.headline());
            edition.preheader = edition.preheader.equals(Preheader.of(before.standfirst(), before.summary())) ? Preheader.of(item.frozen.standfirst(), item.frozen.summary())
                    : edition.preheader.replace(before.headline(), item.frozen.headline());
        }
        edition.revised(clock.instant());
    }

    private void withdraw(Edition edition, List<EditionItem> items) {
        var led = edition.items().stream().findFirst().filter(lead -> items.stream().anyMatch(item -> item.key.equals(lead.key))).isPresent();
        if (edition.status == Edition.Status.DRAFT) {
            drafts.takeOut(edition, items);
        } else {
            items.forEach(item -> item.withdrawn = true);
            EditionItem.flush();
        }
        edition.revised(clock.instant());
        var left = edition.items();
        if (left.isEmpty()) {
            end(edition);
        } else {
            rename(edition, left.getFirst().frozen, items, led);
        }
    }

    private void end(Edition edition) {
        edition.subject = "";
        edition.preheader = "";
        if (edition.status != Edition.Status.SENT) {
            edition.status = Edition.Status.CANCELLED;
            edition.reason = "Its only story was withdrawn";
            edition.approvalDue = null;
            edition.finishedAt = clock.instant();
        }
    }

    /** Neither the subject nor the line beside it may tell what was withdrawn. */
    private static void rename(Edition edition, FrozenStory lead, List<EditionItem> gone, boolean led) {
        if (led || gone.stream().anyMatch(item -> edition.subject.contains(item.frozen.headline()))) {
            edition.subject = EditionDesk.subject(edition, lead.headline(), lead.kicker());
        }
        if (led || gone.stream().anyMatch(item -> edition.preheader.contains(item.frozen.headline()))) {
            edition.preheader = Preheader.of(lead.standfirst(), lead.summary());
        }
    }

    /** The editions that hold it, locked, with its places in each; what was cancelled or never was stays as it is. */
    private static Map<Edition, List<EditionItem>> locked(Story story) {
        var ids = new LinkedHashSet<Long>();
        EditionItem.of(story.id).forEach(item -> ids.add(item.key.editionId()));
        var held = new LinkedHashMap<Edition, List<EditionItem>>();
        for (var id : ids.stream().sorted().toList()) {
            var edition = EditionDesk.require(id);
            EditionItem.getEntityManager().refresh(edition);
            if (edition.status != Edition.Status.CANCELLED && edition.status != Edition.Status.SKIPPED) {
                held.put(edition, EditionItem.of(story.id).stream().filter(item -> item.key.editionId() == id).toList());
            }
        }
        return held;
    }

    private static List<Correction> with(List<Correction> before, Correction another) {
        var all = new ArrayList<>(before);
        all.add(another);
        return List.copyOf(all);
    }

    private static Story require(long id) {
        return Story.<Story>findByIdOptional(Story.current(id)).orElseThrow(() -> Refusal.unknown("There is no story " + id));
    }

    /** After its publication: an edition that is just being put together either has the story and is found, or sees what becomes of it. */
    private static Story lock(long id) {
        Story.getEntityManager().createQuery("select publication.id from Story where id = :id", Long.class).setParameter("id", id).getResultStream().findFirst().ifPresent(EditionDesk::lock);
        return Story.<Story>findByIdOptional(Story.current(id), LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> Refusal.unknown("There is no story " + id));
    }

    private static StoryView view(Story story) {
        var items = EditionItem.of(story.id);
        var headline = items.isEmpty() ? story.lead().map(article -> article.title) : Optional.of(items.getLast().frozen.headline());
        var editions = items.stream().map(item -> item.key.editionId()).distinct().map(id -> Edition.<Edition>findById(id)).filter(Objects::nonNull).map(StoryView.Appearance::of).toList();
        return new StoryView(Ids.text(story.id), story.publication.slug, headline.orElse(null), story.withdrawn() ? StoryView.Status.WITHDRAWN : StoryView.Status.STANDING,
                story.withdrawnAt, story.withdrawn() ? story.withdrawnReason : null, story.corrections, editions);
    }
}
