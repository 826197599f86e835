package org.broadsheet.subscriber;

import java.io.IOException;
import java.io.Reader;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.broadsheet.operator.AuditLog;
import org.broadsheet.publication.Publication;
import org.broadsheet.publication.Publications;
import org.broadsheet.web.JsonPatch;
import org.broadsheet.web.Refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** An operator's view of the readers: list, import, change, erase. */
@ApplicationScoped
public class SubscriberRegister {

    /** What an import does with what it has found. */
    public enum Mode {
        STORE, DRY_RUN
    }

    private static final int ROWS_PER_TRANSACTION = 100;

    private final Publications publications;
    private final Imports imports;
    private final AuditLog audit;
    private final JsonPatch patches;
    private final Clock clock;

    SubscriberRegister(Publications publications, Imports imports, AuditLog audit, JsonPatch patches, Clock clock) {
        this.publications = publications;
        this.imports = imports;
        this.audit = audit;
        this.patches = patches;
        this.clock = clock;
    }

    /** Imports one reader. */
    @Transactional
    ImportReport importOne(String slug, SubscriberBody body) {
        var tally = new ImportReport.Tally();
        tally.count(1, imports.take(publications.require(slug), body));
        audit.record("import subscriber", slug, "");
        return tally.report();
    }

    /**
     * Imports a CSV row by row, a hundred to a transaction, so that its length does not matter.
     *
     * @throws IOException if the body breaks off; what came before stays
     */
    ImportReport importCsv(String slug, Reader csv, Mode mode) throws IOException {
        var tally = new ImportReport.Tally();
        try (var rows = SubscriberCsv.open(csv)) {
            for (var batch = rows.next(ROWS_PER_TRANSACTION); !batch.isEmpty(); batch = rows.next(ROWS_PER_TRANSACTION)) {
                store(slug, batch, mode, tally);
            }
        }
        QuarkusTransaction.requiringNew().run(() -> audit.record("import subscribers", slug, tally.report().added() + " added, "
                + tally.report().updated() + " updated, " + tally.report().refused() + " refused" + (mode == Mode.DRY_RUN ? ", dry run" : "")));
        return tally.report();
    }

    private void store(String slug, List<SubscriberCsv.Row> batch, Mode mode, ImportReport.Tally tally) {
        QuarkusTransaction.begin();
        try {
            var publication = publications.require(slug);
            for (var row : batch) {
                tally.count(row.line(), row.body().map(body -> imports.take(publication, body))
                        .orElseGet(() -> new ImportReport.RowOutcome.Refused(row.problem())));
            }
            Subscription.flush();
        } catch (RuntimeException problem) {
            QuarkusTransaction.rollback();
            throw problem;
        }
        if (mode == Mode.DRY_RUN) {
            QuarkusTransaction.rollback();
        } else {
            QuarkusTransaction.commit();
        }
    }

    /** @param filter a status, or empty for all */
    @Transactional
    List<SubscriberItem> page(String slug, Optional<Subscription.Status> filter, Optional<Long> after, int limit) {
        var publication = publications.require(slug);
        var query = "from Subscription s join fetch s.subscriber where s.publication = ?1 and s.id > ?2"
                + (filter.isPresent() ? " and s.status = ?3" : "") + " order by s.id";
        var found = filter.isPresent() ? Subscription.<Subscription>find(query, publication, after.orElse(0L), filter.get())
                : Subscription.<Subscription>find(query, publication, after.orElse(0L));
        return found.page(0, limit).stream().map(SubscriberItem::of).toList();
    }

    @Transactional
    SubscriberItem get(long id) {
        return SubscriberItem.of(require(id));
    }

    @Transactional
    SubscriberItem change(long id, JsonNode patch) throws JsonProcessingException {
        var subscription = require(id);
        var wanted = patches.apply(ReaderPatch.of(subscription), patch, ReaderPatch.class);
        checkSections(subscription.publication, wanted.sections());
        if (wanted.textOnly()) {
            throw Refusal.invalid("textOnly", "is not there yet: every mail has its text beside the HTML");
        }
        subscription.subscriber.name = Optional.ofNullable(wanted.name()).orElse("").strip();
        subscription.language = wanted.language();
        subscription.timeZone = ZoneId.of(wanted.timeZone());
        subscription.sections = wanted.sections();
        subscription.hour = wanted.hour();
        subscription.textOnly = wanted.textOnly();
        subscription.tags = wanted.tags();
        subscription.updatedAt = clock.instant();
        move(subscription, wanted);
        audit.record("change subscriber", String.valueOf(id), "");
        return SubscriberItem.of(subscription);
    }

    /** Erases the reader, and the person if there is no other subscription. */
    @Transactional
    void erase(long id) {
        var subscription = require(id);
        var subscriber = subscription.subscriber;
        subscription.delete();
        if (Subscription.count("subscriber", subscriber) == 0) {
            subscriber.delete();
        }
        audit.record("erase subscriber", String.valueOf(id), "");
    }

    private void move(Subscription subscription, ReaderPatch wanted) {
        if (wanted.status() == subscription.status && wanted.status() != Subscription.Status.PAUSED) {
            if (wanted.pausedUntil() != null && subscription.live()) {
                subscription.pause(wanted.pausedUntil(), clock.instant());
            }
            return;
        }
        if (!subscription.live() && wanted.status() != Subscription.Status.UNSUBSCRIBED) {
            throw Refusal.conflict("A reader who is " + subscription.status + " can only come back by himself");
        }
        switch (wanted.status()) {
            case UNSUBSCRIBED -> {
                subscription.end(Subscription.Status.UNSUBSCRIBED, clock.instant());
                Consent.record(subscription, Consent.Act.WITHDRAWN, clock.instant(), "", "the operator, by API", "");
            }
            case PAUSED -> {
                if (wanted.pausedUntil() == null) {
                    throw Refusal.invalid("pausedUntil", "is missing: until which day?");
                }
                subscription.pause(wanted.pausedUntil(), clock.instant());
            }
            case ACTIVE -> subscription.resume(clock.instant());
            case PENDING, BOUNCED, COMPLAINED -> throw Refusal.invalid("status", "may only become ACTIVE, PAUSED or UNSUBSCRIBED");
        }
    }

    private static void checkSections(Publication publication, List<String> sections) {
        for (var slug : sections) {
            if (publication.sectionName(slug).isEmpty()) {
                throw Refusal.invalid("sections", "there is no section " + slug);
            }
        }
    }

    private static Subscription require(long id) {
        return Subscription.<Subscription>findByIdOptional(id).orElseThrow(() -> Refusal.unknown("There is no subscriber " + id));
    }
}
