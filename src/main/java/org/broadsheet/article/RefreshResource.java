package org.broadsheet.article;

import java.sql.SQLException;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.broadsheet.operator.OperatorsOnly;
import org.broadsheet.web.Idempotent;
import org.broadsheet.web.Ids;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.common.annotation.RunOnVirtualThread;

/** Reading a source on request. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@OperatorsOnly
@Tag(name = "Sources")
public class RefreshResource {

    private final Ingest ingest;

    RefreshResource(Ingest ingest) {
        this.ingest = ingest;
    }

    @POST
    @Path("/sources/{id}/refresh")
    @Idempotent
    @Operation(summary = "Read a source now")
    @RunOnVirtualThread // it waits for others, and however many do, readers are served meanwhile
    public Response refresh(String id) throws SQLException {
        return Response.ok(ingest.refresh(Ids.parse(id, "source"))).build();
    }
}
