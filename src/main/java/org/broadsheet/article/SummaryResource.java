package org.broadsheet.article;

import java.sql.SQLException;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.broadsheet.operator.OperatorsOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.common.annotation.Blocking;

/** How summaries by a language model stand. */
@Path("/api/v1/summaries")
@Produces(MediaType.APPLICATION_JSON)
@OperatorsOnly
@Blocking
@Tag(name = "Articles")
public class SummaryResource {

    private final SummaryDesk desk;

    SummaryResource(SummaryDesk desk) {
        this.desk = desk;
    }

    @GET
    @Operation(summary = "How summaries by a language model stand: waiting, asked today, written, refused, and the last problem")
    public SummaryDesk.Standing standing() throws SQLException {
        return desk.standing();
    }
}
