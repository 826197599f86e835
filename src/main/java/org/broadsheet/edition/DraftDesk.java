package org.broadsheet.edition;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.broadsheet.article.Article;
import org.broadsheet.article.Story;
import org.broadsheet.publication.Publication;
import org.broadsheet.publication.Selection;
import org.broadsheet.web.Ids;
import org.broadsheet.web.Refusal;

/** What an editor does with a draft: changes, orders, takes in, has the rest chosen again. In the caller's transaction, which holds the locks. @see #locked */
@ApplicationScoped
public class DraftDesk {

    /** So many stories are offered for a draft. */
    private static final int MOST_OFFERED = 100;

    /**
     * A story that could be taken into a draft.
     *
     * @param source "" for the publication's own
     */
    public record Candidate(String id, String article, String url, String kicker, String headline, String source, String section, Instant publishedAt) {

        static Candidate of(Article article) {
            return new Candidate(Ids.text(article.story.id), Ids.text(article.id), article.url, article.kicker, article.title, article.sourceName, article.section, article.publishedAt);
        }
    }

    private final EditionDesk desk;
    private final Clock clock;

    DraftDesk(EditionDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** The edition, locked after its publication, as whoever makes editions locks them; or 404. */
    public static Edition locked(long id) {
        var publication = Edition.getEntityManager().createQuery("select publication.id from Edition where id = :id", Long.class).setParameter("id", id).getResultStream().findFirst();
        EditionDesk.lock(publication.orElseThrow(() -> Refusal.unknown("There is no edition " + id)));
        return EditionDesk.require(id);
    }

    /** @throws Refusal if it is no draft, was changed by somebody else meanwhile, or cannot hold what is named */
    public void change(Edition edition, DraftChange change) {
        requireDraft(edition, "changed");
        if (change.revision() != null && change.revision() != edition.revision) {
            throw Refusal.conflict("Somebody else changed this draft meanwhile: it is revision " + edition.revision + " now, and you changed revision " + change.revision());
        }
        Optional.ofNullable(change.subject()).ifPresent(text -> edition.subject = text);
        Optional.ofNullable(change.preheader()).ifPresent(text -> edition.preheader = text);
        Optional.ofNullable(change.blocks()).ifPresent(own -> edition.blocks = own);
        Optional.ofNullable(change.stories()).ifPresent(stories -> place(edition, changed(edition, stories)));
        edition.revised(clock.instant());
    }

    /**
     * Chooses again, from all that has come by now. Pinned stories keep their places; what an editor wrote of others stays with them if they are
     * chosen again.
     */
    public void refill(Edition edition) {
        requireDraft(edition, "filled again");
        if (edition.kind != Edition.Kind.REGULAR) {
            throw Refusal.conflict("The stories of a special edition are named, not chosen");
        }
        var held = edition.items();
        var pinned = held.stream().filter(item -> item.pinned).toList();
        var chosen = new ArrayList<>(chosen(edition, held, pinned));
        if (chosen.isEmpty() && pinned.isEmpty()) {
            throw Refusal.conflict("There is no story to choose; the draft stays as it is");
        }
        place(edition, woven(pinned, chosen));
        edition.revised(clock.instant());
    }

    /** Stories that this draft could take in, the best first; none if it is no draft. */
    public List<Candidate> candidates(Edition edition) {
        if (edition.status != Edition.Status.DRAFT) {
            return List.of();
        }
        var held = edition.items().stream().map(item -> Story.current(item.storyId)).collect(Collectors.toSet());
        var windowEnd = edition.windowEnd;
        var rules = new Selection(MOST_OFFERED, 1, MOST_OFFERED, edition.publication.selection.maxAge());
        var offered = EditionDesk.choice(edition, rules, clock.instant()).stream().map(Editor.Placed::article).filter(article -> !held.contains(article.story.id)).map(Candidate::of).toList();
        edition.windowEnd = windowEnd; // only looked
        return offered;
    }

    /** Takes a story out, since it was withdrawn. */
    void takeOut(Edition edition, List<EditionItem> items) {
        var left = edition.items().stream().filter(item -> items.stream().noneMatch(out -> out.key.equals(item.key))).toList();
        place(edition, left);
    }

    private static void requireDraft(Edition edition, String done) {
        if (edition.status != Edition.Status.DRAFT) {
            throw Refusal.conflict("Only a draft can be " + done + "; this edition is " + edition.status);
        }
    }

    private List<EditionItem> changed(Edition edition, List<DraftChange.StoryChange> stories) {
        if (stories.isEmpty()) {
            throw Refusal.invalid("stories", "must not be empty");
        }
        if (stories.stream().map(story -> Ids.find(story.id()).map(Story::current).orElse(0L)).distinct().count() < stories.size()) {
            throw Refusal.invalid("stories", "names a story twice");
        }
        Map<String, EditionItem> held = edition.items().stream().collect(Collectors.toMap(item -> Ids.text(item.storyId), Function.identity()));
        var changed = new ArrayList<EditionItem>();
        for (var place = 0; place < stories.size(); place++) {
            var wanted = stories.get(place);
            var item = Optional.ofNullable(held.get(wanted.id())).map(known -> known.at(0)).orElseGet(() -> taken(edition, wanted.id()));
            changed.add(written(edition.publication, item, wanted, "stories[" + place + "]."));
        }
        return changed;
    }

    private static EditionItem written(Publication publication, EditionItem item, DraftChange.StoryChange change, String at) {
        item.frozen = item.frozen.rewritten(Optional.ofNullable(change.kicker()), Optional.ofNullable(change.headline()), Optional.ofNullable(change.standfirst()),
                Optional.ofNullable(change.summary()));
        Optional.ofNullable(change.role()).ifPresent(role -> item.role = role);
        Optional.ofNullable(change.pinned()).ifPresent(pinned -> item.pinned = pinned);
        Optional.ofNullable(change.section()).ifPresent(section -> {
            if (!section.isEmpty() && publication.sectionName(section).isEmpty()) {
                throw Refusal.invalid(at + "section", "the publication has no section " + section);
            }
            item.section = section;
        });
        return item;
    }

    /** @throws Refusal if the story cannot be in it */
    private EditionItem taken(Edition edition, String id) {
        var story = Ids.find(id).map(Story::current).orElseThrow(() -> Refusal.invalid("stories", "there is no story " + id));
        var reports = Article.<Article>list("publication = ?1 and story.id = ?2 and story.withdrawnAt is null and availableAt <= ?3", edition.publication, story, clock.instant());
        if (reports.isEmpty()) {
            throw Refusal.invalid("stories", "there is no story " + id + " that could be taken in");
        }
        if (edition.items().stream().anyMatch(item -> Story.current(item.storyId) == story)) {
            throw Refusal.invalid("stories", "the draft holds story " + id + " under another id");
        }
        if (edition.kind == Edition.Kind.REGULAR && EditionDesk.unspent(edition, reports).isEmpty()) {
            throw Refusal.invalid("stories", "story " + id + " was in another edition");
        }
        var best = reports.stream().sorted(Story.BEST_FIRST).toList();
        return desk.item(edition, 0, new Editor.Placed(best.getFirst(), best.subList(1, best.size()), EditionItem.Role.STORY));
    }

    private List<EditionItem> chosen(Edition edition, List<EditionItem> held, List<EditionItem> pinned) {
        var rules = edition.publication.selection;
        var room = rules.maxStories() - pinned.size();
        if (room <= 0) {
            return List.of();
        }
        var taken = pinned.stream().map(item -> Story.current(item.storyId)).collect(Collectors.toSet());
        return EditionDesk.choice(edition, new Selection(rules.maxStories(), 1, rules.maxPerSource(), rules.maxAge()), clock.instant()).stream()
                .filter(placed -> !taken.contains(placed.article().story.id)).limit(room).map(placed -> again(edition, held, placed)).toList();
    }

    private EditionItem again(Edition edition, List<EditionItem> held, Editor.Placed placed) {
        var item = held.stream().filter(known -> Objects.equals(Story.current(known.storyId), placed.article().story.id)).findFirst().map(known -> known.at(0))
                .orElseGet(() -> desk.item(edition, 0, placed));
        item.role = placed.role();
        return item;
    }

    /** Pinned ones where they were, others between them. */
    private static List<EditionItem> woven(List<EditionItem> pinned, List<EditionItem> chosen) {
        var kept = new ArrayList<>(pinned);
        var others = new ArrayList<>(chosen);
        var woven = new ArrayList<EditionItem>();
        while (!kept.isEmpty() || !others.isEmpty()) {
            var next = !kept.isEmpty() && (others.isEmpty() || kept.getFirst().key.position() <= woven.size()) ? kept.removeFirst() : others.removeFirst();
            woven.add(next);
        }
        return woven;
    }

    private static void place(Edition edition, List<EditionItem> items) {
        var entities = EditionItem.getEntityManager();
        entities.flush();
        edition.everything().forEach(entities::detach);
        EditionItem.delete("key.editionId", edition.id);
        for (var position = 0; position < items.size(); position++) {
            items.get(position).at(position).persist();
        }
        entities.flush();
    }
}
