package org.broadsheet.edition;

import java.net.URI;
import java.sql.SQLException;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.broadsheet.article.Correction;
import org.broadsheet.operator.OperatorsOnly;
import org.broadsheet.publication.SeveralLines;
import org.broadsheet.web.Idempotent;
import org.broadsheet.web.Ids;
import org.broadsheet.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.common.annotation.Blocking;

/** Stories by API: put right, withdrawn, brought back. */
@Path("/api/v1/stories/{id}")
@Produces(MediaType.APPLICATION_JSON)
@OperatorsOnly
@Blocking
@Tag(name = "Stories")
public class StoryResource {

    /** @param reason for readers, who see it on the story's page */
    public record Withdrawal(@NotBlank(message = "is missing") @Size(max = 500, message = "is longer than 500 characters") @SeveralLines String reason) {
    }

    private final StoryDesk desk;

    StoryResource(StoryDesk desk) {
        this.desk = desk;
    }

    @GET
    @Operation(summary = "How a story stands, and in which editions it is")
    public StoryView get(String id) {
        return desk.get(parse(id));
    }

    @GET
    @Path("/corrections")
    @Operation(summary = "What was put right in a story, in order of time")
    public Page<Correction> corrections(String id) {
        return new Page<>(desk.get(parse(id)).corrections(), null);
    }

    @POST
    @Path("/corrections")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Put a story right, visibly and with the date, in copies not yet sent, on the web and in feeds")
    public Response correct(String id, @Valid @NotNull(message = "is missing") StoryCorrection correction) {
        var story = desk.correct(parse(id), correction);
        return Response.created(URI.create("/api/v1/stories/" + story.id())).entity(story).build();
    }

    @POST
    @Path("/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Withdraw a story: its page answers 410, its pictures are removed, copies not yet sent go without it")
    public StoryView withdraw(String id, @Valid @NotNull(message = "is missing") Withdrawal withdrawal) throws SQLException {
        return desk.withdraw(parse(id), withdrawal.reason());
    }

    @DELETE
    @Path("/withdraw")
    @Operation(summary = "Undo a withdrawal")
    public StoryView restore(String id) throws SQLException {
        return desk.restore(parse(id));
    }

    private static long parse(String id) {
        return Ids.parse(id, "story");
    }
}
