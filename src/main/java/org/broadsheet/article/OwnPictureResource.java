package org.broadsheet.article;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.sql.SQLException;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.broadsheet.operator.OperatorsOnly;
import org.broadsheet.platform.BroadsheetConfig;
import org.broadsheet.publication.LogoFiles;
import org.broadsheet.publication.OneLine;
import org.broadsheet.web.Idempotent;
import org.broadsheet.web.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.common.annotation.Blocking;

/** Pictures of a publication's own, uploaded as they are (PNG, JPEG, GIF, WebP). */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@OperatorsOnly
@Blocking
@Tag(name = "Publications")
public class OwnPictureResource {

    private static final int LONGEST_ALT = 200;

    /** @param file by which blocks name it */
    public record Uploaded(String file, String url, int width, int height) {
    }

    private final OwnPictures pictures;
    private final BroadsheetConfig config;

    OwnPictureResource(OwnPictures pictures, BroadsheetConfig config) {
        this.pictures = pictures;
        this.config = config;
    }

    @POST
    @Path("/publications/{slug}/pictures")
    @Consumes({"image/*", MediaType.APPLICATION_OCTET_STREAM})
    @Idempotent
    @Operation(summary = "Upload a picture for a block; it goes after a day if no block shows it")
    public Response add(String slug, InputStream picture) throws SQLException, IOException {
        var stored = pictures.add(slug, bytes(picture));
        var path = "/pictures/" + stored.file();
        return Response.created(URI.create(path)).entity(new Uploaded(stored.file(), config.publicBase() + path, stored.width(), stored.height())).build();
    }

    @PUT
    @Path("/publications/{slug}/logo")
    @Consumes({"image/*", MediaType.APPLICATION_OCTET_STREAM})
    @Operation(summary = "Set the logo that stands for the name; another one for dark paper with ?paper=DARK")
    public LogoFiles logo(String slug, @QueryParam("paper") @DefaultValue("LIGHT") OwnPictures.Paper paper, @QueryParam("alt") String alt, InputStream picture)
            throws SQLException, IOException {
        if (alt != null && (alt.length() > LONGEST_ALT || !alt.matches(OneLine.RULE))) {
            throw Refusal.invalid("alt", "must be one line of at most " + LONGEST_ALT + " characters");
        }
        return pictures.logo(slug, paper, Optional.ofNullable(alt), bytes(picture));
    }

    /** No more of it is read than may be kept (F24). */
    private static byte[] bytes(InputStream picture) throws IOException {
        var bytes = picture.readNBytes(OwnPictures.MOST_BYTES + 1);
        if (bytes.length > OwnPictures.MOST_BYTES) {
            throw Refusal.tooLarge("A picture may have " + OwnPictures.MOST_BYTES / 1_000_000 + " MB");
        }
        return bytes;
    }

    @DELETE
    @Path("/publications/{slug}/logo")
    @Operation(summary = "Have the name stand for itself again")
    public void withoutLogo(String slug) {
        pictures.withoutLogo(slug);
    }
}
