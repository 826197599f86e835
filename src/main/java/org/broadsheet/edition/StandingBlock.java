package org.broadsheet.edition;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

import org.broadsheet.publication.Publication;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** A block that comes in every edition of its days. An edition takes what it says when it is put together, and keeps that. */
@Entity
public class StandingBlock extends PanacheEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "publication_id")
    public Publication publication;
    @JdbcTypeCode(SqlTypes.JSON)
    public BlockContent content;
    /** First day; null for always. */
    public LocalDate fromDate;
    /** Last day; null for good. */
    public LocalDate untilDate;
    /** Only in editions of these days of the week; empty for all. */
    @JdbcTypeCode(SqlTypes.JSON)
    public Set<DayOfWeek> days = Set.of();
    /** Among those that stand in the same place: lower ones come first. */
    public int rank;
    public Instant createdAt;
    public Instant updatedAt;
    @Version
    public int version;

    /** What stands in the editions of this day, in its order. */
    static List<BlockContent> of(Publication publication, LocalDate date) {
        return StandingBlock.<StandingBlock>list("publication = ?1 and (fromDate is null or fromDate <= ?2) and (untilDate is null or untilDate >= ?2) order by rank, id",
                publication, date).stream().filter(block -> block.days.isEmpty() || block.days.contains(date.getDayOfWeek())).map(block -> block.content).toList();
    }
}
