package org.broadsheet.site;

import java.util.List;
import java.util.Optional;

import org.broadsheet.delivery.EditionView;
import org.broadsheet.edition.BlockContent;
import org.broadsheet.edition.DraftDesk;
import org.broadsheet.edition.EditionItem;
import org.broadsheet.edition.Suggestions;

/**
 * The form in which a draft is changed. One form for all of it, so that a button that moves a story saves what was typed, too.
 *
 * @param path       it is posted to
 * @param revision   of the draft that it shows
 * @param problems   why what was typed is not saved; none if it is, or nothing was typed
 * @param note       what the editor says at the opening
 * @param others     further blocks of its own
 * @param candidates stories that it could take in
 * @param sections   of the publication
 */
public record AdminDraft(String path, int revision, List<Problem> problems, String subject, String preheader, Note note, List<Other> others, Suggestions suggestions,
        List<Story> stories, List<DraftDesk.Candidate> candidates, List<DashboardPage.Choice> sections, Refilling refilling) {

    /** Whether the rest may be chosen again. */
    public enum Refilling {
        OFFERED, NOT_OFFERED
    }

    /** @param field id of the field that is concerned; "" if none is */
    public record Problem(String field, String words) {
    }

    /** @param text "" if there is none */
    public record Note(String heading, String text, String signature) {

        static final Note NONE = new Note("", "", "");
    }

    /** A block that the form only shows. @param index among all blocks of the edition */
    public record Other(int index, String kind, String words) {

        static Other of(int index, BlockContent block) {
            return new Other(index, block.kind().name().toLowerCase(java.util.Locale.ROOT),
                    Optional.ofNullable(block.headline()).or(() -> Optional.ofNullable(block.heading())).or(() -> Optional.ofNullable(block.text())).orElse(""));
        }
    }

    /**
     * @param place from 1
     * @param pin   whether it keeps its place when the rest is chosen again
     */
    public record Story(String id, int place, String kicker, String headline, String standfirst, String summary, String source, String url, EditionItem.Role role, String section, Pin pin) {

        static Story of(EditionView.StoryView story, int place) {
            return new Story(story.id(), place, story.kicker(), story.headline(), story.standfirst(), story.summary(), story.source(), story.url(), story.role(), story.section(),
                    story.pinned() ? Pin.PINNED : Pin.LOOSE);
        }

        public boolean leads() {
            return place == 1;
        }

        public boolean brief() {
            return role == EditionItem.Role.BRIEF;
        }

        public boolean pinned() {
            return pin == Pin.PINNED;
        }
    }

    /** Whether a story keeps its place. */
    public enum Pin {
        PINNED, LOOSE
    }

    public boolean refillable() {
        return refilling == Refilling.OFFERED;
    }

    /** How many stories it has. */
    public int count() {
        return stories.size();
    }

    /** The same with what an editor typed, and why that is not saved. */
    AdminDraft with(DraftEdits typed, List<Problem> why) {
        return new AdminDraft(path, revision, why, typed.subject(), typed.preheader(), typed.note(), others, suggestions, typed.stories(this), candidates, sections, refilling);
    }
}
