package org.broadsheet.source;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.broadsheet.operator.AuditLog;
import org.broadsheet.platform.InvalidWebAddressException;
import org.broadsheet.platform.WebAddress;
import org.broadsheet.publication.Publication;
import org.broadsheet.publication.Publications;
import org.broadsheet.web.JsonPatch;
import org.broadsheet.web.Refusal;
import org.hibernate.exception.ConstraintViolationException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** Adds, changes and removes sources. Adding one does not fetch it: the ticker does, or an operator. */
@ApplicationScoped
public class SourceRegister {

    private final Publications publications;
    private final AuditLog audit;
    private final JsonPatch patches;
    private final Clock clock;

    SourceRegister(Publications publications, AuditLog audit, JsonPatch patches, Clock clock) {
        this.publications = publications;
        this.audit = audit;
        this.patches = patches;
        this.clock = clock;
    }

    /** The source, or 404. */
    public Source require(long id) {
        return Source.<Source>findByIdOptional(id).orElseThrow(() -> Refusal.unknown("There is no source " + id));
    }

    @Transactional
    SourceItem add(String slug, SourceBody body) {
        var publication = publications.require(slug);
        var source = new Source();
        source.publication = publication;
        source.createdAt = clock.instant();
        source.nextTryAt = source.createdAt;
        write(source, body);
        if (Source.count("publication = ?1 and url = ?2", publication, source.url) > 0) {
            throw taken(source.url);
        }
        try {
            source.persistAndFlush();
        } catch (ConstraintViolationException twoAtOnce) {
            throw taken(source.url);
        }
        audit.record("add source", slug, source.url);
        return SourceItem.of(source);
    }

    @Transactional
    SourceItem change(long id, JsonNode patch) throws JsonProcessingException {
        var source = require(id);
        var before = source.url;
        write(source, patches.apply(SourceBody.of(source), patch, SourceBody.class));
        if (!source.url.equals(before)) {
            source.etag = null;
            source.lastModified = null;
            source.nextTryAt = clock.instant();
        }
        audit.record("change source", String.valueOf(id), source.url);
        return SourceItem.of(source);
    }

    @Transactional
    void remove(long id) {
        var source = require(id);
        source.delete();
        audit.record("remove source", String.valueOf(id), source.url);
    }

    @Transactional
    SourceItem get(long id) {
        return SourceItem.of(require(id));
    }

    @Transactional
    List<SourceItem> page(String slug, Optional<Long> after, int limit) {
        return Source.<Source>find("publication = ?1 and id > ?2 order by id", publications.require(slug), after.orElse(0L)).page(0, limit).stream()
                .map(SourceItem::of).toList();
    }

    private static void write(Source source, SourceBody body) {
        source.url = address(body.url());
        source.kind = kind(body);
        source.section = section(source.publication, Optional.ofNullable(body.section()).orElse(""));
    }

    private static String address(String url) {
        try {
            WebAddress address = WebAddress.parse(url.strip());
            return address.toString();
        } catch (InvalidWebAddressException problem) {
            throw Refusal.invalid("url", problem.getMessage());
        }
    }

    private static Source.Kind kind(SourceBody body) {
        var kind = Optional.ofNullable(body.kind()).orElse(Source.Kind.AUTO);
        if (kind == Source.Kind.PAGE || kind == Source.Kind.SITEMAP) {
            throw Refusal.invalid("kind", kind + " is not supported yet; use FEED or AUTO with the address of a feed");
        }
        return kind;
    }

    private static String section(Publication publication, String slug) {
        if (!slug.isEmpty() && publication.sectionName(slug).isEmpty()) {
            throw Refusal.invalid("section", "the publication has no section " + slug);
        }
        return slug;
    }

    private static Refusal taken(String url) {
        return Refusal.conflict("The publication has the source " + url + " already");
    }
}
