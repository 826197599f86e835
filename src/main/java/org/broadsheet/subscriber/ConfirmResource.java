package org.broadsheet.subscriber;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.broadsheet.publication.Publication;
import org.broadsheet.web.ClientAddresses;
import org.broadsheet.web.Html;
import org.broadsheet.web.Link;
import org.broadsheet.web.Masthead;
import org.broadsheet.web.Notice;
import org.broadsheet.web.PageWords;

import io.smallrye.common.annotation.Blocking;

/** The link in the confirmation mail: looking at it changes nothing, the button does (E2). */
@Path("/confirm")
@Blocking
public class ConfirmResource {

    private final SignupDesk desk;
    private final ReaderTokens tokens;
    private final ClientAddresses clients;

    ConfirmResource(SignupDesk desk, ReaderTokens tokens, ClientAddresses clients) {
        this.desk = desk;
        this.tokens = tokens;
        this.clients = clients;
    }

    @GET
    @Path("/{token}")
    @Transactional
    public Response look(String token) {
        return switch (desk.look(token)) {
            case SignupDesk.Confirmed.Welcome welcome when welcome.subscription().status == Subscription.Status.PENDING -> ask(welcome.subscription(), token);
            case SignupDesk.Confirmed.Welcome welcome -> done(welcome.subscription());
            case SignupDesk.Confirmed.Expired expired -> expired(expired.publication());
            case SignupDesk.Confirmed.Unknown unknown -> unknown();
        };
    }

    @POST
    @Path("/{token}")
    @Transactional
    public Response confirm(String token) {
        return switch (desk.confirm(token, clients.current())) {
            case SignupDesk.Confirmed.Welcome welcome -> done(welcome.subscription());
            case SignupDesk.Confirmed.Expired expired -> expired(expired.publication());
            case SignupDesk.Confirmed.Unknown unknown -> unknown();
        };
    }

    private static Response ask(Subscription subscription, String token) {
        var publication = subscription.publication;
        var words = PageWords.in(subscription.language);
        return Html.personal(200, Notice.of(publication.masthead(), words.confirmTitle(publication.name), words.confirmStandfirst(), words.confirmNot())
                .with(new Notice.Button(words.confirmButton(), "/confirm/" + token)).page());
    }

    private Response done(Subscription subscription) {
        var publication = subscription.publication;
        var words = PageWords.in(subscription.language);
        return Html.personal(200, Notice.of(publication.masthead(), words.confirmedTitle(publication.name), words.confirmedStandfirst(),
                words.confirmedSender(publication.sender.address()))
                .with(new Link(words.choose(), "/preferences/" + tokens.of(subscription.id)))
                .with(new Link(words.frontPageOf(publication.name), "/" + publication.slug)).page());
    }

    private static Response expired(Publication publication) {
        var words = PageWords.in(publication.language);
        return Html.personal(404, Notice.of(publication.masthead(), words.confirmUnknownTitle(), words.confirmUnknownStandfirst(), words.confirmUnknownMore())
                .with(new Link(words.signUpAgain(publication.name), "/" + publication.slug + "/subscribe")).page());
    }

    private static Response unknown() {
        var words = PageWords.in("en");
        return Html.personal(404, Notice.of(Masthead.ofServer("Broadsheet", "en"), words.confirmUnknownTitle(), words.confirmUnknownStandfirst(),
                words.confirmUnknownMore()).page());
    }
}
