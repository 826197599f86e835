package org.broadsheet.edition;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.broadsheet.publication.OneLine;
import org.broadsheet.publication.SeveralLines;

/**
 * What an editor changes in a draft; what is absent stays.
 *
 * @param stories  the stories that it then holds, in their order, the first one leading; those that it does not hold yet are taken in
 * @param blocks   the publication's own between them; what stands there now goes
 * @param revision of the draft that the editor saw; if it is another one now, nothing is changed; may be left out
 */
public record DraftChange(
        @Size(min = 1, max = 150, message = "must have 1 to 150 characters") @OneLine String subject,
        @Size(max = 200, message = "is longer than 200 characters") @OneLine String preheader,
        List<@Valid @NotNull(message = "is missing") StoryChange> stories,
        List<@Valid @NotNull(message = "is missing") BlockContent> blocks,
        Integer revision) {

    /**
     * A story of it, and what is changed of it.
     *
     * @param role    {@code STORY} or {@code BRIEF}; the first one leads, whatever is said here
     * @param section slug of one of the publication's, "" for none
     * @param pinned  whether it keeps its place when the rest is chosen again
     */
    public record StoryChange(@NotBlank(message = "is missing") String id, @Size(max = 60, message = "is longer than 60 characters") @OneLine String kicker,
            @Size(min = 1, max = 300, message = "must have 1 to 300 characters") @OneLine String headline,
            @Size(max = 600, message = "is longer than 600 characters") @OneLine String standfirst, @Size(max = 2000, message = "is longer than 2000 characters") @SeveralLines String summary,
            EditionItem.Role role, String section, Boolean pinned) {
    }

    /** The same with blocks that were looked over. */
    public DraftChange with(List<BlockContent> checked) {
        return new DraftChange(subject, preheader, stories, checked, revision);
    }
}
