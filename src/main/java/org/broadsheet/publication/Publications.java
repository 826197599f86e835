package org.broadsheet.publication;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.broadsheet.operator.AuditLog;
import org.broadsheet.web.JsonPatch;
import org.broadsheet.web.Refusal;
import org.hibernate.exception.ConstraintViolationException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** Creates, changes and deletes publications. */
@ApplicationScoped
public class Publications {

    private final Clock clock;
    private final Event<PublicationSaved> saved;
    private final Event<PublicationDeleting> deleting;
    private final AuditLog audit;
    private final JsonPatch patches;

    Publications(Clock clock, Event<PublicationSaved> saved, Event<PublicationDeleting> deleting, AuditLog audit, JsonPatch patches) {
        this.clock = clock;
        this.saved = saved;
        this.deleting = deleting;
        this.audit = audit;
        this.patches = patches;
    }

    /** The publication of this slug, or 404. */
    public Publication require(String slug) {
        return Publication.findBySlug(slug).orElseThrow(() -> Refusal.unknown("There is no publication " + slug));
    }

    @Transactional
    Publication create(PublicationBody body) {
        var publication = new Publication();
        body.writeTo(publication);
        publication.createdAt = clock.instant();
        publication.updatedAt = publication.createdAt;
        if (Publication.findBySlug(body.slug()).isPresent()) {
            throw taken(body.slug());
        }
        try {
            publication.persistAndFlush();
        } catch (ConstraintViolationException twoAtOnce) {
            throw taken(body.slug());
        }
        audit.record("create publication", publication.slug, "");
        saved.fire(new PublicationSaved(publication.id));
        return publication;
    }

    @Transactional
    Publication change(String slug, JsonNode patch) throws JsonProcessingException {
        var publication = require(slug);
        var body = patches.apply(PublicationBody.of(publication), patch, PublicationBody.class);
        if (!body.slug().equals(slug)) {
            throw Refusal.invalid("slug", "cannot be changed: links in mails that were sent hold it");
        }
        body.writeTo(publication);
        publication.updatedAt = clock.instant();
        audit.record("change publication", slug, String.join(" ", fieldsOf(patch)));
        saved.fire(new PublicationSaved(publication.id));
        return publication;
    }

    @Transactional
    void delete(String slug) {
        var publication = require(slug);
        deleting.fire(new PublicationDeleting(publication.id));
        publication.delete();
        audit.record("delete publication", slug, "");
    }

    List<Publication> page(Optional<Long> after, int limit) {
        return Publication.find("id > ?1 order by id", after.orElse(0L)).page(0, limit).list();
    }

    private static Refusal taken(String slug) {
        return Refusal.conflict("There is a publication " + slug + " already");
    }

    private static List<String> fieldsOf(JsonNode patch) {
        return patch.propertyStream().map(java.util.Map.Entry::getKey).toList();
    }
}
