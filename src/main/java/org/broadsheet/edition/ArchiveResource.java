package org.broadsheet.edition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.broadsheet.article.Article;
import org.broadsheet.publication.Publications;
import org.broadsheet.web.Html;
import org.broadsheet.web.Ids;
import org.broadsheet.web.Link;
import org.broadsheet.web.PageWords;
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
        return Html.ok(archive.front(publications.require(slug)).page());
    }

    @GET
    @Path(SLUG + "/editions/{number:[0-9]{1,9}}")
    @Transactional
    public Response edition(String slug, int number) {
        var publication = publications.require(slug);
        var digest = Edition.findPublished(publication, number).flatMap(archive::digest)
                .orElseThrow(() -> Refusal.unknown("There is no edition " + number + " of " + slug));
        var words = PageWords.in(publication.language);
        return Html.ok(new EditionPage(publication.masthead(), words, onThisOrigin(digest), words.date(digest.date())).page());
    }

    @GET
    @Path(SLUG + "/stories/{id}")
    @Transactional
    public Response story(String slug, String id) {
        var publication = publications.require(slug);
        List<Article> reports = Article.list("publication = ?1 and story.id = ?2 order by id", publication, Ids.parse(id, "story"));
        if (reports.isEmpty()) {
            throw Refusal.unknown("There is no story " + id);
        }
        var lead = reports.getFirst();
        return Html.ok(new StoryPage(publication.masthead(), PageWords.in(publication.language), lead.kicker, lead.title,
                lead.standfirst.isEmpty() ? lead.summary : lead.standfirst, reports.stream().map(report -> new Link(
                        (report.sourceName.isEmpty() ? publication.name : report.sourceName) + ": " + report.title, report.url)).toList()).page());
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
        json.put("title", feed.title());
        json.put("home_page_url", feed.homeUrl());
        json.put("feed_url", feed.homeUrl() + "/feed.json");
        json.put("language", feed.language());
        json.put("authors", List.of(Map.of("name", feed.author())));
        json.put("items", feed.entries().stream().map(entry -> Map.of("id", entry.url(), "url", entry.url(), "title", entry.title(), "summary", entry.summary(),
                "content_html", entry.html(), "date_published", entry.published().toString())).toList());
        return json;
    }

    private static Digest onThisOrigin(Digest digest) {
        return new Digest(digest.language(), digest.direction(), digest.subject(), digest.preheader(), digest.masthead(), digest.number(), digest.date(),
                digest.lead().map(ArchiveResource::onThisOrigin),
                digest.sections().stream().map(group -> new Digest.Group(group.name(), group.items().stream().map(ArchiveResource::onThisOrigin).toList())).toList(),
                digest.briefs(), digest.footer());
    }

    private static Digest.Item onThisOrigin(Digest.Item item) {
        Optional<Digest.Illustration> picture = item.picture().map(known -> new Digest.Illustration(ArchiveDesk.local(known.large()),
                ArchiveDesk.local(known.small()), known.alt(), known.caption(), known.credit()));
        return new Digest.Item(item.id(), item.url(), item.kicker(), item.headline(), item.standfirst(), item.summary(), item.source(), item.minutes(), picture,
                item.others(), item.language());
    }
}
