package org.broadsheet.site;

import java.net.URI;
import java.sql.SQLException;
import java.util.Optional;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.broadsheet.article.Ingest;
import org.broadsheet.operator.AdminSessions;
import org.broadsheet.source.SourceBody;
import org.broadsheet.source.SourceRegister;
import org.broadsheet.web.Html;
import org.broadsheet.web.Ids;
import org.broadsheet.web.Refusal;
import org.jboss.resteasy.reactive.RestForm;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.smallrye.common.annotation.RunOnVirtualThread;

/** Sources at the operator's desk: an address is pasted and read at once, and what was wrong with it stands on its page. */
@Path("/admin/sources")
@RunOnVirtualThread // who reads a source waits for others, and however many do, readers are served meanwhile
public class AdminSourceResource {

    private final AdminDoor door;
    private final SourceDesk desk;
    private final SourceRegister register;
    private final Ingest ingest;
    private final Dashboard dashboard;

    AdminSourceResource(AdminDoor door, SourceDesk desk, SourceRegister register, Ingest ingest, Dashboard dashboard) {
        this.door = door;
        this.desk = desk;
        this.register = register;
        this.ingest = ingest;
        this.dashboard = dashboard;
    }

    @GET
    @Path("/{id}")
    public Response source(String id, @CookieParam(AdminSessions.COOKIE) String session) {
        return door.isOpen(session) ? Html.personal(200, desk.page(Ids.parse(id, "source")).html()) : Response.seeOther(URI.create("/admin")).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(@RestForm String publication, @RestForm String url, @RestForm String section, @CookieParam(AdminSessions.COOKIE) String session,
            @Context HttpHeaders headers) throws SQLException {
        door.require(session, headers);
        var pasted = Optional.ofNullable(url).orElse("").strip();
        var chosen = Optional.ofNullable(section).orElse("");
        try {
            var added = register.add(Optional.ofNullable(publication).orElse(""), SourceBody.of(PastedAddress.of(pasted), chosen));
            return read(Ids.parse(added.id(), "source"));
        } catch (Refusal refusal) {
            return Html.personal(refusal.status(), dashboard.page(new DashboardPage.Pasted(publication, pasted, chosen, words(refusal, pasted))).html());
        }
    }

    @POST
    @Path("/{id}/settings")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(String id, @BeanParam SourceForm form, @CookieParam(AdminSessions.COOKIE) String session, @Context HttpHeaders headers) throws JsonProcessingException {
        door.require(session, headers);
        register.change(Ids.parse(id, "source"), form.patch());
        return Response.seeOther(URI.create("/admin/sources/" + id)).build();
    }

    @POST
    @Path("/{id}/remove")
    public Response remove(String id, @CookieParam(AdminSessions.COOKIE) String session, @Context HttpHeaders headers) {
        door.require(session, headers);
        register.remove(Ids.parse(id, "source"));
        return Response.seeOther(URI.create("/admin")).build();
    }

    @POST
    @Path("/{id}/refresh")
    public Response refresh(String id, @CookieParam(AdminSessions.COOKIE) String session, @Context HttpHeaders headers) throws SQLException {
        door.require(session, headers);
        return read(Ids.parse(id, "source"));
    }

    /** The form has one field, so its name need not be said. */
    private static String words(Refusal refusal, String pasted) {
        if (!pasted.isEmpty() && PastedAddress.isNone(pasted)) {
            return "That is no address on the web. One looks like https://example.org/news, or example.org.";
        }
        return refusal.errors().size() == 1 ? refusal.errors().getFirst().message() : refusal.getMessage();
    }

    private Response read(long id) throws SQLException {
        ingest.refresh(id);
        return Response.seeOther(URI.create("/admin/sources/" + id)).build();
    }
}
