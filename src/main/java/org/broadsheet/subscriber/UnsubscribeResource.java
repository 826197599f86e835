package org.broadsheet.subscriber;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.broadsheet.web.ClientAddresses;
import org.broadsheet.web.Html;
import org.broadsheet.web.Link;
import org.broadsheet.web.Masthead;
import org.broadsheet.web.Notice;
import org.broadsheet.web.PageWords;

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
    public Response look(String token) {
        return desk.find(token).map(reader -> ask(reader, token)).orElseGet(UnsubscribeResource::nothingToDo);
    }

    @POST
    @Path("/{token}")
    @Transactional
    public Response leave(String token) {
        return desk.leave(token, "unsubscribe link", clients.current()).map(reader -> done(reader, token)).orElseGet(UnsubscribeResource::nothingToDo);
    }

    /** Takes it back, from the page that follows leaving. */
    @POST
    @Path("/{token}/undo")
    @Transactional
    public Response undo(String token) {
        return desk.comeBack(token, clients.current()).filter(Subscription::live).map(UnsubscribeResource::back).orElseGet(UnsubscribeResource::nothingToDo);
    }

    private static Response ask(Subscription reader, String token) {
        if (!reader.live()) {
            return done(reader, token);
        }
        var words = PageWords.in(reader.language);
        return Html.personal(200, Notice.of(reader.publication.masthead(), words.unsubscribeTitle(reader.publication.name),
                words.unsubscribeStandfirst(reader.subscriber.mailAddress().masked()))
                .with(new Notice.Button(words.unsubscribeButton(), "/unsubscribe/" + token))
                .with(new Link(words.unsubscribeRatherLink(), "/preferences/" + token)).page());
    }

    private static Response done(Subscription reader, String token) {
        var words = PageWords.in(reader.language);
        var notice = Notice.of(reader.publication.masthead(), words.unsubscribedTitle(), words.unsubscribedStandfirst(reader.publication.name),
                words.unsubscribedMore());
        return Html.personal(200, (reader.confirmedAt == null ? notice
                : notice.with(new Notice.Button(words.undoButton(), "/unsubscribe/" + token + "/undo"))).page());
    }

    private static Response back(Subscription reader) {
        var words = PageWords.in(reader.language);
        return Html.personal(200, Notice.of(reader.publication.masthead(), words.confirmedTitle(reader.publication.name), words.confirmedStandfirst())
                .with(new Link(words.frontPageOf(reader.publication.name), "/" + reader.publication.slug)).page());
    }

    private static Response nothingToDo() {
        var words = PageWords.in("en");
        return Html.personal(200, Notice.of(Masthead.ofServer("Broadsheet", "en"), words.unsubscribedTitle(), words.unsubscribedMore()).page());
    }
}
