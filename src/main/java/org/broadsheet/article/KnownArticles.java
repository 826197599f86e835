package org.broadsheet.article;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.broadsheet.publication.Publication;
import org.broadsheet.source.Source;

/**
 * The articles that entries of one reading may be known as, looked up together. First comes the address, then the guid, then headline and text;
 * an address or a guid that stands for something else now tells nothing.
 */
final class KnownArticles {

    private final Map<String, Article> byAddress = new HashMap<>();
    private final Map<String, List<Article>> byGuid = new HashMap<>();
    private final Map<String, Article> byContent = new HashMap<>();
    private final Source source;

    private KnownArticles(Source source) {
        this.source = source;
    }

    static KnownArticles of(Source source, List<Entry> entries) {
        var known = new KnownArticles(source);
        // guids as they stand: what was stored before guids were freed of their hosts
        var guids = entries.stream().flatMap(entry -> java.util.stream.Stream.of(entry.guidKey(), entry.draft().guid().strip())).filter(key -> !key.isEmpty() && key.length() <= 400)
                .distinct().toList();
        if (!guids.isEmpty()) {
            Article.<Article>list("source = ?1 and guidKey in ?2 order by id", source, guids).forEach(known::remember);
        }
        known.lookUpAddresses(source.publication, keys(entries, Entry::ownKey));
        known.lookUpContents(entries);
        return known;
    }

    static Optional<Article> pushed(Publication publication, Entry entry) {
        return Article.find("publication = ?1 and addressKey = ?2", publication, entry.addressKey()).firstResultOptional();
    }

    private void lookUpAddresses(Publication publication, List<String> keys) {
        if (!keys.isEmpty()) {
            Article.<Article>list("publication = ?1 and addressKey in ?2", publication, keys).forEach(this::remember);
        }
    }

    /** Texts are looked at only of entries that nothing else told. */
    private void lookUpContents(List<Entry> entries) {
        var unknown = entries.stream().filter(entry -> find(entry).isEmpty()).filter(Entry::isTelling).toList();
        if (!unknown.isEmpty()) {
            Article.<Article>list("source = ?1 and contentKey in ?2 order by id", source, keys(unknown, Entry::contentKey)).forEach(this::remember);
        }
    }

    private static List<String> keys(Collection<Entry> entries, Function<Entry, String> key) {
        return entries.stream().map(key).distinct().collect(Collectors.toList());
    }

    /** Whether an article has this key. */
    boolean isTaken(String addressKey) {
        return byAddress.containsKey(addressKey);
    }

    /** Whether another article has this key. */
    boolean isTakenFrom(Article article, String addressKey) {
        return isTaken(addressKey) && byAddress.get(addressKey) != article;
    }

    void remember(Article article) {
        byAddress.putIfAbsent(article.addressKey, article);
        if (source != null && article.source != null && Objects.equals(article.source.id, source.id)) {
            var named = byGuid.computeIfAbsent(article.guidKey, key -> new ArrayList<>());
            if (!named.contains(article)) {
                named.add(article);
            }
            byContent.putIfAbsent(article.contentKey, article);
        }
    }

    /** The article that the entry is; empty if it is a new one. */
    Optional<Article> find(Entry entry) {
        return byAddress(entry).or(() -> byGuid(entry)).or(() -> byContent(entry));
    }

    private Optional<Article> byAddress(Entry entry) {
        return Optional.ofNullable(byAddress.get(entry.ownKey())).filter(article -> isStillAt(article, entry));
    }

    /** Another guid, headline and text at the same address of the same source: the address is one for all its articles. */
    private boolean isStillAt(Article article, Entry entry) {
        return entry.addressKey().isEmpty() || article.source == null || !Objects.equals(article.source.id, source.id) || entry.guidKey().isEmpty() || article.guidKey.isEmpty()
                || article.guidKey.equals(entry.guidKey()) || article.guid.equals(entry.draft().guid()) || entry.isLike(article);
    }

    private Optional<Article> byGuid(Entry entry) {
        if (entry.guidKey().isEmpty()) {
            return Optional.empty();
        }
        var named = byGuid.getOrDefault(entry.guidKey(), byGuid.getOrDefault(entry.draft().guid().strip(), List.of()));
        return named.stream().filter(article -> entry.isLike(article)).findFirst();
    }

    private Optional<Article> byContent(Entry entry) {
        return entry.isTelling() ? Optional.ofNullable(byContent.get(entry.contentKey())) : Optional.empty();
    }
}
