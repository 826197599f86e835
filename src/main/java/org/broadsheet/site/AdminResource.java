package org.broadsheet.site;

import java.net.URI;
import java.sql.SQLException;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.broadsheet.delivery.EditionActions;
import org.broadsheet.delivery.EditionRequest;
import org.broadsheet.operator.AdminSessions;
import org.broadsheet.operator.AdminToken;
import org.broadsheet.platform.BroadsheetConfig;
import org.broadsheet.web.Html;
import org.broadsheet.web.Ids;
import org.broadsheet.web.Refusal;
import org.broadsheet.web.SameSite;
import org.jboss.resteasy.reactive.RestForm;

import io.smallrye.common.annotation.Blocking;

/** The operator's pages: a token opens a session; what changes something is posted, from this site only (F15). */
@Path("/admin")
@Blocking
public class AdminResource {

    private final AdminToken token;
    private final AdminSessions sessions;
    private final AdminDoor door;
    private final SameSite sameSite;
    private final Dashboard dashboard;
    private final EditionActions editions;
    private final BroadsheetConfig config;

    AdminResource(AdminToken token, AdminSessions sessions, AdminDoor door, SameSite sameSite, Dashboard dashboard, EditionActions editions,
            BroadsheetConfig config) {
        this.token = token;
        this.sessions = sessions;
        this.door = door;
        this.sameSite = sameSite;
        this.dashboard = dashboard;
        this.editions = editions;
        this.config = config;
    }

    @GET
    public Response desk(@CookieParam(AdminSessions.COOKIE) String session) throws SQLException {
        return door.isOpen(session) ? Html.personal(200, dashboard.page().html()) : Html.personal(200, login("").html());
    }

    @POST
    @Path("/login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response login(@RestForm String token, @Context HttpHeaders headers) {
        sameSite.require(headers);
        if (!this.token.matches(Optional.ofNullable(token).orElse("").strip())) {
            return Html.personal(401, login("That is not the admin token.").html());
        }
        return Response.seeOther(URI.create("/admin")).cookie(sessions.open()).build();
    }

    @POST
    @Path("/logout")
    public Response logout(@Context HttpHeaders headers) {
        sameSite.require(headers);
        return Response.seeOther(URI.create("/admin")).cookie(sessions.close()).build();
    }

    @POST
    @Path("/{slug}/send")
    public Response sendNow(String slug, @CookieParam(AdminSessions.COOKIE) String session, @Context HttpHeaders headers) throws SQLException {
        door.require(session, headers);
        editions.create(slug, new EditionRequest("NOW"));
        return back();
    }

    @POST
    @Path("/{slug}/draft")
    public Response draft(String slug, @CookieParam(AdminSessions.COOKIE) String session, @Context HttpHeaders headers) throws SQLException {
        door.require(session, headers);
        editions.create(slug, new EditionRequest("DRAFT"));
        return back();
    }

    private LoginPage login(String problem) {
        return new LoginPage("/admin/login", problem, config.adminToken().isPresent() ? LoginPage.Token.SET : LoginPage.Token.MISSING);
    }

    private static Response back() {
        return Response.seeOther(URI.create("/admin")).build();
    }
}
