package org.broadsheet.edition;

import java.net.URI;
import java.sql.SQLException;

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

/** Standing blocks by API. Those of one edition are changed with its draft. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@OperatorsOnly
@Blocking
@Tag(name = "Blocks")
public class BlockResource {

    private final BlockDesk desk;

    BlockResource(BlockDesk desk) {
        this.desk = desk;
    }

    @GET
    @Path("/publications/{slug}/blocks")
    @Operation(summary = "The standing blocks of a publication")
    public Page<BlockDesk.Item> list(String slug, @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        var size = Page.limit(limit);
        return Page.of(desk.page(slug, Page.after(after), size + 1), size, item -> Ids.find(item.id()).orElseThrow(), item -> item);
    }

    @POST
    @Path("/publications/{slug}/blocks")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Add a block that comes in every edition of its days: a note, a sponsor, a notice")
    public Response add(String slug, @Valid @NotNull(message = "is missing") StandingBlockBody body) throws SQLException {
        var item = desk.add(slug, body);
        return Response.created(URI.create("/api/v1/blocks/" + item.id())).entity(item).build();
    }

    @GET
    @Path("/blocks/{id}")
    @Operation(summary = "One standing block")
    public BlockDesk.Item get(String id) {
        return desk.get(Ids.parse(id, "block"));
    }

    @PATCH
    @Path("/blocks/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Change a standing block; editions that were put together keep what it said")
    public BlockDesk.Item change(String id, JsonNode patch) throws SQLException, JsonProcessingException {
        return desk.change(Ids.parse(id, "block"), patch);
    }

    @DELETE
    @Path("/blocks/{id}")
    @Operation(summary = "Remove a standing block")
    public void remove(String id) {
        desk.remove(Ids.parse(id, "block"));
    }
}
