package org.broadsheet.edition;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.broadsheet.publication.Approval;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;

/**
 * Editions that an editor is asked about: put together early as drafts, and sent or held when their time has come and nobody has said anything.
 */
@ApplicationScoped
public class ApprovalDesk {

    private static final Logger LOG = Logger.getLogger(ApprovalDesk.class);

    @Inject
    ApprovalDesk self;

    private final EditionDesk desk;
    private final EditorMails mails;
    private final Clock clock;

    ApprovalDesk(EditionDesk desk, EditorMails mails, Clock clock) {
        this.desk = desk;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * Puts the edition together and asks its editors.
     *
     * @return whether this turn is done with; if not, there is too little so far, and it is worth another look when its readers are due
     */
    @Transactional
    boolean ask(long publicationId, Calendar.Due due) {
        if (!due.since().isAfter(clock.instant())) {
            decide(desk.scheduled(publicationId, due.turn(), due.since()));
            return true;
        }
        var draft = desk.early(publicationId, due.turn(), due.since());
        draft.ifPresent(mails::toApprove);
        return draft.isPresent();
    }

    /** Sends or holds every draft whose time has come. */
    @Scheduled(every = "5s", identity = "approvals", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void tick() {
        for (var edition : self.due()) {
            try {
                self.decide(edition);
            } catch (RuntimeException problem) {
                LOG.errorf(problem, "Of draft %d it could not be decided whether it goes; it is tried again", edition);
            }
        }
    }

    @Transactional
    List<Long> due() {
        return Edition.<Edition>find("status = 'DRAFT' and approvalDue <= ?1 order by approvalDue", clock.instant()).stream().map(edition -> edition.id).toList();
    }

    @Transactional
    void decide(long editionId) {
        var edition = EditionDesk.require(editionId);
        if (edition.status == Edition.Status.DRAFT && edition.approvalDue != null && !edition.approvalDue.isAfter(clock.instant())) {
            decide(edition);
        }
    }

    private void decide(Edition edition) {
        var reason = edition.status == Edition.Status.SKIPPED ? Optional.<String>empty() : reasonToHold(edition);
        if (reason.isPresent()) {
            hold(edition, reason.get());
        } else if (edition.status == Edition.Status.DRAFT) {
            desk.approve(edition.id);
        }
    }

    /** Keeps an edition from going, for this reason, and tells its editors. In the caller's transaction. */
    public void hold(Edition edition, String reason) {
        edition.status = Edition.Status.DRAFT;
        edition.approvalDue = null;
        edition.sendAt = null;
        edition.reason = reason;
        mails.held(edition);
        LOG.infof("%s no. %d: held: %s", edition.publication.slug, edition.number, reason);
    }

    private static Optional<String> reasonToHold(Edition edition) {
        if (edition.publication.schedule.pausedOn(edition.editionDate)) {
            return Optional.of("Held: the publication is paused");
        }
        return edition.publication.approval().filter(approval -> approval.otherwise() == Approval.Otherwise.HOLD)
                .map(approval -> "Held: nobody had approved it when its time came");
    }
}
