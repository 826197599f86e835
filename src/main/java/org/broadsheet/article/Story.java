package org.broadsheet.article;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import org.broadsheet.publication.Publication;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** One news item; the articles about it may come from several sources. */
@Entity
public class Story extends PanacheEntity {

    /** Shorter titles ("Update", "Corrections") say too little to tell that two articles are about the same. */
    private static final int SHORTEST_TELLING_TITLE = 20;
    /** A title this long that another one goes on from ("…, ministers decide") is the same news. */
    private static final int LONG_TITLE = 30;
    private static final Duration WINDOW = Duration.ofHours(72);

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "publication_id")
    public Publication publication;
    public String titleKey;
    public Instant createdAt;

    /** The story that an article with this title belongs to: one of the last three days with the same words
     * as title, or whose long title goes on from the other, else a new one. */
    static Story of(Publication publication, String title, Instant now) {
        var key = key(title);
        return telling(key).flatMap(told -> findRecent(publication, told, now)).orElseGet(() -> {
            var story = new Story();
            story.publication = publication;
            story.titleKey = key;
            story.createdAt = now;
            story.persist();
            return story;
        });
    }

    private static Optional<Story> findRecent(Publication publication, String key, Instant now) {
        List<Story> found = find("publication = ?1 and createdAt > ?3 and (titleKey = ?2 or length(titleKey) >= ?4 and ?2 like concat(titleKey, ' %')"
                + " or length(?2) >= ?4 and titleKey like concat(?2, ' %')) order by id", publication, key, now.minus(WINDOW), LONG_TITLE).list();
        return found.stream().findFirst();
    }

    private static Optional<String> telling(String key) {
        return Optional.of(key).filter(text -> text.length() >= SHORTEST_TELLING_TITLE);
    }

    /** Letters and digits only, lower case: punctuation, quotes and spacing differ between reprints. */
    static String key(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
