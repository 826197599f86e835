package org.broadsheet.edition;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import org.broadsheet.article.Article;
import org.broadsheet.article.Story;
import org.broadsheet.publication.Publication;
import org.broadsheet.web.Refusal;

/**
 * What an operator wants of an edition out of turn. Its stories stay free for regular editions, and may have been in one.
 *
 * @param stories   in their order, the first one leading
 * @param subject   the lead's headline if empty
 * @param preheader made of the lead if empty
 */
public record SpecialEdition(List<Long> stories, Optional<String> subject, Optional<String> preheader) {

    /** @throws Refusal if a story is not the publication's, or is named twice */
    List<Editor.Placed> place(Publication publication) {
        var taken = new HashSet<Long>();
        return stories.stream().map(Story::current).map(story -> {
            if (!taken.add(story)) {
                throw Refusal.invalid("stories", "names story " + story + " twice");
            }
            var reports = Article.<Article>list("publication = ?1 and story.id = ?2 and story.withdrawnAt is null", publication, story).stream().sorted(Story.BEST_FIRST).toList();
            if (reports.isEmpty()) {
                throw Refusal.invalid("stories", "there is no story " + story);
            }
            return new Editor.Placed(reports.getFirst(), reports.subList(1, reports.size()), taken.size() == 1 ? EditionItem.Role.LEAD : EditionItem.Role.STORY);
        }).toList();
    }
}
