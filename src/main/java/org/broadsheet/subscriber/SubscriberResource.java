package org.broadsheet.subscriber;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
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

/** Readers by API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@OperatorsOnly
@Blocking
@Tag(name = "Subscribers")
public class SubscriberResource {

    private final SubscriberRegister register;

    SubscriberResource(SubscriberRegister register) {
        this.register = register;
    }

    @GET
    @Path("/publications/{slug}/subscribers")
    @Operation(summary = "The readers of a publication")
    public Page<SubscriberItem> list(String slug, @QueryParam("status") Subscription.Status status, @QueryParam("limit") Integer limit,
            @QueryParam("after") String after) {
        var size = Page.limit(limit);
        var items = register.page(slug, Optional.ofNullable(status), Page.after(after), size + 1);
        return Page.of(items, size, item -> Ids.find(item.id()).orElseThrow(), item -> item);
    }

    @POST
    @Path("/publications/{slug}/subscribers")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Import one reader")
    public Response importOne(String slug, @NotNull(message = "is missing") SubscriberBody body) {
        return Response.ok(register.importOne(slug, body)).build();
    }

    @POST
    @Path("/publications/{slug}/subscribers")
    @Consumes("text/csv")
    @Idempotent
    @Operation(summary = "Import readers from a CSV with a header line")
    public Response importCsv(String slug, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun, InputStream csv) throws IOException {
        var mode = dryRun ? SubscriberRegister.Mode.DRY_RUN : SubscriberRegister.Mode.STORE;
        return Response.ok(register.importCsv(slug, new InputStreamReader(csv, StandardCharsets.UTF_8), mode)).build();
    }

    @GET
    @Path("/subscribers/{id}")
    @Operation(summary = "One reader")
    public SubscriberItem get(String id) {
        return register.get(Ids.parse(id, "subscriber"));
    }

    @PATCH
    @Path("/subscribers/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Change a reader")
    public SubscriberItem change(String id, JsonNode patch) throws JsonProcessingException {
        return register.change(Ids.parse(id, "subscriber"), patch);
    }

    @DELETE
    @Path("/subscribers/{id}")
    @Operation(summary = "Erase a reader")
    public void erase(String id) {
        register.erase(Ids.parse(id, "subscriber"));
    }
}
