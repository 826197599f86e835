package org.broadsheet.edition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.broadsheet.article.Article;
import org.broadsheet.article.Story;
import org.broadsheet.publication.Publications;
import org.broadsheet.web.Html;
import org.broadsheet.web.Ids;
import org.broadsheet.web.MessagePage;
import org.broadsheet.web.Refusal;

import io.smallrye.common.annotation.Blocking;

/** Editions on the web: front page, each edition, each story, feeds. */
@Path("/")
@Blocking
public class ArchiveResource {

    private static final String SLUG = "/{slug:[a-z0-9-]{1,40}}";

    private final Publications publications;
    private final ArchiveDesk archive;

    ArchiveResource(Publications publications, ArchiveDesk archive) {
        this.publications = publications;
        this.archive = archive;
    }

    @GET
    @Path(SLUG)
    @Transactional
    public Response front(String slug) {
        return Html.ok(archive.front(publications.require(slug)).html());
    }

    @GET
    @Path(SLUG + "/editions/{number:[0-9]{1,9}}")
    @Transactional
    public Response edition(String slug, int number) {
        var publication = publications.require(slug);
        var edition = Edition.findPublished(publication, number).orElseThrow(() -> Refusal.unknown("There is no edition " + number + " of " + slug));
        return archive.digest(edition).map(digest -> Html.ok(archive.page(publication, edition, digest).html()))
                .orElseGet(() -> gone(WithdrawnPage.ofEdition(publication)));
    }

    @GET
    @Path(SLUG + "/stories/{id}")
    @Transactional
    public Response story(String slug, String id) {
        var publication = publications.require(slug);
        var current = Story.current(Ids.parse(id, "story"));
        var withdrawn = Story.<Story>find("id = ?1 and publication = ?2 and withdrawnAt is not null", current, publication).firstResultOptional();
        if (withdrawn.isPresent()) {
            return gone(WithdrawnPage.of(withdrawn.get()));
        }
        List<Article> reports = Article.list("publication = ?1 and story.id = ?2 order by id", publication, current);
        if (reports.isEmpty()) {
            throw Refusal.unknown("There is no story " + id);
        }
        return Html.ok(archive.story(publication, reports).html());
    }

    /** 410: it was here, and is so no more on purpose. */
    private static Response gone(MessagePage page) {
        return Html.page(410, page.html()).build();
    }

    @GET
    @Path(SLUG + "/feed.atom")
    @Produces(MediaType.APPLICATION_ATOM_XML + ";charset=UTF-8")
    @Transactional
    public String atom(String slug) {
        return archive.feed(publications.require(slug)).atom();
    }

    @GET
    @Path(SLUG + "/feed.rss")
    @Produces("application/rss+xml;charset=UTF-8")
    @Transactional
    public String rss(String slug) {
        return archive.feed(publications.require(slug)).rss();
    }

    @GET
    @Path(SLUG + "/feed.json")
    @Produces("application/feed+json")
    @Transactional
    public Map<String, Object> json(String slug) {
        var feed = archive.feed(publications.require(slug));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", "https://jsonfeed.org/version/1.1");
        json.put("title", feed.masthead().name());
        json.put("home_page_url", feed.home());
        json.put("feed_url", feed.home() + "/feed.json");
        json.put("language", feed.masthead().language());
        json.put("authors", List.of(Map.of("name", feed.masthead().legalName())));
        json.put("items", feed.entries().stream().map(entry -> Map.of("id", entry.url(), "url", entry.url(), "title", entry.title(), "summary", entry.summary(),
                "content_html", feed.html(entry), "date_published", entry.published().toString(), "date_modified", entry.updated().toString())).toList());
        return json;
    }
}
