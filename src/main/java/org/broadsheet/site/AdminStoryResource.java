package org.broadsheet.site;

import java.net.URI;
import java.sql.SQLException;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.broadsheet.edition.StoryCorrection;
import org.broadsheet.edition.StoryDesk;
import org.broadsheet.edition.StoryResource;
import org.broadsheet.operator.AdminSessions;
import org.broadsheet.web.Ids;
import org.broadsheet.web.JsonPatch;
import org.jboss.resteasy.reactive.RestForm;

import io.smallrye.common.annotation.Blocking;

/** Stories at the operator's desk: put right, withdrawn, brought back. */
@Path("/admin/stories/{id}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
public class AdminStoryResource {

    private final AdminDoor door;
    private final StoryDesk desk;
    private final JsonPatch patches;

    AdminStoryResource(AdminDoor door, StoryDesk desk, JsonPatch patches) {
        this.door = door;
        this.desk = desk;
        this.patches = patches;
    }

    @POST
    @Path("/correct")
    public Response correct(String id, @RestForm String text, @RestForm String headline, @RestForm String standfirst, @RestForm String summary, @RestForm String edition,
            @CookieParam(AdminSessions.COOKIE) String session, @Context HttpHeaders headers) {
        door.require(session, headers);
        desk.correct(parse(id), patches.validated(new StoryCorrection(typed(text), typed(headline), typed(standfirst), typed(summary), null)));
        return back(edition, "corrected", id);
    }

    @POST
    @Path("/withdraw")
    public Response withdraw(String id, @RestForm String reason, @RestForm String edition, @CookieParam(AdminSessions.COOKIE) String session, @Context HttpHeaders headers)
            throws SQLException {
        door.require(session, headers);
        desk.withdraw(parse(id), patches.validated(new StoryResource.Withdrawal(typed(reason))).reason());
        return back(edition, "withdrawn", id);
    }

    @POST
    @Path("/restore")
    public Response restore(String id, @RestForm String edition, @CookieParam(AdminSessions.COOKIE) String session, @Context HttpHeaders headers) throws SQLException {
        door.require(session, headers);
        desk.restore(parse(id));
        return back(edition, "restored", id);
    }

    private static String typed(String text) {
        return text == null ? null : text.replace("\r\n", "\n").strip();
    }

    /** To the page that the button stood on. */
    private static Response back(String edition, String done, String story) {
        var page = Optional.ofNullable(edition).filter(path -> path.matches("/admin/editions/[0-9]{1,18}"));
        return Response.seeOther(URI.create(page.map(path -> path + "?done=" + done + "#story-" + story).orElse("/admin"))).build();
    }

    private static long parse(String id) {
        return Ids.parse(id, "story");
    }
}
