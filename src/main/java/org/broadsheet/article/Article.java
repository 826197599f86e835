package org.broadsheet.article;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

import org.broadsheet.publication.Publication;
import org.broadsheet.source.Source;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** An article, cleaned: all text is plain text, except the body, which is HTML of the allow-list. */
@Entity
@DynamicUpdate // its story may be joined to another one, and its picture found, while it is changed
public class Article extends PanacheEntity {

    /** How far its picture is. */
    public enum PictureState {
        /** None was offered. */
        NONE,
        /** Candidates wait to be fetched. */
        WANTED,
        /** It is stored. */
        READY,
        /** No candidate was usable; {@link #pictureProblem} says why. */
        FAILED
    }

    /** Who wrote its summary. */
    public enum SummaryState {
        /** It is made of the article's own sentences. */
        EXTRACTED,
        /** So it is for now; a language model is to be asked. */
        WANTED,
        /** A language model wrote it. */
        WRITTEN,
        /** It is made of the article's own sentences, since the model's answer was of no use; {@link #summaryProblem} says why. */
        REFUSED
    }

    /** How far the reading of its page is. */
    public enum PageState {
        /** It is not to be read. */
        NONE, WANTED, READ,
        /** {@link #pageProblem} says why. */
        FAILED
    }

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "publication_id")
    public Publication publication;
    /** Null for articles pushed by API, and where the source was deleted. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "source_id")
    public Source source;
    /** Name of the source for readers; "" for the publication's own articles. Kept when the source is deleted. */
    public String sourceName = "";
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "story_id")
    public Story story;
    public String guid;
    public String url;
    /** Canonical form of the address; what makes an article unique in its publication. */
    public String addressKey;
    public String title;
    public String kicker = "";
    public String standfirst = "";
    public String summary = "";
    @Enumerated(EnumType.STRING)
    public SummaryState summaryState = SummaryState.EXTRACTED;
    public String summaryProblem = "";
    /** Times that the model did not answer. */
    public int summaryTries;
    public String bodyHtml = "";
    /** Whether the end of the body is missing because it was longer than we keep. */
    public boolean bodyCut;
    public String author = "";
    /** BCP 47, or "" if unknown. */
    public String language = "";
    public String section = "";
    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> tags = List.of();
    /** What it takes to read, hear or see it; 0 if unknown. */
    public int minutes;
    /** As long as it is to be heard or seen; 0 if it is to be read, or nobody says. */
    public int playingSeconds;
    public Instant publishedAt;
    public Instant updatedAt;
    public Instant firstSeenAt;
    /** From when on an edition may take it: the later of first seen and published, so that neither late finds are lost nor embargoes broken. */
    public Instant availableAt;
    /** Hash of what was given; tells a changed article from an unchanged one. */
    public String fingerprint;
    /** The guid without what changes between fetches; "" if it has none. Not unique: feeds use guids again. */
    public String guidKey = "";
    /** Hash of headline and text as they came in; tells an article that has neither guid nor address. */
    public String contentKey = "";
    /** Hash of the text as its source had it last, whatever is kept here. */
    public String textKey = "";
    /** Whether its text was read from its page. */
    public boolean completed;
    /** The beginning of its text, plain, as it is compared with others. */
    public String lead = "";
    /** How often something was changed that readers notice. */
    public int revisions;
    public String pictureHash;
    /** Of the original, upright, in pixels; 0 if there is none. */
    public int pictureWidth;
    public int pictureHeight;
    public String pictureAlt = "";
    public String pictureCaption = "";
    public String pictureCredit = "";
    @JdbcTypeCode(SqlTypes.JSON)
    public List<PictureOffer> pictureCandidates = List.of();
    @Enumerated(EnumType.STRING)
    public PictureState pictureState = PictureState.NONE;
    public String pictureProblem = "";
    @Enumerated(EnumType.STRING)
    public PageState pageState = PageState.NONE;
    /** Why its page could not be read, in words; "" if it could, or was not to be. */
    public String pageProblem = "";
    public int pageAttempts;
    /** When its page is to be read; while it is being read, when another node may try. In database time. */
    @Column(updatable = false)
    public Instant pageDueAt;
    @Version
    public int version;

    /** The date that it bears, else when it was first seen. */
    Instant date() {
        return publishedAt == null ? firstSeenAt : publishedAt;
    }

    /** Asks for its page to be read; {@link PageClaims#due} says when. */
    void wantPage() {
        pageState = PageState.WANTED;
        pageAttempts = 0;
    }

    void pageRead(String problem) {
        pageState = PageState.READ;
        pageProblem = problem;
    }

    void pageFailed(String problem) {
        pageState = PageState.FAILED;
        pageProblem = problem;
    }

    static Optional<Article> findByAddress(Publication publication, String addressKey) {
        return find("publication = ?1 and addressKey = ?2", publication, addressKey).firstResultOptional();
    }

    /** The latest that its source calls so. */
    static Optional<Article> findByGuid(Source source, String guid) {
        return find("source = ?1 and guid = ?2 order by id desc", source, guid).firstResultOptional();
    }

    /** The latest of a source, newest first; what has no date counts from when it was first seen. */
    public static List<Article> latest(Source source, int limit) {
        return find("source = ?1 order by coalesce(publishedAt, firstSeenAt) desc, id desc", source).page(0, limit).list();
    }

    /**
     * What an edition may choose from, newest first. One of which no more than a headline is known waits until its page was read; one of which
     * not even that is known stays out.
     *
     * @param after available after this instant
     * @param until and not after this one
     */
    public static List<Article> available(Publication publication, Instant after, Instant until, int limit) {
        return find("""
                publication = ?1 and availableAt > ?2 and availableAt <= ?3 and story.withdrawnAt is null
                and (standfirst <> '' or bodyHtml <> '' or pageState <> 'WANTED' and title <> url and title <> sourceName)
                order by availableAt desc, id desc""", publication, after, until).page(0, limit).list();
    }
}
