package org.broadsheet.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

import org.broadsheet.publication.Publication;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** One edition of a publication: its number, its state and what it holds, frozen. */
@Entity
public class Edition extends PanacheEntity {

    /** What kind of edition. */
    public enum Kind {
        REGULAR, ROUNDUP, SPECIAL
    }

    /** {@code DRAFT → SCHEDULED → SENDING ⇄ PAUSED → SENT}, or {@code SKIPPED}, {@code CANCELLED}. */
    public enum Status {
        DRAFT, SCHEDULED, SENDING, PAUSED, SENT, SKIPPED, CANCELLED;

        /** Whether readers may see it on the web. */
        public boolean published() {
            return this == SENDING || this == PAUSED || this == SENT;
        }
    }

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "publication_id")
    public Publication publication;
    /** From 1; null for a skipped one. */
    public Integer number;
    @Enumerated(EnumType.STRING)
    public Kind kind;
    @Enumerated(EnumType.STRING)
    public Status status;
    /** Why it was skipped or cancelled, in words; else "". */
    public String reason = "";
    /** The scheduled day; null for one made on request. */
    public LocalDate slotDate;
    /** Its place among that day's. */
    public int slotTurn;
    /** When a draft goes, or is held, unless somebody says otherwise; null where it waits for no time. */
    public Instant approvalDue;
    /** Whether all readers are due at {@link #sendAt}, and not each at his own hour. */
    public boolean allAtOnce;
    /** Day on its date line. */
    public LocalDate editionDate;
    public String subject = "";
    public String preheader = "";
    /** The publication's own blocks, as readers get them. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<BlockContent> blocks = List.of();
    /** How often what readers get of it was changed. */
    public int revision;
    /** When that last happened after it was sent; null if it never did. */
    public Instant changedAt;
    /** What the linter counted; null until it has looked at this revision. */
    @JdbcTypeCode(SqlTypes.JSON)
    public EditionLint lint;
    /** An operator sends it whatever the linter says. */
    public boolean lintWaived;
    /** Articles available up to then were considered. */
    public Instant windowEnd;
    /** Null while it is a draft. */
    public Instant sendAt;
    public Instant expiresAt;
    /** Readers whose hour came up to then are in the ledger; null before the first. */
    public Instant filledUntil;
    public Instant startedAt;
    public Instant finishedAt;
    public Instant createdAt;
    @Version
    public int version;

    /** Its place in the calendar. */
    public Turn turn() {
        return new Turn(editionDate, slotTurn);
    }

    /** What readers get of it, in order. */
    public List<EditionItem> items() {
        return EditionItem.list("key.editionId = ?1 and not withdrawn order by key.position", id);
    }

    /** The same with stories that were withdrawn. */
    public List<EditionItem> everything() {
        return EditionItem.list("key.editionId = ?1 order by key.position", id);
    }

    /** What readers get of it is no longer what it was. */
    void revised(Instant now) {
        revision++;
        if (status.published()) {
            changedAt = now;
        } else {
            lint = null;
        }
    }

    public Optional<EditionLint> lint() {
        return Optional.ofNullable(lint);
    }

    /** The edition of this number that readers may see. */
    public static Optional<Edition> findPublished(Publication publication, int number) {
        return Edition.<Edition>find("publication = ?1 and number = ?2", publication, number).firstResultOptional()
                .filter(edition -> edition.status.published());
    }

    /** Those that readers may see, and skipped days, newest first. */
    public static List<Edition> archive(Publication publication, int limit) {
        return find("publication = ?1 and status in ('SENDING', 'PAUSED', 'SENT', 'SKIPPED') and (number is not null or slotDate is not null)"
                + " order by windowEnd desc, id desc", publication).page(0, limit).list();
    }

    /** Until when articles were considered by the last edition that holds its stories, this one aside. */
    static Optional<Instant> lastWindowEnd(Edition beside) {
        return Edition.<Edition>find("publication = ?1 and id <> ?2 and kind = 'REGULAR' and status not in ('SKIPPED', 'CANCELLED') order by windowEnd desc",
                beside.publication, Optional.ofNullable(beside.id).orElse(0L)).page(0, 1).firstResultOptional().map(edition -> edition.windowEnd);
    }
}
