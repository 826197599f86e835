package org.broadsheet.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import org.broadsheet.platform.FetchOutcome;
import org.broadsheet.publication.Publication;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** An address that is read again and again for articles, and how that went. */
@Entity
public class Source extends PanacheEntity {

    /** What is at the address. */
    public enum Kind {
        /** Whatever is found there. */
        AUTO, FEED, PAGE, SITEMAP,
        /** Nothing on the web: newsletters that are sent to the address. */
        MAIL
    }

    private static final Duration FIRST_BACK_OFF = Duration.ofMinutes(5);
    private static final Duration LONGEST_BACK_OFF = Duration.ofHours(24);
    private static final Set<String> GONE = Set.of("http-404", "http-410", "not-a-feed", "not-a-sitemap", "no-list", "robots", "dns");
    private static final int LOST = 3;
    private static final int UNREADABLE = 9;
    private static final int PROVING_READINGS = 5;
    private static final Duration PROVING_TIME = Duration.ofDays(3);

    /** Whether the page of an entry is read for its text. */
    public enum Pages {
        /** Where the source itself says too little. */
        AUTO,
        ALWAYS, NEVER
    }

    /** Whether its articles are looked for in the stories of other sources. */
    public enum Grouping {
        ON, OFF
    }

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
    /** Of two sources with the same news, or for the same place in an edition, the one with the higher leads; -10 to 10. */
    public int priority;
    @JdbcTypeCode(SqlTypes.JSON)
    public List<SourceRule> rules = List.of();
    @JdbcTypeCode(SqlTypes.JSON)
    public Rights rights = Rights.DEFAULT;
    @Enumerated(EnumType.STRING)
    public Pages pages = Pages.AUTO;
    @Enumerated(EnumType.STRING)
    public Grouping grouping = Grouping.ON;
    /** Locked; null if it asks for nothing. */
    public byte[] access;
    /** Where on a page its articles stand; null to find out. */
    @JdbcTypeCode(SqlTypes.JSON)
    public PageSelectors selectors;
    /** How often in a row there was nothing to read where AUTO had found something. */
    public int lost;
    /** What is read where AUTO was asked for; null until it was found. */
    @Enumerated(EnumType.STRING)
    public Kind foundKind;
    public String foundUrl = "";
    public String subtitle = "";
    @JdbcTypeCode(SqlTypes.JSON)
    public FeedPace pace;
    public int intervalSeconds;
    public Instant newestAt;
    public byte[] bodyHash;
    public int entries;
    /** Null until it was read. */
    @JdbcTypeCode(SqlTypes.JSON)
    public LastReading lastReading;
    public String movedTo = "";
    public Instant movedSince;
    public int movedTimes;

    /** A name for readers: the title, or the host until there is one. */
    public String displayName() {
        return title.isEmpty() ? url.replaceFirst("^(https?://(www\\.)?|mailto:)", "").replaceFirst("[/?#].*$", "") : title;
    }

    /** What is really read. */
    public String readUrl() {
        return foundUrl.isEmpty() ? url : foundUrl;
    }

    /** The kind that it is read as: what was found where AUTO was asked for, else what was asked for. */
    public Kind readKind() {
        return foundKind == null ? kind : foundKind;
    }

    /** Forgets all that was learned from what was at its address. */
    public void forget() {
        etag = null;
        lastModified = null;
        bodyHash = null;
        foundKind = null;
        foundUrl = "";
        lost = 0;
        movedTo = "";
        movedSince = null;
        movedTimes = 0;
    }

    /** Remembers what is read where AUTO was asked for, and by what to notice that it did not change. */
    public void found(Reading.Read read) {
        if (kind == Kind.AUTO) {
            foundKind = read.standing() == Reading.Standing.SURE ? read.kind() : null;
            foundUrl = read.standing() == Reading.Standing.SURE && !read.url().equals(url) ? read.url() : "";
        }
        kept(read.kept());
    }

    /** Remembers what tells next time that nothing changed. */
    public void kept(Reading.Kept kept) {
        etag = kept.etag().orElse(null);
        lastModified = kept.lastModified().orElse(null);
        bodyHash = kept.hash().orElse(null);
    }

    /** Takes over what a server says anew of the document that did not change (RFC 9111, section 4.3.4). */
    public void confirmed(FetchOutcome.NotModified answer) {
        etag = answer.etag().orElse(etag);
        lastModified = answer.lastModified().orElse(lastModified);
    }

    /**
     * Notes, besides {@link #failed}, what kind of failure it was. Where AUTO had found something that is not there any more three times in a row, or that cannot
     * be read for about a day, it is found out anew what there is.
     *
     * @param code of the failure
     */
    public void missed(String code) {
        lost = GONE.contains(code) ? lost + 1 : lost;
        if (kind == Kind.AUTO && foundKind != null && (lost >= LOST || failures >= UNREADABLE)) {
            forget();
        }
    }

    /**
     * Notes that it was read, changed or not.
     *
     * @param asked how long the server calls its answer fresh
     */
    public void succeeded(Instant now, Duration asked, SourcePace.Pushing pushing) {
        failures = 0;
        lost = 0;
        lastSuccessAt = now;
        lastProblem = "";
        var rhythm = intervalSeconds == 0 ? SourcePace.USUAL : Duration.ofSeconds(intervalSeconds);
        nextTryAt = SourcePace.next(id, rhythm, asked, Optional.ofNullable(pace), now, pushing);
    }

    /** Notes that something came by itself. */
    public void received(Instant now) {
        failures = 0;
        lastSuccessAt = now;
        lastProblem = "";
    }

    /** Notes something that the operator should know, though nothing is wrong with how it is read. */
    public void noticed(Instant now, String problem) {
        lastProblem = problem;
        lastProblemAt = now;
    }

    /** Takes over what a document says of its source, and how often it has news. */
    public void learned(FeedDocument document, Instant now) {
        siteUrl = document.siteUrl();
        language = document.language();
        pace = document.head().pace();
        var dates = document.entries().stream().flatMap(entry -> entry.publishedAt().stream()).toList();
        newestAt = dates.stream().filter(at -> !at.isAfter(now)).max(Comparator.naturalOrder()).orElse(newestAt);
        intervalSeconds = (int) SourcePace.rhythm(dates, now).toSeconds();
    }

    /**
     * Notes that all redirects on the way were permanent. After five readings over at least three days the address has proved stable: a
     * maintenance page, or a mistake, doesn't last that long.
     *
     * @return whether the new address may take the place of the old
     */
    public boolean moved(String target, Instant now) {
        if (!target.equals(movedTo)) {
            movedTo = target;
            movedSince = now;
            movedTimes = 0;
        }
        movedTimes++;
        return movedTimes >= PROVING_READINGS && !now.isBefore(movedSince.plus(PROVING_TIME));
    }

    /** Notes that it was found where it always was. */
    public void stayed() {
        movedTo = "";
        movedSince = null;
        movedTimes = 0;
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
