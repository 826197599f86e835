package org.broadsheet.site;

import java.net.URI;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.broadsheet.delivery.EditionActions;
import org.broadsheet.mail.MailAddress;
import org.broadsheet.operator.AdminSessions;
import org.broadsheet.web.Html;
import org.broadsheet.web.Ids;
import org.broadsheet.web.JsonPatch;
import org.broadsheet.web.Refusal;
import org.jboss.resteasy.reactive.RestForm;

import io.smallrye.common.annotation.Blocking;

/** Editions at the operator's desk: looked at, changed while they are drafts, sent, stopped. Plain forms; a form that cannot be saved comes back as it was typed. */
@Path("/admin/editions/{id}")
@Blocking
public class AdminEditionResource {

    private static final Map<String, String> NOTICES = Map.of("saved", "The draft is saved.", "refilled", "The unpinned stories were chosen again.", "test", "The test was sent.",
            "corrected", "The correction is published.", "withdrawn", "The story is withdrawn.", "restored", "The story is back.");
    private static final int MOST_TESTS = 20;

    private final AdminDoor door;
    private final EditionSheet sheet;
    private final EditionActions editions;
    private final JsonPatch patches;

    AdminEditionResource(AdminDoor door, EditionSheet sheet, EditionActions editions, JsonPatch patches) {
        this.door = door;
        this.sheet = sheet;
        this.editions = editions;
        this.patches = patches;
    }

    @GET
    public Response edition(String id, @QueryParam("done") String done, @CookieParam(AdminSessions.COOKIE) String session) throws SQLException {
        if (!door.isOpen(session)) {
            return Response.seeOther(URI.create("/admin")).build();
        }
        return Html.personal(200, sheet.page(parse(id), NOTICES.getOrDefault(Optional.ofNullable(done).orElse(""), "")).html());
    }

    @POST
    @Path("/draft")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(String id, MultivaluedMap<String, String> form, @CookieParam(AdminSessions.COOKIE) String session, @Context HttpHeaders headers) throws SQLException {
        door.require(session, headers);
        var edition = parse(id);
        var edits = new DraftEdits(form);
        try {
            editions.change(edition, patches.validated(edits.change(sheet.view(edition))));
            if (edits.refills()) {
                editions.refill(edition);
            }
        } catch (Refusal refusal) {
            if (refusal.status() == 404) {
                throw refusal;
            }
            return unsaved(edition, refusal.status(), edits, DraftProblems.of(refusal, edits));
        } catch (ConstraintViolationException invalid) {
            return unsaved(edition, 400, edits, DraftProblems.of(invalid, edits));
        }
        return to(EditionSheet.path(edition) + "?done=" + (edits.refills() ? "refilled" : "saved") + (edits.moved().isEmpty() ? "" : "#story-" + edits.moved()));
    }

    @POST
    @Path("/test")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response test(String id, @RestForm String to, @CookieParam(AdminSessions.COOKIE) String session, @Context HttpHeaders headers) {
        door.require(session, headers);
        var edition = parse(id);
        editions.test(edition, addresses(Optional.ofNullable(to).orElse("")));
        return to(EditionSheet.path(edition) + "?done=test");
    }

    @POST
    @Path("/{action}")
    public Response act(String id, String action, @CookieParam(AdminSessions.COOKIE) String session, @Context HttpHeaders headers) throws SQLException {
        door.require(session, headers);
        var edition = parse(id);
        switch (action) {
            case "send" -> editions.send(edition);
            case "approve" -> editions.approve(edition);
            case "pause" -> editions.pause(edition);
            case "resume" -> editions.resume(edition);
            case "cancel" -> editions.cancel(edition);
            case "retry-failed" -> editions.retryFailed(edition);
            default -> throw Refusal.unknown("There is no action " + action);
        }
        return to(EditionSheet.path(edition));
    }

    /** Nothing of what he typed is lost. */
    private Response unsaved(long edition, int status, DraftEdits edits, List<AdminDraft.Problem> problems) throws SQLException {
        return Html.personal(status, sheet.page(edition, "").with(sheet.draft(edition).with(edits, problems)).html());
    }

    private static List<MailAddress> addresses(String typed) {
        var addresses = Arrays.stream(typed.split("[,;\\s]+")).filter(address -> !address.isEmpty()).toList();
        if (addresses.isEmpty() || addresses.size() > MOST_TESTS) {
            throw Refusal.invalid("to", "must have 1 to " + MOST_TESTS + " addresses");
        }
        return addresses.stream().map(address -> MailAddress.parse(address).orElseThrow(() -> Refusal.invalid("to", address + " is no complete e-mail address"))).toList();
    }

    private static long parse(String id) {
        return Ids.parse(id, "edition");
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
