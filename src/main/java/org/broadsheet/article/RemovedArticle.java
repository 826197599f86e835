package org.broadsheet.article;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import org.broadsheet.platform.Sha256;
import org.broadsheet.publication.Publication;
import org.broadsheet.source.Source;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

/**
 * What is left of an article that an operator removed: enough to know it when its source brings it again, nothing of what it said. It is forgotten
 * with its source, and when the publisher pushes the article again.
 */
@Entity
public class RemovedArticle extends PanacheEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "publication_id")
    public Publication publication;
    /** Null for the publication's own. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "source_id")
    public Source source;
    public String addressKey;
    public String guidKey;
    /** Hash of the headline. */
    public String titleKey;
    public String contentKey;
    public Instant publishedAt;
    public Instant removedAt;

    /** Removes an article for good. */
    static void remove(Article article, Instant now) {
        forget(article.publication, article.addressKey);
        var removed = new RemovedArticle();
        removed.publication = article.publication;
        removed.source = article.source;
        removed.addressKey = article.addressKey;
        removed.guidKey = article.guidKey;
        removed.titleKey = hashed(Headline.key(Headline.bare(article.title, "")));
        removed.contentKey = article.contentKey;
        removed.publishedAt = article.publishedAt;
        removed.removedAt = now;
        removed.persist();
        article.delete();
    }

    /** What has this address may come again. */
    static void forget(Publication publication, String addressKey) {
        delete("publication = ?1 and addressKey = ?2", publication, addressKey);
    }

    /** Those of these entries that were removed. */
    static List<Entry> among(Source source, List<Entry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        List<RemovedArticle> candidates = list("publication = ?1 and addressKey in ?2 or source = ?3 and (guidKey <> '' and guidKey in ?4 or contentKey in ?5)", source.publication,
                keys(entries, Entry::ownKey), source, keys(entries, Entry::guidKey), keys(entries.stream().filter(Entry::isTelling).toList(), Entry::contentKey));
        return candidates.isEmpty() ? List.of() : entries.stream().filter(entry -> candidates.stream().anyMatch(removed -> removed.is(entry, source))).toList();
    }

    /** As {@link KnownArticles} knows one that is still there: by its address or guid, unless that stands for something else now, or by what it says. */
    private boolean is(Entry entry, Source of) {
        var own = source != null && Objects.equals(source.id, of.id);
        var sameGuid = own && !guidKey.isEmpty() && guidKey.equals(entry.guidKey());
        var sameText = own && entry.isTelling() && contentKey.equals(entry.contentKey());
        if (addressKey.equals(entry.ownKey())) {
            var another = own && !entry.addressKey().isEmpty() && !guidKey.isEmpty() && !entry.guidKey().isEmpty() && !sameGuid && !isLike(entry);
            return !another;
        }
        return sameText || sameGuid && isLike(entry);
    }

    private boolean isLike(Entry entry) {
        return !entry.titleKey().isEmpty() && titleKey.equals(hashed(entry.titleKey())) || contentKey.equals(entry.contentKey()) || entry.isPublishedAt(publishedAt);
    }

    private static String hashed(String key) {
        return Sha256.shortHex(key);
    }

    private static List<String> keys(List<Entry> entries, Function<Entry, String> key) {
        return entries.stream().map(key).distinct().toList();
    }
}
