package org.broadsheet.article;

import java.net.URI;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.broadsheet.platform.BroadsheetConfig;
import org.broadsheet.publication.Publications;
import org.broadsheet.web.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.common.annotation.Blocking;

/** The address of a newsletter's article that has none on the web: it leads to the page of its story, whose number nobody knew before. */
@Path("/{slug:[a-z0-9-]{1,40}}/letters/{hash:[0-9a-f]{32}}")
@Blocking
public class LetterPage {

    private final Publications publications;
    private final BroadsheetConfig config;

    LetterPage(Publications publications, BroadsheetConfig config) {
        this.publications = publications;
        this.config = config;
    }

    @GET
    @Transactional
    @Operation(hidden = true)
    public Response show(String slug, String hash) {
        var key = CanonicalAddress.key(config.publicBase() + "/" + slug + "/letters/" + hash);
        var article = Article.findByAddress(publications.require(slug), key).orElseThrow(() -> Refusal.unknown("There is no such letter"));
        return Response.status(Response.Status.FOUND).location(URI.create("/" + slug + "/stories/" + article.story.id)).build();
    }
}
