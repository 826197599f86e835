package org.broadsheet.source;

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
import org.broadsheet.web.Ids;
import org.broadsheet.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.common.annotation.Blocking;

/** Sources by API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@OperatorsOnly
@Blocking
@Tag(name = "Sources")
public class SourceResource {

    private final SourceRegister register;

    SourceResource(SourceRegister register) {
        this.register = register;
    }

    @GET
    @Path("/publications/{slug}/sources")
    @Operation(summary = "The sources of a publication")
    public Page<SourceItem> list(String slug, @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        var size = Page.limit(limit);
        return Page.of(register.page(slug, Page.after(after), size + 1), size, item -> Ids.find(item.id()).orElseThrow(), item -> item);
    }

    @POST
    @Path("/publications/{slug}/sources")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Add a source; it is fetched by schedule or on request")
    public Response add(String slug, @Valid @NotNull(message = "is missing") SourceBody body) {
        var item = register.add(slug, body);
        return Response.created(URI.create("/api/v1/sources/" + item.id())).entity(item).build();
    }

    @GET
    @Path("/sources/{id}")
    @Operation(summary = "One source and how reading it went")
    public SourceItem get(String id) {
        return register.get(Ids.parse(id, "source"));
    }

    @PATCH
    @Path("/sources/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Change a source")
    public SourceItem change(String id, JsonNode patch) throws JsonProcessingException {
        return register.change(Ids.parse(id, "source"), patch);
    }

    @DELETE
    @Path("/sources/{id}")
    @Operation(summary = "Remove a source; its articles stay")
    public void remove(String id) {
        register.remove(Ids.parse(id, "source"));
    }
}
