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
    private final SourceSecrets secrets;
    private final Clock clock;

    SourceRegister(Publications publications, AuditLog audit, JsonPatch patches, SourceSecrets secrets, Clock clock) {
        this.publications = publications;
        this.audit = audit;
        this.patches = patches;
        this.secrets = secrets;
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
        return item(source);
    }

    @Transactional
    SourceItem change(long id, JsonNode patch) throws JsonProcessingException {
        var source = require(id);
        var before = source.url;
        var kindBefore = source.kind;
        write(source, patches.apply(SourceBody.of(source), patch, SourceBody.class));
        if (patch.path("access").isNull()) {
            source.access = null;
        }
        if (!source.url.equals(before) || source.kind != kindBefore) {
            source.forget();
            source.nextTryAt = clock.instant();
        }
        source.etag = null;
        source.lastModified = null;
        source.bodyHash = null; // rules and rights may have changed, so that what is there is looked at anew
        audit.record("change source", String.valueOf(id), source.url);
        return item(source);
    }

    @Transactional
    void remove(long id) {
        var source = require(id);
        source.delete();
        audit.record("remove source", String.valueOf(id), source.url);
    }

    @Transactional
    SourceItem get(long id) {
        return item(require(id));
    }

    @Transactional
    List<SourceItem> page(String slug, Optional<Long> after, int limit) {
        return Source.<Source>find("publication = ?1 and id > ?2 order by id", publications.require(slug), after.orElse(0L)).page(0, limit).stream()
                .map(this::item).toList();
    }

    /**
     * Lets the address that permanent redirects lead to take the place of the old one.
     *
     * @return in words what was done, for the operator
     */
    public String rewrite(Source source) {
        if (!source.foundUrl.isEmpty()) {
            source.foundUrl = source.movedTo;
            source.stayed();
            return "What was found there moved for good, so it is now read from " + source.foundUrl;
        }
        if (Source.count("publication = ?1 and url = ?2", source.publication, source.movedTo) > 0) {
            return "It moved to " + source.movedTo + ", which is a source of its own already: remove this one";
        }
        var before = source.url;
        source.url = source.movedTo;
        source.foundUrl = "";
        source.stayed();
        audit.record("rewrite source", String.valueOf(source.id), before + " moved for good to " + source.url);
        return "It moved for good, so its address is now " + source.url;
    }

    private SourceItem item(Source source) {
        return SourceItem.of(source, secrets.of(source).map(SourceAccess::shown).orElse(null));
    }

    private void write(Source source, SourceBody body) {
        source.url = address(body.url());
        source.kind = Optional.ofNullable(body.kind()).orElse(Source.Kind.AUTO);
        source.priority = Optional.ofNullable(body.priority()).orElse(0);
        source.rules = Optional.ofNullable(body.rules()).orElse(List.of());
        for (var place = 0; place < source.rules.size(); place++) {
            source.rules.get(place).check(place);
        }
        source.rights = Optional.ofNullable(body.rights()).orElse(Rights.DEFAULT);
        source.pages = Optional.ofNullable(body.pages()).orElse(Source.Pages.AUTO);
        source.selectors = selectors(body);
        Optional.ofNullable(body.access()).ifPresent(access -> {
            access.check();
            source.access = secrets.locked(access);
        });
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

    /** @return null if there are none */
    private static PageSelectors selectors(SourceBody body) {
        var selectors = Optional.ofNullable(body.selectors()).filter(given -> !given.given().isEmpty());
        selectors.ifPresent(PageSelectors::check);
        return selectors.orElse(null);
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
