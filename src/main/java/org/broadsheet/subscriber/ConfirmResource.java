package org.broadsheet.subscriber;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.broadsheet.publication.Publication;
import org.broadsheet.web.ClientAddresses;
import org.broadsheet.web.Html;
import org.broadsheet.web.PageWords;
import org.broadsheet.web.ReaderLanguage;

import io.smallrye.common.annotation.Blocking;

/** The link in the confirmation mail: looking at it changes nothing, the button does (E2). */
@Path("/confirm")
@Blocking
public class ConfirmResource {

    private final SignupDesk desk;
    private final ReaderTokens tokens;
    private final ClientAddresses clients;
    private final Clock clock;

    ConfirmResource(SignupDesk desk, ReaderTokens tokens, ClientAddresses clients, Clock clock) {
        this.desk = desk;
        this.tokens = tokens;
        this.clients = clients;
        this.clock = clock;
    }

    @GET
    @Path("/{token}")
    @Transactional
    public Response look(String token, @Context HttpHeaders headers) {
        return switch (desk.look(token)) {
            case SignupDesk.Confirmed.Welcome welcome when welcome.subscription().status == Subscription.Status.PENDING -> ask(welcome.subscription(), token);
            case SignupDesk.Confirmed.Welcome welcome -> done(welcome.subscription());
            case SignupDesk.Confirmed.Expired expired -> expired(expired.publication());
            case SignupDesk.Confirmed.Unknown unknown -> unknown(headers);
        };
    }

    @POST
    @Path("/{token}")
    @Transactional
    public Response confirm(String token, @Context HttpHeaders headers) {
        return switch (desk.confirm(token, clients.current())) {
            case SignupDesk.Confirmed.Welcome welcome -> done(welcome.subscription());
            case SignupDesk.Confirmed.Expired expired -> expired(expired.publication());
            case SignupDesk.Confirmed.Unknown unknown -> unknown(headers);
        };
    }

    private Response ask(Subscription subscription, String token) {
        var publication = subscription.publication;
        return Html.personal(200, new ConfirmPage(publication.masthead().speaking(subscription.language), "/confirm/" + token,
                ReaderForms.when(publication, PageWords.in(subscription.language), clock)).html());
    }

    private Response done(Subscription subscription) {
        var publication = subscription.publication;
        return Html.personal(200, new ConfirmedPage(publication.masthead().speaking(subscription.language), "", publication.sender.address(),
                "/preferences/" + tokens.of(subscription.id), Optional.empty()).html());
    }

    private static Response expired(Publication publication) {
        return Html.personal(404, ConfirmUnknownPage.of(publication.masthead()).html());
    }

    private static Response unknown(HttpHeaders headers) {
        return Html.personal(404, new ConfirmUnknownPage(ReaderLanguage.server(headers), List.of()).html());
    }
}
