package org.broadsheet.site;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.broadsheet.article.Story;
import org.broadsheet.delivery.EditionActions;
import org.broadsheet.delivery.EditionView;
import org.broadsheet.delivery.LintDesk;
import org.broadsheet.delivery.PreviewView;
import org.broadsheet.edition.DraftDesk;
import org.broadsheet.edition.Edition;
import org.broadsheet.edition.EditionItem;
import org.broadsheet.edition.Suggestions;
import org.broadsheet.web.Ids;
import org.broadsheet.web.Refusal;

/** Composes the desk's page of one edition. */
@ApplicationScoped
class EditionSheet {

    @Inject
    EditionSheet self;

    private final EditionActions editions;
    private final LintDesk linter;
    private final Dashboard dashboard;

    EditionSheet(EditionActions editions, LintDesk linter, Dashboard dashboard) {
        this.editions = editions;
        this.linter = linter;
        this.dashboard = dashboard;
    }

    /**
     * The page as the edition stands.
     *
     * @param notice what was done last; "" if nothing was
     */
    AdminEditionPage page(long id, String notice) throws SQLException {
        return self.page(id, notice, linting(id));
    }

    /** The edition as the API shows it. */
    @Transactional
    EditionView view(long id) throws SQLException {
        return EditionView.of(editions.require(id), editions.counts(id));
    }

    /** The form of a draft, or of what was one when an editor began to type. */
    @Transactional
    AdminDraft draft(long id) throws SQLException {
        var edition = editions.require(id);
        return draft(edition, EditionView.of(edition, editions.counts(id)));
    }

    @Transactional
    AdminEditionPage page(long id, String notice, Optional<Linting> linting) throws SQLException {
        var edition = editions.require(id);
        var publication = edition.publication;
        var counts = editions.counts(id);
        var isDraft = edition.status == Edition.Status.DRAFT;
        var at = Optional.ofNullable(edition.startedAt).or(() -> Optional.ofNullable(edition.sendAt)).or(() -> Optional.ofNullable(edition.approvalDue));
        return new AdminEditionPage(dashboard.head(), notice, publication.name, Optional.ofNullable(edition.number).orElse(0), edition.kind.name(), edition.status.name(), edition.reason,
                publication.sender.name(), edition.subject, edition.preheader, at.map(instant -> Moments.in(instant, publication.timeZone)).orElse(""),
                edition.status.published() ? publication.masthead().editionUrl(edition.number) : "", Tally.of(counts), Dashboard.actions(edition, counts),
                editions.troubles(edition).stream().map(AdminEditionPage.Copy::of).toList(), "",
                isDraft ? Optional.of(draft(edition, EditionView.of(edition, counts))) : Optional.empty(),
                isDraft ? List.of() : edition.everything().stream().map(EditionSheet::story).toList(), looks(edition), linting, path(id));
    }

    static String path(long id) {
        return "/admin/editions/" + id;
    }

    private Optional<Linting> linting(long id) {
        try {
            return Optional.of(Linting.of(linter.report(id)));
        } catch (Refusal nothing) {
            return nothing.status() == 404 ? Optional.empty() : Optional.of(Linting.unknown(nothing.getMessage()));
        }
    }

    private AdminDraft draft(Edition edition, EditionView view) {
        var noteAt = DraftEdits.noteAt(view.blocks());
        var note = noteAt < 0 ? AdminDraft.Note.NONE : new AdminDraft.Note(orNothing(view.blocks().get(noteAt).heading()), orNothing(view.blocks().get(noteAt).text()),
                orNothing(view.blocks().get(noteAt).signature()));
        var others = IntStream.range(0, view.blocks().size()).filter(at -> at != noteAt).mapToObj(at -> AdminDraft.Other.of(at, view.blocks().get(at))).toList();
        return new AdminDraft(path(edition.id) + "/draft", edition.revision, List.of(), edition.subject, edition.preheader, note, others, Suggestions.of(edition),
                IntStream.range(0, view.stories().size()).mapToObj(at -> AdminDraft.Story.of(view.stories().get(at), at + 1)).toList(), candidates(edition),
                edition.publication.sections.stream().map(section -> new DashboardPage.Choice(section.slug(), section.name())).toList(),
                edition.kind == Edition.Kind.REGULAR ? AdminDraft.Refilling.OFFERED : AdminDraft.Refilling.NOT_OFFERED);
    }

    private List<DraftDesk.Candidate> candidates(Edition edition) {
        return editions.candidates(edition.id);
    }

    private static AdminEditionPage.Story story(EditionItem item) {
        var frozen = item.frozen;
        var zone = Edition.<Edition>findById(item.key.editionId()).publication.timeZone;
        var withdrawn = item.withdrawn ? Story.<Story>findByIdOptional(Story.current(item.storyId)).filter(Story::withdrawn)
                .map(story -> "Withdrawn on " + Moments.in(story.withdrawnAt, zone) + ": " + story.withdrawnReason).orElse("Withdrawn") : "";
        return new AdminEditionPage.Story(Ids.text(item.storyId), frozen.headline(), frozen.standfirst(), frozen.summary(), frozen.source(),
                item.corrections.stream().map(correction -> Moments.in(correction.at(), zone) + ". " + correction.text()).toList(), withdrawn);
    }

    private static List<AdminEditionPage.Look> looks(Edition edition) {
        if (edition.status == Edition.Status.SKIPPED || edition.items().isEmpty()) {
            return List.of();
        }
        var preview = "/api/v1/editions/" + edition.id + "/preview?view=";
        return Stream.of(new AdminEditionPage.Look("Desktop", "desk", preview + PreviewView.LIGHT), new AdminEditionPage.Look("Phone", "phone", preview + PreviewView.LIGHT),
                new AdminEditionPage.Look("Phone, dark", "phone", preview + PreviewView.DARK), new AdminEditionPage.Look("Phone, pictures off", "phone", preview + PreviewView.BARE),
                new AdminEditionPage.Look("Plain text", "text", preview + PreviewView.TEXT)).toList();
    }

    private static String orNothing(String text) {
        return Optional.ofNullable(text).orElse("");
    }
}
