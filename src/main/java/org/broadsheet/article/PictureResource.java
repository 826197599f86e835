package org.broadsheet.article;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;

import org.broadsheet.web.Refusal;

import io.smallrye.common.annotation.Blocking;

/**
 * Serves pictures. Their address holds the hash of their content, so they may be kept for ever. They come from a cache of files, which can
 * be deleted at any time; what is not there is read from the database.
 */
@jakarta.ws.rs.Path("/pictures")
@Blocking
public class PictureResource {

    private final Pictures pictures;
    private final PictureCache cache;

    PictureResource(Pictures pictures, PictureCache cache) {
        this.pictures = pictures;
        this.cache = cache;
    }

    @GET
    @jakarta.ws.rs.Path("/{hash:[0-9a-f]{64}}-{width:[0-9]{1,4}}.{extension:jpg|png}")
    public Response picture(String hash, int width, String extension) throws SQLException, IOException {
        var bytes = cached(hash, width, extension).orElseThrow(() -> Refusal.unknown("There is no such picture"));
        return Response.ok(bytes, mediaType(extension)).header("Cache-Control", "public, max-age=31536000, immutable").tag(hash.substring(0, 16)).build();
    }

    private static String mediaType(String extension) {
        return extension.equals("png") ? "image/png" : "image/jpeg";
    }

    private Optional<byte[]> cached(String hash, int width, String extension) throws SQLException, IOException {
        var name = hash + "-" + width + "." + extension;
        var kept = cache.find(name);
        if (kept.isPresent()) {
            return kept;
        }
        var stored = pictures.find(hash, width).filter(picture -> picture.mediaType().equals(mediaType(extension))).map(Pictures.Stored::bytes);
        if (stored.isPresent()) {
            cache.keep(name, stored.get());
        }
        return stored;
    }
}
