package org.broadsheet.edition;

import java.time.Duration;
import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.broadsheet.article.Article;
import org.broadsheet.article.Story;
import org.broadsheet.publication.Publications;
import org.broadsheet.web.Html;
import org.broadsheet.web.Ids;
import org.broadsheet.web.MessagePage;
import org.broadsheet.web.OpenPage;
import org.broadsheet.web.Refusal;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** Editions on the web: front page, each edition, each story, feeds. */
@Path("/")
@Blocking
public class ArchiveResource {

    private static final String SLUG = "/{slug:[a-z0-9-]{1,40}}";
    private static final MediaType RSS = new MediaType("application", "rss+xml", "UTF-8");
    private static final MediaType JSON_FEED = new MediaType("application", "feed+json");
    private static final Duration PAGE_FRESH = Duration.ofMinutes(1);
    private static final Duration FEED_FRESH = Duration.ofMinutes(5);

    private final Publications publications;
    private final ArchiveDesk archive;

    ArchiveResource(Publications publications, ArchiveDesk archive) {
        this.publications = publications;
        this.archive = archive;
    }

    @GET
    @Path(SLUG)
    @Transactional
    public Response front(String slug, @Context Request request) {
        return page(request, archive.front(publications.require(slug)).html());
    }

    @GET
    @Path(SLUG + "/archive/{edition:[0-9]{1,18}}")
    @Transactional
    public Response behind(String slug, long edition, @Context Request request) {
        return page(request, archive.behind(publications.require(slug), edition).orElseThrow(() -> Refusal.unknown("There is no such part of the archive")).html());
    }

    @GET
    @Path(SLUG + "/editions/{number:[0-9]{1,9}}")
    @Transactional
    public Response edition(String slug, int number, @Context Request request) {
        var publication = publications.require(slug);
        var edition = Edition.findPublished(publication, number).orElseThrow(() -> Refusal.unknown("There is no edition " + number + " of " + slug));
        return archive.digest(edition).map(digest -> page(request, archive.page(publication, edition, digest).html()))
                .orElseGet(() -> gone(WithdrawnPage.ofEdition(publication)));
    }

    @GET
    @Path(SLUG + "/stories/{id}")
    @Transactional
    public Response story(String slug, String id, @Context Request request) {
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
        return page(request, archive.story(publication, reports).html());
    }

    /** 410: it was here, and is so no more on purpose. */
    private static Response gone(MessagePage page) {
        return Html.page(410, page.html()).header("Cache-Control", "no-store").build();
    }

    @GET
    @Path(SLUG + "/feed.atom")
    @Transactional
    public Response atom(String slug, @Context Request request) {
        return OpenPage.answer(request, MediaType.APPLICATION_ATOM_XML_TYPE.withCharset("UTF-8"), archive.feed(publications.require(slug)).atom(), FEED_FRESH);
    }

    @GET
    @Path(SLUG + "/feed.rss")
    @Transactional
    public Response rss(String slug, @Context Request request) {
        return OpenPage.answer(request, RSS, archive.feed(publications.require(slug)).rss(), FEED_FRESH);
    }

    @GET
    @Path(SLUG + "/feed.json")
    @Transactional
    public Response json(String slug, @Context Request request) {
        return OpenPage.answer(request, JSON_FEED, archive.feed(publications.require(slug)).json(), FEED_FRESH);
    }

    private static Response page(Request request, TemplateInstance page) {
        return OpenPage.answer(request, Html.UTF8, page.render(), PAGE_FRESH);
    }
}
