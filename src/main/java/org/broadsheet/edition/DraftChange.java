package org.broadsheet.edition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.broadsheet.publication.OneLine;
import org.broadsheet.web.Ids;
import org.broadsheet.web.Refusal;

/**
 * What an editor changes in a draft; what is absent stays.
 *
 * @param stories the stories that remain, in their new order, the first one leading
 * @param blocks  the publication's own between them; what stands there now goes
 */
public record DraftChange(
        @Size(min = 1, max = 150, message = "must have 1 to 150 characters") @OneLine String subject,
        @Size(max = 200, message = "is longer than 200 characters") @OneLine String preheader,
        List<@Valid @NotNull(message = "is missing") StoryChange> stories,
        List<@Valid @NotNull(message = "is missing") BlockContent> blocks) {

    /** A story that remains, and what is rewritten of it. */
    public record StoryChange(@NotBlank(message = "is missing") String id, @OneLine String kicker,
            @Size(min = 1, max = 300, message = "must have 1 to 300 characters") @OneLine String headline,
            @OneLine String standfirst, @Size(max = 2000, message = "is longer than 2000 characters") String summary) {
    }

    /** The same with blocks that were looked over. */
    public DraftChange with(List<BlockContent> checked) {
        return new DraftChange(subject, preheader, stories, checked);
    }

    /** @throws Refusal if it is no draft, or names a story that it does not hold */
    public void applyTo(Edition edition) {
        if (edition.status != Edition.Status.DRAFT) {
            throw Refusal.conflict("Only a draft can be changed; this edition is " + edition.status);
        }
        Optional.ofNullable(subject).ifPresent(text -> edition.subject = text);
        Optional.ofNullable(preheader).ifPresent(text -> edition.preheader = text);
        Optional.ofNullable(blocks).ifPresent(own -> edition.blocks = own);
        Optional.ofNullable(stories).ifPresent(kept -> reorder(edition, kept));
    }

    private static void reorder(Edition edition, List<StoryChange> kept) {
        if (kept.isEmpty()) {
            throw Refusal.invalid("stories", "must not be empty");
        }
        Map<String, EditionItem> held = edition.items().stream().collect(Collectors.toMap(item -> Ids.text(item.storyId), Function.identity()));
        if (kept.stream().map(StoryChange::id).distinct().count() < kept.size()) {
            throw Refusal.invalid("stories", "names a story twice");
        }
        kept.stream().filter(change -> !held.containsKey(change.id())).findFirst().ifPresent(change -> {
            throw Refusal.invalid("stories", "the draft has no story " + change.id());
        });
        EditionItem.delete("key.editionId", edition.id);
        held.values().forEach(EditionItem.getEntityManager()::detach);
        for (var position = 0; position < kept.size(); position++) {
            moved(edition.id, position, held.get(kept.get(position).id()), kept.get(position)).persist();
        }
    }

    private static EditionItem moved(long edition, int position, EditionItem from, StoryChange change) {
        var item = new EditionItem();
        item.key = new EditionItem.Key(edition, position);
        item.publicationId = from.publicationId;
        item.storyId = from.storyId;
        item.articleId = from.articleId;
        item.section = from.section;
        item.holds = from.holds;
        item.role = position == 0 ? EditionItem.Role.LEAD : from.role == EditionItem.Role.LEAD ? EditionItem.Role.STORY : from.role;
        item.frozen = from.frozen.rewritten(Optional.ofNullable(change.kicker()), Optional.ofNullable(change.headline()),
                Optional.ofNullable(change.standfirst()), Optional.ofNullable(change.summary()));
        return item;
    }
}
