package org.broadsheet.edition;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.broadsheet.publication.Publication;

/** What archives and sitemaps list, each by one statement however long the list is. */
@ApplicationScoped
class ArchiveShelf {

    private final EntityManager entities;

    ArchiveShelf(EntityManager entities) {
        this.entities = entities;
    }

    /** An edition in a list. */
    record Listed(int number, LocalDate date, String subject, Instant published) {
    }

    /** A story in a list, with the time at which readers first met it. */
    record ListedStory(long id, String headline, Instant published) {
    }

    /** Editions that readers may see, and skipped days, before this one, newest first. */
    List<Edition> behind(Edition edition, int most) {
        return Edition.find("publication = ?1 and status in ('SENDING', 'PAUSED', 'SENT', 'SKIPPED') and (number is not null or slotDate is not null)"
                + " and (windowEnd < ?2 or windowEnd = ?2 and id < ?3) order by windowEnd desc, id desc", edition.publication, edition.windowEnd, edition.id).page(0, most).list();
    }

    /** Headlines in the order of the edition, of its first stories, by edition; one of whose stories readers see none is missing. */
    Map<Long, List<String>> headlines(Collection<Edition> editions, int most) {
        var found = new HashMap<Long, List<String>>();
        List<Object[]> rows = rows("""
                select edition_id, frozen ->> 'headline' from edition_item where edition_id in (:editions) and not withdrawn and position < :most
                order by edition_id, position""", Map.of("editions", editions.stream().map(edition -> edition.id).toList(), "most", most), editions.isEmpty());
        rows.forEach(row -> found.computeIfAbsent(((Number) row[0]).longValue(), edition -> new ArrayList<>()).add((String) row[1]));
        return found;
    }

    /** What these editions hold, in order, by edition. */
    Map<Long, List<EditionItem>> items(Collection<Edition> editions) {
        return EditionItem.<EditionItem>list("key.editionId in ?1 and not withdrawn order by key.editionId, key.position", editions.stream().map(edition -> edition.id).toList()).stream()
                .collect(Collectors.groupingBy(item -> item.key.editionId()));
    }

    /** The latest edition of each publication that readers may see, by publication. */
    Map<Long, Listed> latest() {
        return rows("""
                select distinct on (publication_id) number, edition_date, subject, coalesce(started_at, created_at), publication_id from edition
                where status in ('SENDING', 'PAUSED', 'SENT') and number is not null and exists (select 1 from edition_item where edition_id = edition.id and not withdrawn) order by publication_id, window_end desc, id desc""", Map.of(), false).stream()
                .collect(Collectors.toMap(row -> ((Number) row[4]).longValue(), ArchiveShelf::listed));
    }

    /** Editions that readers may see, newest first. */
    List<Listed> editions(Publication publication, int most) {
        return rows("""
                select number, edition_date, subject, coalesce(started_at, created_at) from edition
                where publication_id = :publication and status in ('SENDING', 'PAUSED', 'SENT') and number is not null and exists (select 1 from edition_item where edition_id = edition.id and not withdrawn) order by window_end desc, id desc limit :most""",
                Map.of("publication", publication.id, "most", most), false).stream().map(ArchiveShelf::listed).toList();
    }

    /** Stories in such editions, newest first; each once. */
    List<ListedStory> stories(Publication publication, int most) {
        return rows("""
                select story_id, headline, published from (select distinct on (story_id) story_id, frozen ->> 'headline' as headline, coalesce(started_at, created_at) as published
                  from edition_item join edition on edition.id = edition_id
                  where edition_item.publication_id = :publication and not withdrawn and status in ('SENDING', 'PAUSED', 'SENT') and number is not null
                  order by story_id, edition_id) as first order by published desc, story_id desc limit :most""",
                Map.of("publication", publication.id, "most", most), false).stream()
                .map(row -> new ListedStory(((Number) row[0]).longValue(), (String) row[1], instant(row[2]))).toList();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, Map<String, ?> values, boolean none) {
        if (none) {
            return List.of();
        }
        var query = entities.createNativeQuery(sql);
        values.forEach(query::setParameter);
        return query.getResultList();
    }

    private static Listed listed(Object[] row) {
        return new Listed(((Number) row[0]).intValue(), row[1] instanceof LocalDate date ? date : ((Date) row[1]).toLocalDate(), (String) row[2], instant(row[3]));
    }

    private static Instant instant(Object value) {
        return switch (value) {
            case Instant instant -> instant;
            case OffsetDateTime time -> time.toInstant();
            default -> ((Timestamp) value).toInstant();
        };
    }
}
