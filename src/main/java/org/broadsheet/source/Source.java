package org.broadsheet.source;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import org.broadsheet.publication.Publication;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** An address that is read again and again for articles, and how that went. */
@Entity
public class Source extends PanacheEntity {

    /** What is at the address. */
    public enum Kind {
        /** Whatever is found there. */
        AUTO, FEED, PAGE, SITEMAP
    }

    private static final Duration FIRST_BACK_OFF = Duration.ofMinutes(5);
    private static final Duration LONGEST_BACK_OFF = Duration.ofHours(12);

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "publication_id")
    public Publication publication;
    public String url;
    @Enumerated(EnumType.STRING)
    public Kind kind;
    /** Slug of the section that its articles are filed under, or "". */
    public String section;
    /** As the source calls itself; "" until it was read. */
    public String title = "";
    public String siteUrl = "";
    public String language = "";
    public String etag;
    public String lastModified;
    public int failures;
    public Instant lastSuccessAt;
    /** In words; "" after a success. */
    public String lastProblem = "";
    public Instant lastProblemAt;
    public Instant nextTryAt;
    @Column(updatable = false)
    public UUID leaseOwner;
    @Column(updatable = false)
    public Instant leaseUntil;
    public Instant createdAt;

    /** A name for readers: the title, or the host until there is one. */
    public String displayName() {
        return title.isEmpty() ? url.replaceFirst("^https?://(www\\.)?", "").replaceFirst("[/?#].*$", "") : title;
    }

    /** Notes that it was read, changed or not. */
    public void succeeded(Instant now, Duration again) {
        failures = 0;
        lastSuccessAt = now;
        lastProblem = "";
        nextTryAt = now.plus(again);
    }

    /** Notes that it could not be read; the pause doubles with each failure in a row, and is never shorter than the source asked for. */
    public void failed(Instant now, String problem, Duration asked) {
        var doubled = FIRST_BACK_OFF.multipliedBy(1L << Math.min(failures, 10));
        var pause = doubled.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : doubled;
        failures++;
        lastProblem = problem;
        lastProblemAt = now;
        nextTryAt = now.plus(asked.compareTo(pause) > 0 ? asked : pause);
    }
}
