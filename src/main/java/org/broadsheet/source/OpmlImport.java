package org.broadsheet.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.validation.ConstraintViolationException;

import org.broadsheet.operator.AuditLog;
import org.broadsheet.platform.WebAddress;
import org.broadsheet.publication.Publication;
import org.broadsheet.publication.Publications;
import org.broadsheet.publication.Section;
import org.broadsheet.web.JsonPatch;
import org.broadsheet.web.Refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Takes over a list of sources. A source that is there already changes only where the list has settings of ours. New ones are read one after the
 * other, not all in the same second.
 */
@ApplicationScoped
public class OpmlImport {

    static final int MOST_OUTLINES = 5000;
    private static final int BATCH = 100;
    private static final Duration APART = Duration.ofMillis(250);
    private static final Duration APART_ON_ONE_HOST = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Publications publications;
    private final SourceRegister register;
    private final JsonPatch patches;
    private final AuditLog audit;
    private final Clock clock;

    OpmlImport(Publications publications, SourceRegister register, JsonPatch patches, AuditLog audit, Clock clock) {
        this.publications = publications;
        this.register = register;
        this.patches = patches;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refusal 404 for an unknown publication, 400 if it is no list of sources */
    OpmlReport run(String slug, byte[] body, Optional<String> charset) {
        QuarkusTransaction.requiringNew().run(() -> publications.require(slug)); // 404 before anything else
        var outlines = OpmlReader.read(body, charset);
        var tally = new OpmlReport.Tally();
        var course = new Course(clock.instant());
        var taken = outlines.subList(0, Math.min(MOST_OUTLINES, outlines.size()));
        for (var from = 0; from < taken.size(); from += BATCH) {
            var batch = taken.subList(from, Math.min(taken.size(), from + BATCH));
            try {
                QuarkusTransaction.requiringNew().run(() -> take(publications.require(slug), batch, tally, course));
            } catch (PersistenceException twoAtOnce) {
                throw Refusal.conflict("Somebody else added sources at the same moment; import the list again: what was taken over stays");
            }
        }
        if (outlines.size() > MOST_OUTLINES) {
            tally.leaveOut(outlines.size() - MOST_OUTLINES, outlines.get(MOST_OUTLINES).line(), MOST_OUTLINES);
        }
        var report = tally.report();
        QuarkusTransaction.requiringNew().run(() -> audit.record("import sources", slug,
                report.added() + " added, " + report.updated() + " updated, " + report.unchanged() + " unchanged, " + report.refused() + " refused"));
        return report;
    }

    private void take(Publication publication, List<Outline> outlines, OpmlReport.Tally tally, Course course) {
        var known = known(publication, outlines);
        for (var outline : outlines) {
            try {
                take(publication, known, outline, tally, course);
            } catch (Refusal refusal) {
                tally.refuse(outline, "is refused: " + refusal.getMessage());
            } catch (ConstraintViolationException invalid) {
                var first = invalid.getConstraintViolations().iterator().next();
                tally.refuse(outline, "is refused: " + first.getPropertyPath() + " " + first.getMessage());
            } catch (JsonProcessingException unreadable) {
                tally.refuse(outline, "has settings that cannot be read: " + unreadable.getOriginalMessage());
            }
        }
        Source.flush(); // so that it fails here, if somebody adds the same at the same moment
    }

    /** Asked for all at once, since each question to the database would first write what is new. */
    private static Map<String, Source> known(Publication publication, List<Outline> outlines) {
        var urls = outlines.stream().flatMap(outline -> WebAddress.of(outline.url().strip()).stream()).map(WebAddress::toString).toList();
        return urls.isEmpty() ? Map.of() : Source.<Source>list("publication = ?1 and url in ?2", publication, urls).stream()
                .collect(Collectors.toMap(source -> source.url, Function.identity()));
    }

    private void take(Publication publication, Map<String, Source> all, Outline outline, OpmlReport.Tally tally, Course course) throws JsonProcessingException {
        if (!outline.obstacle().isEmpty()) {
            tally.refuse(outline, outline.obstacle());
            return;
        }
        var url = SourceRegister.address(outline.url());
        var earlier = Optional.ofNullable(course.lines.putIfAbsent(url, outline.line()));
        if (earlier.isPresent()) {
            tally.unchanged();
            tally.note(outline, "has the same address as line " + earlier.get());
            return;
        }
        var known = Optional.ofNullable(all.get(url));
        if (known.isPresent()) {
            update(known.get(), outline, tally);
        } else {
            add(publication, url, outline, tally, course);
        }
    }

    private void update(Source source, Outline outline, OpmlReport.Tally tally) throws JsonProcessingException {
        var before = SourceBody.of(source);
        var after = patches.apply(before, settings(outline), SourceBody.class);
        if (after.equals(before)) {
            tally.unchanged();
            return;
        }
        try {
            register.rewrite(source, after);
        } catch (Refusal refusal) {
            Source.getEntityManager().detach(source); // nothing of it may be stored
            throw refusal;
        }
        tally.updated();
    }

    private void add(Publication publication, String url, Outline outline, OpmlReport.Tally tally, Course course) throws JsonProcessingException {
        var settings = settings(outline).put("url", url);
        if (!settings.has("section")) {
            section(publication, outline).ifPresentOrElse(section -> settings.put("section", section),
                    () -> outline.categories().stream().findFirst().ifPresent(tally::unmatched));
        }
        var body = patches.validated(JSON.treeToValue(settings, SourceBody.class));
        var source = register.fresh(publication, body);
        source.title = outline.title();
        source.nextTryAt = course.next(url);
        source.persist();
        tally.added();
    }

    /** Credentials are never in a list, and what reads a list cannot be made to believe that they are. */
    private static ObjectNode settings(Outline outline) throws JsonProcessingException {
        var settings = JSON.createObjectNode();
        for (var setting : outline.own().entrySet()) {
            var value = setting.getValue().strip();
            if (value.startsWith("{") || value.startsWith("[")) {
                settings.set(setting.getKey(), JSON.readTree(value));
            } else {
                settings.put(setting.getKey(), value);
            }
        }
        settings.remove(List.of("url", "access"));
        return settings;
    }

    private static Optional<String> section(Publication publication, Outline outline) {
        return outline.categories().stream().flatMap(category -> publication.sections.stream()
                .filter(section -> section.slug().equalsIgnoreCase(category) || section.name().strip().equalsIgnoreCase(category))).map(Section::slug).findFirst();
    }

    /** What is known of the list so far, and when its sources are read: one after the other, those on one host with more time between them. */
    private static final class Course {

        private final Map<String, Integer> lines = new HashMap<>();
        private final Map<String, Instant> hosts = new HashMap<>();
        private Instant last;

        Course(Instant now) {
            last = now.minus(APART);
        }

        Instant next(String url) {
            last = last.plus(APART);
            return hosts.merge(WebAddress.parse(url).host(), last,
                    (before, now) -> before.plus(APART_ON_ONE_HOST).isAfter(now) ? before.plus(APART_ON_ONE_HOST) : now);
        }
    }
}
