package org.broadsheet.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.broadsheet.article.Correction;
import org.broadsheet.edition.BlockContent;
import org.broadsheet.edition.Edition;
import org.broadsheet.edition.EditionItem;
import org.broadsheet.edition.EditionLint;
import org.broadsheet.web.Ids;

/** An edition as the API shows it. */
public record EditionView(String id, String publication, Integer number, Edition.Kind kind, Edition.Status status, String reason, LocalDate date,
        String subject, String preheader, Instant approvalDue, Instant sendAt, Instant startedAt, Instant finishedAt, List<StoryView> stories, List<BlockContent> blocks, Counts counts,
        LintView lint, int revision) {

    /** A story in it. {@code id} is the story's, stable over drafts. */
    public record StoryView(String id, String article, EditionItem.Role role, String section, String url, String kicker, String headline, String standfirst,
            String summary, String source, int minutes, boolean pinned, boolean withdrawn, List<Correction> corrections) {

        static StoryView of(EditionItem item) {
            var frozen = item.frozen;
            return new StoryView(Ids.text(item.storyId), Ids.text(item.articleId), item.role, item.section, frozen.url(), frozen.kicker(), frozen.headline(),
                    frozen.standfirst(), frozen.summary(), frozen.source(), frozen.minutes(), item.pinned, item.withdrawn, item.corrections);
        }
    }

    /**
     * What the linter counted.
     *
     * @param problem why it could not look; null if it could
     */
    public record LintView(int errors, int warnings, int notes, String problem, Instant at) {

        static LintView of(EditionLint lint) {
            return new LintView(lint.errors(), lint.warnings(), lint.notes(), lint.problem().isEmpty() ? null : lint.problem(), lint.at());
        }
    }

    public static EditionView of(Edition edition, Counts counts) {
        return new EditionView(Ids.text(edition.id), edition.publication.slug, edition.number, edition.kind, edition.status,
                edition.reason.isEmpty() ? null : edition.reason, edition.editionDate, edition.subject, edition.preheader, edition.approvalDue, edition.sendAt,
                edition.startedAt, edition.finishedAt, edition.items().stream().map(StoryView::of).toList(), edition.blocks, counts,
                edition.lint().map(LintView::of).orElse(null), edition.revision);
    }
}
