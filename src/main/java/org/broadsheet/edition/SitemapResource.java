package org.broadsheet.edition;

import java.time.Duration;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.broadsheet.platform.BroadsheetConfig;
import org.broadsheet.publication.Publication;
import org.broadsheet.publication.Publications;
import org.broadsheet.web.OpenPage;

import io.smallrye.common.annotation.Blocking;

/** What search engines are told: where everything is (sitemaps.org), and what is none of their business (RFC 9309). */
@Path("/")
@Blocking
public class SitemapResource {

    private static final MediaType XML = MediaType.APPLICATION_XML_TYPE.withCharset("UTF-8");
    private static final MediaType TEXT = MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8");
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final String ROBOTS = """
            User-agent: *
            Disallow: /admin
            Disallow: /api/
            Disallow: /confirm/
            Disallow: /embed/
            Disallow: /preferences/
            Disallow: /q/
            Disallow: /unsubscribe/

            Sitemap: %s/sitemap.xml
            """;

    private final Publications publications;
    private final ArchiveDesk archive;
    private final BroadsheetConfig config;

    SitemapResource(Publications publications, ArchiveDesk archive, BroadsheetConfig config) {
        this.publications = publications;
        this.archive = archive;
        this.config = config;
    }

    @GET
    @Path("/robots.txt")
    public Response robots(@Context Request request) {
        return OpenPage.answer(request, TEXT, ROBOTS.formatted(config.publicBase()), FRESH);
    }

    @GET
    @Path("/sitemap.xml")
    @Transactional
    public Response index(@Context Request request) {
        var urls = Publication.<Publication>list("order by id").stream().map(publication -> config.publicBase() + "/" + publication.slug + "/sitemap.xml").toList();
        return OpenPage.answer(request, XML, SitemapPage.index(urls), FRESH);
    }

    @GET
    @Path("/{slug:[a-z0-9-]{1,40}}/sitemap.xml")
    @Transactional
    public Response sitemap(String slug, @Context Request request) {
        return OpenPage.answer(request, XML, archive.sitemap(publications.require(slug)).xml(), FRESH);
    }
}
