package org.broadsheet.article;

import java.net.URI;
import java.util.List;
import java.util.Optional;

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

/** Articles by API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@OperatorsOnly
@Blocking
@Tag(name = "Articles")
public class ArticleResource {

    private final ArticleDesk desk;
    private final PictureDesk pictures;

    ArticleResource(ArticleDesk desk, PictureDesk pictures) {
        this.desk = desk;
        this.pictures = pictures;
    }

    @GET
    @Path("/publications/{slug}/articles")
    @Operation(summary = "The articles of a publication, newest first")
    public Page<ArticleItem> list(String slug, @QueryParam("source") String source, @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        var size = Page.limit(limit);
        var items = desk.page(slug, Optional.ofNullable(source).map(id -> Ids.parse(id, "source")), Page.after(after), size + 1);
        return Page.of(items, size, item -> Ids.find(item.id()).orElseThrow(), item -> item);
    }

    @POST
    @Path("/publications/{slug}/articles")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Push an article; a known address updates it")
    public Response push(String slug, @Valid @NotNull(message = "is missing") ArticleBody body) {
        var stored = desk.push(slug, body);
        var id = stored.article().id;
        pictures.get(List.of(id));
        var item = desk.get(id);
        return stored.change() == ArticleStore.Change.NEW ? Response.created(URI.create("/api/v1/articles/" + id)).entity(item).build()
                : Response.ok(item).build();
    }

    @GET
    @Path("/articles/{id}")
    @Operation(summary = "One article")
    public ArticleItem get(String id) {
        return desk.get(Ids.parse(id, "article"));
    }

    @GET
    @Path("/articles/{id}/revisions")
    @Operation(summary = "What an article said before it was changed, the latest first; at most " + ArticleRevision.MOST)
    public Page<ArticleRevision.Item> revisions(String id) {
        return new Page<>(desk.revisions(Ids.parse(id, "article")), null);
    }

    @PATCH
    @Path("/articles/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Change an article")
    public ArticleItem change(String id, JsonNode patch) throws JsonProcessingException {
        var changed = desk.change(Ids.parse(id, "article"), patch);
        pictures.get(List.of(Ids.parse(id, "article")));
        return desk.get(Ids.parse(changed.id(), "article"));
    }

    @DELETE
    @Path("/articles/{id}")
    @Operation(summary = "Remove an article; editions that hold it keep what they say of it")
    public void remove(String id) {
        desk.remove(Ids.parse(id, "article"));
    }
}
