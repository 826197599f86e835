package org.broadsheet.source;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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
    private final MailboxAddresses mailboxes;
    private final Event<PicturesForbidden> forbidden;
    private final Clock clock;

    SourceRegister(Publications publications, AuditLog audit, JsonPatch patches, SourceSecrets secrets, MailboxAddresses mailboxes, Event<PicturesForbidden> forbidden,
            Clock clock) {
        this.publications = publications;
        this.audit = audit;
        this.patches = patches;
        this.secrets = secrets;
        this.mailboxes = mailboxes;
        this.forbidden = forbidden;
        this.clock = clock;
    }

    /** The source, or 404. */
    public Source require(long id) {
        return Source.<Source>findByIdOptional(id).orElseThrow(() -> Refusal.unknown("There is no source " + id));
    }

    /** @throws Refusal if the address cannot be read, or the publication has it already */
    @Transactional
    public SourceItem add(String slug, SourceBody body) {
        var publication = publications.require(slug);
        var source = fresh(publication, body);
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

    /** A source that is not stored yet. */
    Source fresh(Publication publication, SourceBody body) {
        var source = new Source();
        source.publication = publication;
        source.createdAt = clock.instant();
        source.nextTryAt = source.createdAt;
        write(source, body);
        return source;
    }

    /** Takes over what an operator decides; what is at its address is looked at anew. */
    void rewrite(Source source, SourceBody body) {
        var before = source.url;
        var kindBefore = source.kind;
        var selectorsBefore = source.selectors;
        var allowedPictures = source.rights.allowPictures();
        write(source, body);
        if (!source.url.equals(before) || source.kind != kindBefore || !Objects.equals(source.selectors, selectorsBefore)) {
            source.forget();
            source.nextTryAt = clock.instant();
        }
        if (allowedPictures && !source.rights.allowPictures()) {
            forbidden.fire(new PicturesForbidden(source.id));
        }
        source.etag = null;
        source.lastModified = null;
        source.bodyHash = null; // rules and rights may have changed, so that what is there is looked at anew
    }

    /** The sources of a publication as OPML; not newsletters, since who knows where they are sent to can send there. */
    @Transactional
    String list(String slug) {
        var publication = publications.require(slug);
        var sections = new LinkedHashMap<String, String>(Map.of("", ""));
        publication.sections.forEach(section -> sections.put(section.slug(), section.name()));
        return OpmlWriter.write(publication.name, sections, Source.list("publication = ?1 and kind <> ?2 order by id", publication, Source.Kind.MAIL));
    }

    /** @param patch of a {@link SourceBody} (RFC 7396) */
    @Transactional
    public SourceItem change(long id, JsonNode patch) throws JsonProcessingException {
        var source = require(id);
        rewrite(source, patches.apply(SourceBody.of(source), patch, SourceBody.class));
        if (patch.path("access").isNull()) {
            source.access = null;
        }
        audit.record("change source", String.valueOf(id), source.url);
        return item(source);
    }

    /** Its articles stay, and so does its name at them. */
    @Transactional
    public void remove(long id) {
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
        List<Source> sources = Source.<Source>find("publication = ?1 and id > ?2 order by id", publications.require(slug), after.orElse(0L)).page(0, limit).list();
        var hubs = HubSubscription.of(sources);
        return sources.stream().map(source -> item(source, Optional.ofNullable(hubs.get(source.id)))).toList();
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
        return item(source, HubSubscription.of(source));
    }

    private SourceItem item(Source source, Optional<HubSubscription> hub) {
        return SourceItem.of(source, secrets.of(source).map(SourceAccess::shown).orElse(null), hub.map(SourceItem.Push::of).orElse(null));
    }

    private void write(Source source, SourceBody body) {
        var kind = Optional.ofNullable(body.kind()).orElse(Source.Kind.AUTO);
        if (source.kind != null && (kind == Source.Kind.MAIL) != (source.kind == Source.Kind.MAIL)) {
            throw Refusal.invalid("kind", "cannot change between MAIL and what is on the web; add another source");
        }
        source.url = kind == Source.Kind.MAIL ? mailboxes.address(body.url()) : address(body.url());
        source.kind = kind;
        source.priority = Optional.ofNullable(body.priority()).orElse(0);
        source.rules = Optional.ofNullable(body.rules()).orElse(List.of());
        for (var place = 0; place < source.rules.size(); place++) {
            source.rules.get(place).check(place);
        }
        source.rights = Optional.ofNullable(body.rights()).orElse(Rights.DEFAULT);
        source.pages = Optional.ofNullable(body.pages()).orElse(Source.Pages.AUTO);
        source.selectors = selectors(body);
        source.grouping = Optional.ofNullable(body.grouping()).orElse(Source.Grouping.ON);
        Optional.ofNullable(body.access()).ifPresent(access -> {
            access.check();
            source.access = secrets.locked(access);
        });
        source.section = section(source.publication, Optional.ofNullable(body.section()).orElse(""));
    }

    /** @throws Refusal if it is no address on the web */
    static String address(String url) {
        if (url == null || url.isBlank()) {
            throw Refusal.invalid("url", "is missing");
        }
        try {
            WebAddress address = WebAddress.parse(url.strip());
            return address.toString();
        } catch (InvalidWebAddressException problem) {
            throw Refusal.invalid("url", problem.getMessage());
        }
    }

    /** @return null if there are none */
    private static PageSelectors selectors(SourceBody body) {
        var selectors = Optional.ofNullable(body.selectors()).filter(given -> !given.selectNothing());
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
