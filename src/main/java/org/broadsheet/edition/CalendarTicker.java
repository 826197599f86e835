package org.broadsheet.edition;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.broadsheet.publication.Publication;
import org.broadsheet.publication.PublicationSaved;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;

/**
 * Looks for publications that are due. Each is claimed by a lock on its calendar entry ({@code SKIP LOCKED}), put together and moved on in one
 * transaction: a node that dies leaves nothing half done, and of several nodes one does it.
 */
@ApplicationScoped
public class CalendarTicker {

    private static final Logger LOG = Logger.getLogger(CalendarTicker.class);
    /** After something went wrong with one publication, the others go on, and it is tried again after this time. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Inject
    CalendarTicker self;

    private final EditionDesk desk;
    private final ApprovalDesk approvals;
    private final ReaderHours readers;
    private final EntityManager entities;
    private final Clock clock;
    private final EditionConfig config;

    CalendarTicker(EditionDesk desk, ApprovalDesk approvals, ReaderHours readers, EntityManager entities, Clock clock, EditionConfig config) {
        this.desk = desk;
        this.approvals = approvals;
        this.readers = readers;
        this.entities = entities;
        this.clock = clock;
        this.config = config;
    }

    /** Puts together every edition that is due. */
    @Scheduled(every = "5s", identity = "calendar", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void tick() {
        for (var publication : self.due()) {
            try {
                self.work(publication);
            } catch (RuntimeException problem) {
                LOG.errorf(problem, "The edition of publication %d could not be put together; it is tried again in a minute", publication);
                self.postpone(publication);
            }
        }
    }

    /** A new schedule is reckoned from now on. */
    void reckon(@Observes PublicationSaved saved) {
        Publication publication = Publication.findById(saved.publicationId());
        calendar(publication).begin(clock.instant()).ifPresentOrElse(wait -> write(publication.id, wait),
                () -> CalendarEntry.deleteById(publication.id));
    }

    @Transactional
    List<Long> due() {
        return CalendarEntry.<CalendarEntry>find("lookAt <= ?1 order by lookAt", clock.instant()).stream().map(entry -> entry.publicationId).toList();
    }

    @Transactional
    void work(long publicationId) {
        var entry = claim(publicationId);
        if (entry.isEmpty() || entry.get().lookAt.isAfter(clock.instant())) {
            return;
        }
        Publication publication = Publication.findById(publicationId);
        var verdict = calendar(publication).verdict(entry.get().turn(), clock.instant());
        if (verdict.isEmpty()) {
            entry.get().delete();
            return;
        }
        switch (verdict.get()) {
            case Calendar.Wait wait -> write(publicationId, wait);
            case Calendar.Due due -> putTogether(publication, due).or(due::next)
                    .ifPresentOrElse(next -> write(publicationId, next), entry.get()::delete);
        }
    }

    @Transactional
    void postpone(long publicationId) {
        claim(publicationId).ifPresent(entry -> entry.lookAt = clock.instant().plus(PAUSE));
    }

    /** @return when to look at this turn again, if it is not done with */
    private Optional<Calendar.Wait> putTogether(Publication publication, Calendar.Due due) {
        if (Edition.count("publication = ?1 and slotDate = ?2 and slotTurn = ?3", publication, due.turn().date(), due.turn().ordinal()) > 0) {
            return Optional.empty(); // the schedule was changed on the very day
        }
        var late = Duration.between(due.lastSlot(), clock.instant());
        if (late.compareTo(config.catchUp()) > 0) {
            desk.missed(publication.id, due.turn(), "The service was not running when it was due, and came back more than "
                    + config.catchUp().toHours() + " hours later");
        } else if (publication.approval().isEmpty()) {
            desk.scheduled(publication.id, due.turn(), due.since());
        } else if (!approvals.ask(publication.id, due)) {
            return Optional.of(new Calendar.Wait(due.turn(), due.since()));
        }
        return Optional.empty();
    }

    private Calendar calendar(Publication publication) {
        return Calendar.of(publication, readers.of(publication.id));
    }

    private Optional<CalendarEntry> claim(long publicationId) {
        List<CalendarEntry> entries = entities.createNativeQuery(
                "select * from calendar_entry where publication_id = :id for update skip locked", CalendarEntry.class)
                .setParameter("id", publicationId).getResultList();
        return entries.stream().findFirst();
    }

    private static void write(long publicationId, Calendar.Wait wait) {
        var entry = CalendarEntry.<CalendarEntry>findByIdOptional(publicationId).orElseGet(CalendarEntry::new);
        entry.publicationId = publicationId;
        entry.nextDate = wait.turn().date();
        entry.nextTurn = wait.turn().ordinal();
        entry.lookAt = wait.lookAt();
        entry.persist();
    }
}
