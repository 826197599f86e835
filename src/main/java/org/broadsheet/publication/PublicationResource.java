package org.broadsheet.publication;

import java.net.URI;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.broadsheet.operator.OperatorsOnly;
import org.broadsheet.web.Idempotent;
import org.broadsheet.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.common.annotation.Blocking;

/** Publications by API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@OperatorsOnly
@Blocking
@Tag(name = "Publications")
public class PublicationResource {

    private final Publications publications;

    PublicationResource(Publications publications) {
        this.publications = publications;
    }

    @GET
    @Path("/publications")
    @Operation(summary = "All publications")
    public Page<PublicationItem> list(@QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        var size = Page.limit(limit);
        return Page.of(publications.page(Page.after(after), size + 1), size, publication -> publication.id, PublicationItem::of);
    }

    @POST
    @Path("/publications")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Create a publication")
    public Response create(@Valid @NotNull(message = "is missing") PublicationBody body) {
        var publication = publications.create(body);
        return Response.created(URI.create("/api/v1/publications/" + publication.slug)).entity(PublicationItem.of(publication)).build();
    }

    @GET
    @Path("/publications/{slug}")
    @Operation(summary = "One publication")
    public PublicationItem get(String slug) {
        return PublicationItem.of(publications.require(slug));
    }

    @PATCH
    @Path("/publications/{slug}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Change fields of a publication")
    public PublicationItem change(String slug, JsonNode patch) throws JsonProcessingException {
        return PublicationItem.of(publications.change(slug, patch));
    }

    @DELETE
    @Path("/publications/{slug}")
    @Operation(summary = "Delete a publication and all that belongs to it")
    public void delete(String slug) {
        publications.delete(slug);
    }
}
