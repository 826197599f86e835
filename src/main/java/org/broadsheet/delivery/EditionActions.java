package org.broadsheet.delivery;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.broadsheet.edition.BlockDesk;
import org.broadsheet.edition.DraftChange;
import org.broadsheet.edition.DraftDesk;
import org.broadsheet.edition.Edition;
import org.broadsheet.edition.EditionDesk;
import org.broadsheet.mail.MailAddress;
import org.broadsheet.mail.OneOffMail;
import org.broadsheet.mail.OneOffMails;
import org.broadsheet.operator.AuditLog;
import org.broadsheet.publication.Publication;
import org.broadsheet.publication.PublicationDeleting;
import org.broadsheet.publication.Publications;
import org.broadsheet.subscriber.Subscription;
import org.broadsheet.web.Ids;
import org.broadsheet.web.Refusal;
import org.hibernate.Hibernate;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** What an operator does with an edition. */
@ApplicationScoped
public class EditionActions {

    private static final Set<Edition.Status> OPEN = EnumSet.of(Edition.Status.DRAFT, Edition.Status.SCHEDULED, Edition.Status.SENDING, Edition.Status.PAUSED);
    /** A reader who does not exist, for previews and test sends. */
    private static final Claim NOBODY = new Claim(0, 1, Claim.Resent.NO, "reader@example.org", "", List.of(), Optional.empty());

    private static final int MOST_TROUBLES = 100;

    @Inject
    EditionActions self;

    private final Publications publications;
    private final EditionDesk desk;
    private final SendingDesk sending;
    private final BlockDesk blocks;
    private final DraftDesk drafts;
    private final LintDesk linter;
    private final Dispatch dispatch;
    private final Ledger ledger;
    private final LedgerBook book;
    private final EditionPress press;
    private final OneOffMails mails;
    private final AuditLog audit;
    private final Clock clock;

    EditionActions(Publications publications, EditionDesk desk, SendingDesk sending, BlockDesk blocks, DraftDesk drafts, LintDesk linter, Dispatch dispatch, Ledger ledger, LedgerBook book, EditionPress press,
            OneOffMails mails, AuditLog audit, Clock clock) {
        this.publications = publications;
        this.desk = desk;
        this.sending = sending;
        this.blocks = blocks;
        this.drafts = drafts;
        this.linter = linter;
        this.dispatch = dispatch;
        this.ledger = ledger;
        this.book = book;
        this.press = press;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /** Puts an edition together: to send now, at an instant, or as a draft. */
    public Edition create(String slug, EditionRequest request) throws SQLException {
        return taken(self.created(slug, request));
    }

    @Transactional
    Edition created(String slug, EditionRequest request) throws SQLException {
        var publication = publications.require(slug);
        var special = request.special();
        var edition = switch (request.when()) {
            case EditionRequest.When.Draft draft -> desk.draft(publication.id, special);
            case EditionRequest.When.Now now -> desk.requested(publication.id, special, clock.instant());
            case EditionRequest.When.At at -> desk.requested(publication.id, special, inFuture(at.instant()));
        };
        audit.record("create edition", slug, request.send() + ", " + edition.status);
        return edition;
    }

    /** Sends a draft, whatever the linter says of it. */
    public Edition send(long id) throws SQLException {
        return taken(self.released(id));
    }

    @Transactional
    Edition released(long id) {
        var edition = desk.release(id, clock.instant());
        audit.record("send edition", name(edition), "");
        return edition;
    }

    /** Lets a draft by schedule go at its time. */
    public Edition approve(long id) throws SQLException {
        return taken(self.approved(id));
    }

    @Transactional
    Edition approved(long id) {
        var edition = desk.approve(id);
        audit.record("approve edition", name(edition), "");
        return edition;
    }

    /** What was made or let go meets the linter, and goes if it is due. */
    private Edition taken(Edition edition) throws SQLException {
        if (edition.status != Edition.Status.SKIPPED) {
            sending.take(edition.id);
        }
        return edition;
    }

    /** Changes a draft. */
    public Edition change(long id, DraftChange change) throws SQLException {
        var edition = self.changed(id, change);
        linter.look(id);
        return edition;
    }

    @Transactional
    Edition changed(long id, DraftChange change) throws SQLException {
        var edition = DraftDesk.locked(id);
        drafts.change(edition, change.blocks() == null ? change : change.with(blocks.checked(change.blocks())));
        audit.record("change draft", name(edition), "");
        return edition;
    }

    /** Has the stories of a draft chosen again, but for the pinned ones. */
    public Edition refill(long id) {
        var edition = self.refilled(id);
        linter.look(id);
        return edition;
    }

    @Transactional
    Edition refilled(long id) {
        var edition = DraftDesk.locked(id);
        drafts.refill(edition);
        audit.record("fill draft again", name(edition), "");
        return edition;
    }

    /** Stories that a draft could take in. */
    @Transactional
    public List<DraftDesk.Candidate> candidates(long id) {
        return drafts.candidates(require(id));
    }

    @Transactional
    public Edition pause(long id) {
        var edition = inState(id, "paused", EnumSet.of(Edition.Status.SENDING));
        edition.status = Edition.Status.PAUSED;
        audit.record("pause edition", name(edition), "");
        return edition;
    }

    @Transactional
    public Edition resume(long id) {
        var edition = inState(id, "resumed", EnumSet.of(Edition.Status.PAUSED));
        edition.status = Edition.Status.SENDING;
        edition.reason = "";
        audit.record("resume edition", name(edition), "");
        dispatch.wakeAfterCommit();
        return edition;
    }

    @Transactional
    public Edition cancel(long id) throws SQLException {
        var edition = inState(id, "cancelled", OPEN);
        var nobodyGotIt = ledger.counts(id).due() == 0;
        edition.status = Edition.Status.CANCELLED;
        edition.reason = "Cancelled by the operator";
        edition.finishedAt = clock.instant();
        if (nobodyGotIt) {
            EditionDesk.freeStories(edition);
        }
        var withdrawn = book.withdraw(id, "The edition was cancelled");
        audit.record("cancel edition", name(edition), withdrawn + " copies withdrawn");
        return edition;
    }

    @Transactional
    public Edition retryFailed(long id) throws SQLException {
        var edition = inState(id, "retried", EnumSet.of(Edition.Status.SENT, Edition.Status.SENDING, Edition.Status.PAUSED));
        var again = book.retryFailed(id);
        if (edition.status == Edition.Status.SENT && again > 0) {
            edition.status = Edition.Status.SENDING;
            edition.finishedAt = null;
        }
        Edition.flush();
        sending.extendExpiry(edition);
        audit.record("retry failed copies", name(edition), again + " copies");
        dispatch.wakeAfterCommit();
        return edition;
    }

    /** A copy as this reader, or nobody in particular, would get it, but for the token. */
    public Copy preview(long id, Optional<Long> subscription) {
        return shown(id, subscription, press::preview);
    }

    /** As {@link #preview}, with all pictures on this server, where a browser finds them. */
    public Copy proof(long id, Optional<Long> subscription) {
        return shown(id, subscription, press::proof);
    }

    private interface Printing {

        Copy copy(long edition, Claim claim) throws Unprintable;
    }

    private Copy shown(long id, Optional<Long> subscription, Printing printing) {
        try {
            return printing.copy(requirePrinted(id), subscription.map(EditionActions::claim).orElse(NOBODY));
        } catch (Unprintable | MessageTooLargeException problem) {
            throw Refusal.conflict(problem.getMessage());
        }
    }

    /** Sends a test to each address, now; it has no ledger row. */
    public int test(long id, List<MailAddress> recipients) {
        var copy = proof(id, Optional.empty()).message();
        var publication = publicationOf(id);
        audit.record("send test of edition", Ids.text(id), recipients.size() + " addresses");
        for (var recipient : recipients) {
            var sender = new OneOffMail.Party(publication.sender.name(), publication.sender.address());
            try {
                mails.sendNow(new OneOffMail("test", sender, Optional.ofNullable(publication.sender.replyTo()), recipient.written(),
                        "Test: " + subjectOf(id), copy.html(), copy.text(), clock.instant().plus(1, ChronoUnit.HOURS)));
            } catch (RuntimeException problem) {
                throw Refusal.unavailable("The relay did not take the test mail: " + Optional.ofNullable(problem.getMessage()).orElse(problem.toString()));
            }
        }
        return recipients.size();
    }

    /** The edition, or 404. */
    public Edition require(long id) {
        return Edition.<Edition>findByIdOptional(id).orElseThrow(() -> Refusal.unknown("There is no edition " + id));
    }

    /** How an edition stands. */
    public Counts counts(long id) throws SQLException {
        return ledger.counts(id);
    }

    /** Copies of which an operator should know: failed and unknown ones, the first of each. */
    public List<DeliveryItem> troubles(Edition edition) throws SQLException {
        var troubles = new ArrayList<>(book.page(edition, Optional.of(DeliveryState.failed), Optional.empty(), MOST_TROUBLES));
        troubles.addAll(book.page(edition, Optional.of(DeliveryState.unknown), Optional.empty(), MOST_TROUBLES));
        return troubles;
    }

    void refuseWhileSending(@Observes PublicationDeleting deleting) {
        if (Edition.count("publication.id = ?1 and status in ('SENDING', 'PAUSED')", deleting.publicationId()) > 0) {
            throw Refusal.conflict("An edition is being sent; cancel it first");
        }
    }

    @Transactional
    Publication publicationOf(long id) {
        var publication = EditionDesk.require(id).publication;
        Hibernate.initialize(publication);
        return publication;
    }

    @Transactional
    String subjectOf(long id) {
        return EditionDesk.require(id).subject;
    }

    @Transactional
    long requirePrinted(long id) {
        var edition = EditionDesk.require(id);
        if (edition.status == Edition.Status.SKIPPED) {
            throw Refusal.conflict("This edition was skipped: " + edition.reason);
        }
        return edition.id;
    }

    private static Claim claim(long subscriptionId) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            Subscription subscription = Subscription.<Subscription>findByIdOptional(subscriptionId)
                    .orElseThrow(() -> Refusal.unknown("There is no subscriber " + subscriptionId));
            return new Claim(subscriptionId, 1, Claim.Resent.NO, subscription.subscriber.address, subscription.subscriber.name, subscription.sections,
                    Optional.ofNullable(subscription.confirmedAt));
        });
    }

    private Instant inFuture(Instant instant) {
        if (instant.isBefore(clock.instant())) {
            throw Refusal.invalid("send", "is in the past");
        }
        return instant;
    }

    private static Edition inState(long id, String what, Set<Edition.Status> allowed) {
        var edition = EditionDesk.require(id);
        if (!allowed.contains(edition.status)) {
            throw Refusal.conflict("This edition is " + edition.status + " and cannot be " + what);
        }
        return edition;
    }

    private static String name(Edition edition) {
        return edition.publication.slug + " no. " + edition.number;
    }
}
