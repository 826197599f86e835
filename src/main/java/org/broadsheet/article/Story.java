package org.broadsheet.article;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import org.broadsheet.publication.Publication;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** One news item; the articles about it may come from several sources. */
@Entity
public class Story extends PanacheEntity {

    /** Which article leads: the publication's own, then by the priority of the source, then what gives readers the most, then the earliest. */
    public static final Comparator<Article> BEST_FIRST = Comparator.comparing((Article article) -> !article.sourceName.isEmpty())
            .thenComparing(article -> article.source == null ? 0 : -article.source.priority)
            .thenComparing(article -> article.minutes < 2)
            .thenComparing(article -> article.pictureHash == null)
            .thenComparing(article -> -article.minutes)
            .thenComparing(article -> article.availableAt)
            .thenComparing(article -> article.id);

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "publication_id")
    public Publication publication;
    public Instant createdAt;
    /** The story that took over its articles; null as long as it has them itself. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "joined_id")
    public Story joined;

    /** When it was withdrawn; null if it was not. */
    public Instant withdrawnAt;
    /** In the operator's words, for readers; "" if none were given. */
    public String withdrawnReason = "";
    /** What was put right, in order of time. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Correction> corrections = List.of();

    static Story of(Publication publication, Instant now) {
        var story = new Story();
        story.publication = publication;
        story.createdAt = now;
        story.persist();
        return story;
    }

    /** The id of the story that has the articles now: another one if it was joined to that. */
    public static long current(long id) {
        return Story.<Story>findByIdOptional(id).map(story -> story.joined == null ? story.id : story.joined.id).orElse(id);
    }

    /** Whether readers see it no more, and no edition takes it. */
    public boolean withdrawn() {
        return withdrawnAt != null;
    }

    /** The best of its articles; empty if all were removed. */
    public Optional<Article> lead() {
        return Article.<Article>list("story = ?1", this).stream().min(BEST_FIRST);
    }

    /** Who else reported the story of this article, the best first, each source once; empty if nobody did. */
    public static List<AlsoReported> others(Article article) {
        return others(List.of(article)).get(article.id);
    }

    /** The same for several articles at once, by their ids. */
    public static Map<Long, List<AlsoReported>> others(Collection<Article> articles) {
        var stories = articles.stream().map(article -> article.story.id).distinct().toList();
        Map<Long, List<Article>> reports = stories.isEmpty() ? Map.of()
                : Article.<Article>list("from Article a left join fetch a.source where a.story.id in ?1", stories).stream().collect(Collectors.groupingBy(article -> article.story.id));
        return articles.stream().collect(Collectors.toMap(article -> article.id, article -> named(article, reports.getOrDefault(article.story.id, List.of())), (one, same) -> one));
    }

    private static List<AlsoReported> named(Article article, List<Article> reports) {
        var bySource = new LinkedHashMap<String, AlsoReported>();
        reports.stream().filter(report -> !report.sourceName.isEmpty() && !report.sourceName.equals(article.sourceName)).sorted(BEST_FIRST)
                .forEach(report -> bySource.putIfAbsent(report.sourceName, new AlsoReported(report.sourceName, report.url)));
        return List.copyOf(bySource.values());
    }
}
