package org.broadsheet.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.broadsheet.operator.OperatorsOnly;
import org.broadsheet.web.Idempotent;
import org.broadsheet.web.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.common.annotation.Blocking;

/** Lists of sources (OPML), in and out. */
@Path("/api/v1")
@OperatorsOnly
@Blocking
@Tag(name = "Sources")
public class OpmlResource {

    static final String OPML = "text/x-opml";
    private static final int MOST_BYTES = 2_000_000;

    private final OpmlImport lists;
    private final SourceRegister register;

    OpmlResource(OpmlImport lists, SourceRegister register) {
        this.lists = lists;
        this.register = register;
    }

    @POST
    @Path("/publications/{slug}/sources")
    @Consumes({OPML, MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @Produces(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Import a list of sources (OPML)", description = "Also as POST .../sources/opml with any Content-Type. At most 2 MB and 5,000 outlines."
            + " Folders become sections by slug or name. Sources that are there already change only where the list has settings of this service.")
    public Response importList(String slug, HttpHeaders headers, InputStream body) throws IOException {
        var bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw Refusal.tooLarge("The list is larger than 2 MB");
        }
        var charset = Optional.ofNullable(headers.getMediaType()).map(type -> type.getParameters().get(MediaType.CHARSET_PARAMETER));
        return Response.ok(lists.run(slug, bytes, charset)).build();
    }

    @POST
    @Path("/publications/{slug}/sources/opml")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(hidden = true)
    public Response importAnyList(String slug, HttpHeaders headers, InputStream body) throws IOException {
        return importList(slug, headers, body);
    }

    @GET
    @Path("/publications/{slug}/sources")
    @Produces(OPML + ";qs=0.5;charset=UTF-8")
    @Operation(summary = "The sources of a publication as a list (OPML)",
            description = "Also at .../sources.opml. Neither credentials nor newsletters (MAIL) are in it, since their addresses are secrets.")
    public String export(String slug) {
        return register.list(slug);
    }

    @GET
    @Path("/publications/{slug}/sources.opml")
    @Produces(OPML + ";charset=UTF-8")
    @Operation(hidden = true)
    public String exportFile(String slug) {
        return register.list(slug);
    }
}
