package org.broadsheet.article;

import java.io.IOException;
import java.io.InputStream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.broadsheet.operator.OperatorsOnly;
import org.broadsheet.web.Idempotent;
import org.broadsheet.web.Ids;
import org.broadsheet.web.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.common.annotation.Blocking;

/** Newsletters, handed in as raw messages. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@OperatorsOnly
@Blocking
@Tag(name = "Sources")
public class LetterResource {

    static final int MOST_BYTES = 10_000_000;

    private final LetterDesk letters;

    LetterResource(LetterDesk letters) {
        this.letters = letters;
    }

    @POST
    @Path("/sources/{id}/messages")
    @Consumes("message/rfc822")
    @Idempotent
    @Operation(summary = "Hand in a newsletter as a raw message", description = "For sources of kind MAIL; at most 10 MB")
    public Response take(String id, InputStream message) throws IOException {
        var source = Ids.parse(id, "source");
        var raw = message.readNBytes(MOST_BYTES + 1);
        if (raw.length > MOST_BYTES) {
            throw Refusal.tooLarge("The message is larger than 10 MB");
        }
        return Response.ok(letters.take(source, raw)).build();
    }
}
