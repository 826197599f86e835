package org.broadsheet.subscriber;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

/** One person's subscription to one publication. What the API calls a subscriber of a publication. */
@Entity
public class Subscription extends PanacheEntity {

    /** Where a subscription stands. */
    public enum Status {
        /** Asked for, not confirmed. */
        PENDING,
        /** Gets editions. */
        ACTIVE,
        /** Gets none until {@link Subscription#pausedUntil}. */
        PAUSED,
        /** Left. */
        UNSUBSCRIBED,
        /** The address does not exist. */
        BOUNCED,
        /** Called an edition spam. */
        COMPLAINED
    }

    /** How often. */
    public enum Frequency {
        /** Each edition. */
        EACH,
        /** The weekly round-up. */
        WEEKLY
    }

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "subscriber_id")
    public Subscriber subscriber;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "publication_id")
    public Publication publication;
    @Enumerated(EnumType.STRING)
    public Status status;
    public String language;
    public ZoneId timeZone;
    /** Slugs of the sections chosen; empty: the whole paper. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> sections = List.of();
    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> tags = List.of();
    @Enumerated(EnumType.STRING)
    public Frequency frequency = Frequency.EACH;
    /** Hour of the day at which editions are wanted, or null for the publication's time. */
    public Integer hour;
    public boolean textOnly;
    /** First day on which editions come again; null unless paused. */
    public LocalDate pausedUntil;
    public Instant confirmedAt;
    public Instant endedAt;
    public Instant createdAt;
    public Instant updatedAt;
    @Version
    public int version;

    static Optional<Subscription> find(Subscriber subscriber, Publication publication) {
        return find("subscriber = ?1 and publication = ?2", subscriber, publication).firstResultOptional();
    }

    /** Whether it gets editions, now or after a pause. */
    public boolean live() {
        return status == Status.ACTIVE || status == Status.PAUSED;
    }

    void activate(Instant now) {
        status = Status.ACTIVE;
        confirmedAt = now;
        endedAt = null;
        updatedAt = now;
    }

    void end(Status how, Instant now) {
        status = how;
        endedAt = now;
        pausedUntil = null;
        updatedAt = now;
    }

    void pause(LocalDate until, Instant now) {
        status = Status.PAUSED;
        pausedUntil = until;
        updatedAt = now;
    }

    void resume(Instant now) {
        status = Status.ACTIVE;
        pausedUntil = null;
        updatedAt = now;
    }
}
