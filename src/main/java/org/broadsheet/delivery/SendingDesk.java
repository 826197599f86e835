package org.broadsheet.delivery;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.broadsheet.edition.ApprovalDesk;
import org.broadsheet.edition.Calendar;
import org.broadsheet.edition.Edition;
import org.broadsheet.edition.EditionItem;
import org.broadsheet.edition.EditionLint;
import org.broadsheet.edition.ReaderHour;
import org.broadsheet.edition.ReaderHours;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;

/** Moves editions through their states: scheduled ones begin when their time has come, each reader is entered at his hour, and done ones end. */
@ApplicationScoped
public class SendingDesk {

    private static final Logger LOG = Logger.getLogger(SendingDesk.class);

    private static final int LOOKED_AT_ONCE = 20;

    @Inject
    SendingDesk self;

    private final EntityManager entities;
    private final LedgerFill fill;
    private final ReaderHours readers;
    private final Dispatch dispatch;
    private final LintDesk linter;
    private final ApprovalDesk approvals;
    private final DeliveryConfig config;
    private final Clock clock;

    SendingDesk(EntityManager entities, LedgerFill fill, ReaderHours readers, Dispatch dispatch, LintDesk linter, ApprovalDesk approvals, DeliveryConfig config,
            Clock clock) {
        this.entities = entities;
        this.fill = fill;
        this.readers = readers;
        this.dispatch = dispatch;
        this.linter = linter;
        this.approvals = approvals;
        this.config = config;
        this.clock = clock;
    }

    /** Looks at every edition that is on its way. */
    @Scheduled(every = "1s", identity = "sending-desk", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void tick() {
        self.unseen().forEach(linter::look);
        for (var edition : self.open()) {
            try {
                self.advance(edition);
            } catch (RuntimeException | SQLException problem) {
                LOG.errorf(problem, "Edition %d could not be moved on; the others go on, it is tried again", edition);
            }
        }
    }

    /**
     * An edition that may be due now: the linter looks at it, and then it is moved on. Not within a transaction.
     *
     * @see #advance
     */
    public void take(long edition) throws SQLException {
        linter.look(edition);
        self.advance(edition);
    }

    /** Those that the linter has yet to look at; also drafts, so that whoever opens one finds its counts. */
    @Transactional
    List<Long> unseen() {
        return entities.createQuery("select id from Edition where lint is null and (status = 'DRAFT' or status = 'SCHEDULED' and sendAt <= :now) order by id", Long.class)
                .setParameter("now", clock.instant()).setMaxResults(LOOKED_AT_ONCE).getResultList();
    }

    @Transactional
    List<Long> open() {
        return entities.createQuery("select id from Edition where status = 'SCHEDULED' and sendAt <= :now or status = 'SENDING' order by id", Long.class)
                .setParameter("now", clock.instant()).getResultList();
    }

    /** Does what is due with this edition, unless another node does it just now. */
    @Transactional
    public void advance(long editionId) throws SQLException {
        List<Edition> locked = entities.createNativeQuery("select * from edition where id = :id for update skip locked", Edition.class)
                .setParameter("id", editionId).getResultList();
        if (locked.isEmpty()) {
            return;
        }
        var edition = locked.getFirst();
        if (edition.status == Edition.Status.SCHEDULED && !edition.sendAt.isAfter(clock.instant())) {
            beginOrHold(edition);
        }
        if (edition.status == Edition.Status.SENDING) {
            enter(edition);
            endIfDone(edition);
        }
    }

    private void beginOrHold(Edition edition) {
        var errors = edition.lint().map(EditionLint::errors).orElse(0);
        if (errors > 0 && edition.publication.mail.stopOnErrors() && !edition.lintWaived) {
            approvals.hold(edition, "Held: the linter found " + (errors == 1 ? "1 error" : errors + " errors") + "; mend it, or send it all the same");
        } else {
            begin(edition);
        }
    }

    private void begin(Edition edition) {
        edition.status = Edition.Status.SENDING;
        edition.startedAt = clock.instant();
        LOG.infof("%s no. %d: sending begins", edition.publication.slug, edition.number);
    }

    private void enter(Edition edition) throws SQLException {
        var hours = hoursDue(edition);
        if (edition.allAtOnce ? edition.filledUntil != null : hours.isEmpty()) {
            return;
        }
        entities.flush();
        var content = content(edition);
        var entered = edition.allAtOnce ? fill.all(edition.id, edition.publication.id, edition.editionDate, content)
                : fill.some(edition.id, edition.publication.id, edition.editionDate, content, hours);
        edition.filledUntil = clock.instant();
        extendExpiry(edition);
        LOG.infof("%s no. %d: %d readers are due", edition.publication.slug, edition.number, entered);
        dispatch.wakeAfterCommit();
    }

    /** Reader clocks that came to their hour since the last look. */
    private List<ReaderHour> hoursDue(Edition edition) {
        if (edition.allAtOnce) {
            return List.of();
        }
        var calendar = calendar(edition);
        var after = edition.filledUntil == null ? Instant.MIN : edition.filledUntil;
        return calendar.readers().stream().filter(reader -> {
            var slot = calendar.slot(edition.turn(), reader);
            return slot.isAfter(after) && !slot.isAfter(clock.instant());
        }).toList();
    }

    private void endIfDone(Edition edition) {
        if (edition.filledUntil == null || !edition.allAtOnce && calendar(edition).last(edition.turn()).isAfter(edition.filledUntil)) {
            noteEmptySlots(edition);
            return;
        }
        var open = (Boolean) entities.createNativeQuery("select exists (select 1 from delivery where edition_id = :id and (state in ('queued', 'sending',"
                + " 'deferred') or state = 'unknown' and due_at is not null))").setParameter("id", edition.id).getSingleResult();
        if (!open) {
            edition.status = Edition.Status.SENT;
            edition.finishedAt = clock.instant();
            LOG.infof("%s no. %d: sent", edition.publication.slug, edition.number);
        }
    }

    /** Nobody lives in the first slots, perhaps: the time is passed all the same. */
    private void noteEmptySlots(Edition edition) {
        if (!edition.allAtOnce && calendar(edition).last(edition.turn()).compareTo(clock.instant()) <= 0) {
            edition.filledUntil = clock.instant();
        }
    }

    /** The edition expires by the database's clock, so long after the last readers were entered. */
    void extendExpiry(Edition edition) {
        entities.flush();
        entities.createNativeQuery("update edition set expires_at = now() + make_interval(secs => :seconds) where id = :id")
                .setParameter("seconds", (double) config.expiresAfter().toSeconds()).setParameter("id", edition.id).executeUpdate();
        entities.refresh(edition);
    }

    private Calendar calendar(Edition edition) {
        return Calendar.of(edition.publication, readers.of(edition.publication.id));
    }

    private static LedgerFill.Content content(Edition edition) {
        Collection<EditionItem> items = edition.items();
        return new LedgerFill.Content(items.stream().map(item -> item.section).filter(section -> !section.isEmpty()).collect(Collectors.toSet()),
                items.stream().anyMatch(item -> item.section.isEmpty()));
    }
}
