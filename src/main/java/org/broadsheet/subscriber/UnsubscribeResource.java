package org.broadsheet.subscriber;

import java.util.List;
import java.util.Optional;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.broadsheet.web.ClientAddresses;
import org.broadsheet.web.Html;
import org.broadsheet.web.Masthead;
import org.broadsheet.web.MessagePage;
import org.broadsheet.web.ReaderLanguage;

import io.smallrye.common.annotation.Blocking;

/**
 * Leaving. POST is RFC 8058's one click: any body, no cookie, no redirect, at once, as often as it comes (A18). GET changes nothing (A19).
 * A token that is none of ours is answered like any other, so that nobody learns from it.
 */
@Path("/unsubscribe")
@Blocking
public class UnsubscribeResource {

    private final ReaderDesk desk;
    private final ClientAddresses clients;

    UnsubscribeResource(ReaderDesk desk, ClientAddresses clients) {
        this.desk = desk;
        this.clients = clients;
    }

    @GET
    @Path("/{token}")
    @Transactional
    public Response look(String token, @Context HttpHeaders headers) {
        return desk.find(token).map(reader -> ask(reader, token)).orElseGet(() -> nothingToDo(headers));
    }

    @POST
    @Path("/{token}")
    @Transactional
    public Response leave(String token, @Context HttpHeaders headers) {
        return desk.leave(token, "unsubscribe link", clients.current()).map(reader -> done(reader, token)).orElseGet(() -> nothingToDo(headers));
    }

    /** Takes it back, from the page that follows leaving. */
    @POST
    @Path("/{token}/undo")
    @Transactional
    public Response undo(String token, @Context HttpHeaders headers) {
        return desk.comeBack(token, clients.current()).filter(Subscription::live).map(UnsubscribeResource::back).orElseGet(() -> nothingToDo(headers));
    }

    private static Response ask(Subscription reader, String token) {
        if (!reader.live()) {
            return done(reader, token);
        }
        return Html.personal(200, new UnsubscribePage(masthead(reader), "/unsubscribe/" + token, reader.subscriber.mailAddress().masked(),
                "/preferences/" + token).html());
    }

    private static Response done(Subscription reader, String token) {
        return Html.personal(200, new UnsubscribedPage(masthead(reader), reader.confirmedAt == null ? "" : "/unsubscribe/" + token + "/undo", "").html());
    }

    private static Response back(Subscription reader) {
        return Html.personal(200, new ConfirmedPage(masthead(reader), "", reader.publication.sender.address(), "", Optional.empty()).html());
    }

    private static Response nothingToDo(HttpHeaders headers) {
        var server = ReaderLanguage.server(headers);
        var words = server.words();
        return Html.personal(200, new MessagePage(server, words.unsubscribedTitle(), List.of(words.unsubscribedMore()), List.of(), "").html());
    }

    private static Masthead masthead(Subscription reader) {
        return reader.publication.masthead().speaking(reader.language);
    }
}
