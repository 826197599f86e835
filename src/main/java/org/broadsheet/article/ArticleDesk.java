package org.broadsheet.article;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.broadsheet.operator.AuditLog;
import org.broadsheet.platform.BroadsheetConfig;
import org.broadsheet.platform.InvalidWebAddressException;
import org.broadsheet.platform.WebAddress;
import org.broadsheet.publication.Publication;
import org.broadsheet.publication.Publications;
import org.broadsheet.web.JsonPatch;
import org.broadsheet.web.Refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** Articles by API: pushed, listed, changed, removed. */
@ApplicationScoped
public class ArticleDesk {

    private final Publications publications;
    private final ArticleStore store;
    private final BodyPictures pictures;
    private final JsonPatch patches;
    private final AuditLog audit;
    private final BroadsheetConfig config;
    private final Clock clock;

    ArticleDesk(Publications publications, ArticleStore store, BodyPictures pictures, JsonPatch patches, AuditLog audit, BroadsheetConfig config, Clock clock) {
        this.publications = publications;
        this.store = store;
        this.pictures = pictures;
        this.patches = patches;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /** @return the article's id and what became of it */
    @Transactional
    ArticleStore.Stored push(String slug, ArticleBody body) {
        var publication = publications.require(slug);
        check(publication, body);
        var stored = store.push(publication, body.draft());
        audit.record("push article", slug, body.url());
        return stored;
    }

    @Transactional
    ArticleItem change(long id, JsonNode patch) throws JsonProcessingException {
        var article = require(id);
        var body = patches.apply(ArticleBody.of(article), patch, ArticleBody.class);
        check(article.publication, body);
        if (!CanonicalAddress.key(body.url()).equals(CanonicalAddress.key(article.url))) {
            throw Refusal.invalid("url", "cannot be changed: it is what the article is known by");
        }
        store.rewrite(article, body.draft());
        audit.record("change article", String.valueOf(id), "");
        return item(article);
    }

    /** For good: its source does not bring it back. */
    @Transactional
    void remove(long id) {
        RemovedArticle.remove(require(id), clock.instant());
        audit.record("remove article", String.valueOf(id), "");
    }

    @Transactional
    ArticleItem get(long id) {
        return item(require(id));
    }

    /** Newest first: by the date that it bears, else by when it was first seen. */
    @Transactional
    List<ArticleItem> page(String slug, Optional<Long> source, Optional<Long> after, int limit) {
        var publication = publications.require(slug);
        var before = after.flatMap(id -> Article.<Article>findByIdOptional(id));
        var query = """
                publication = ?1 and (?2 = 0 or source.id = ?2)
                and (?3 = 0 or coalesce(publishedAt, firstSeenAt) < ?4 or coalesce(publishedAt, firstSeenAt) = ?4 and id < ?3)
                order by coalesce(publishedAt, firstSeenAt) desc, id desc""";
        var articles = Article.<Article>find(query, publication, source.orElse(0L), before.map(article -> article.id).orElse(0L),
                before.map(Article::date).orElse(Instant.EPOCH)).page(0, limit).list();
        var others = Story.others(articles);
        var status = pictures.status(articles.stream().map(article -> article.id).toList());
        return articles.stream().map(article -> ArticleItem.of(article, others.get(article.id), status.getOrDefault(article.id, List.of()), config.publicBase())).toList();
    }

    /** The earlier states of an article, the latest first. */
    @Transactional
    List<ArticleRevision.Item> revisions(long id) {
        return ArticleRevision.of(require(id)).stream().map(ArticleRevision::item).toList();
    }

    private ArticleItem item(Article article) {
        return ArticleItem.of(article, Story.others(article), pictures.status(List.of(article.id)).getOrDefault(article.id, List.of()), config.publicBase());
    }

    private static void check(Publication publication, ArticleBody body) {
        web("url", body.url());
        if (body.picture() != null) {
            web("picture.url", body.picture().url());
        }
        if (body.section() != null && !body.section().isEmpty() && publication.sectionName(body.section()).isEmpty()) {
            throw Refusal.invalid("section", "the publication has no section " + body.section());
        }
    }

    private static void web(String field, String url) {
        try {
            WebAddress.parse(url);
        } catch (InvalidWebAddressException problem) {
            throw Refusal.invalid(field, problem.getMessage());
        }
    }

    private static Article require(long id) {
        return Article.<Article>findByIdOptional(id).orElseThrow(() -> Refusal.unknown("There is no article " + id));
    }
}
