package org.broadsheet.delivery;

import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;

import org.broadsheet.edition.DraftChange;
import org.broadsheet.edition.DraftDesk;
import org.broadsheet.edition.Edition;
import org.broadsheet.edition.Suggestions;
import org.broadsheet.mail.MailAddress;
import org.broadsheet.mail.ValidMailAddress;
import org.broadsheet.mail.lint.LintReport;
import org.broadsheet.operator.OperatorsOnly;
import org.broadsheet.publication.Publications;
import org.broadsheet.web.Idempotent;
import org.broadsheet.web.Ids;
import org.broadsheet.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.common.annotation.Blocking;

/** Editions by API: made, looked at, sent, stopped, and accounted for. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@OperatorsOnly
@Blocking
@Tag(name = "Editions")
public class EditionResource {

    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final String TEXT = MediaType.TEXT_PLAIN + ";charset=UTF-8";
    private static final String RFC822 = "message/rfc822";
    private static final List<Variant> PREVIEWS = Variant.mediaTypes(MediaType.TEXT_HTML_TYPE, MediaType.TEXT_PLAIN_TYPE, MediaType.valueOf(RFC822)).build();

    /** Whom a test goes to. */
    public record TestRequest(@NotEmpty(message = "is missing") @Size(max = 20, message = "has more than 20 entries") List<@NotNull @ValidMailAddress String> to) {
    }

    /** How many tests were sent. */
    public record TestAnswer(int sent) {
    }

    private final EditionActions actions;
    private final LintDesk linter;
    private final Publications publications;
    private final LedgerBook book;

    EditionResource(EditionActions actions, LintDesk linter, Publications publications, LedgerBook book) {
        this.actions = actions;
        this.linter = linter;
        this.publications = publications;
        this.book = book;
    }

    @GET
    @Path("/publications/{slug}/editions")
    @Transactional
    @Operation(summary = "The editions of a publication, newest first")
    public Page<EditionView> list(String slug, @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        var size = Page.limit(limit);
        List<Edition> editions = Edition.find("publication = ?1 and id < ?2 order by id desc", publications.require(slug),
                Page.after(after).orElse(Long.MAX_VALUE)).page(0, size + 1).list();
        return Page.of(editions, size, edition -> edition.id, this::view);
    }

    @POST
    @Path("/publications/{slug}/editions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Put an edition together: NOW, DRAFT, or for an instant")
    public Response create(String slug, @Valid @NotNull(message = "is missing") EditionRequest request) throws SQLException {
        var edition = actions.create(slug, request);
        return Response.accepted(read(edition.id)).location(URI.create("/api/v1/editions/" + edition.id)).build();
    }

    @GET
    @Path("/editions/{id}")
    @Operation(summary = "One edition and how it stands")
    public EditionView get(String id) {
        return read(parse(id));
    }

    @PATCH
    @Path("/editions/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Change a draft: subject, preheader, blocks, stories")
    public EditionView change(String id, @Valid @NotNull(message = "is missing") DraftChange change) throws SQLException {
        return read(actions.change(parse(id), change).id);
    }

    @GET
    @Path("/editions/{id}/suggestions")
    @Transactional
    @Operation(summary = "Subjects and preheaders that suit its stories")
    public Suggestions suggestions(String id) {
        return Suggestions.of(actions.require(parse(id)));
    }

    @GET
    @Path("/editions/{id}/lint")
    @Operation(summary = "What the linter finds in it, as a reader would get it: what, where, whom it hurts, how to mend it")
    public LintReport lint(String id) {
        return linter.report(parse(id));
    }

    @GET
    @Path("/editions/{id}/candidates")
    @Operation(summary = "Stories that this draft could take in, the best first")
    public Page<DraftDesk.Candidate> candidates(String id) {
        return new Page<>(actions.candidates(parse(id)), null);
    }

    @POST
    @Path("/editions/{id}/refill")
    @Idempotent
    @Operation(summary = "Choose the stories of a draft again from all that has come; pinned ones keep their places")
    public EditionView refill(String id) {
        return read(actions.refill(parse(id)).id);
    }

    @GET
    @Path("/editions/{id}/deliveries")
    @Transactional
    @Operation(summary = "The ledger of an edition: what became of each copy")
    public Page<DeliveryItem> deliveries(String id, @QueryParam("state") DeliveryState state, @QueryParam("limit") Integer limit,
            @QueryParam("after") String after) throws SQLException {
        var size = Page.limit(limit);
        var rows = book.page(actions.require(parse(id)), Optional.ofNullable(state), Page.after(after), size + 1);
        return Page.of(rows, size, row -> Ids.find(row.subscriber()).orElseThrow(), row -> row);
    }

    @GET
    @Path("/editions/{id}/preview")
    @Produces({HTML, TEXT, RFC822})
    @Operation(summary = "A copy as HTML, plain text or the raw mail, as Accept asks; the raw mail is what a reader gets, but for the token")
    public Response preview(String id, @QueryParam("subscriber") String subscriber, @QueryParam("view") PreviewView view, @Context Request request) {
        var type = Optional.ofNullable(request.selectVariant(PREVIEWS)).orElseThrow(NotAcceptableException::new).getMediaType();
        var edition = parse(id);
        var reader = Optional.ofNullable(subscriber).map(text -> Ids.parse(text, "subscriber"));
        if (view != null) {
            return look(actions.proof(edition, reader), view);
        }
        return switch (type.getSubtype()) {
            // F8: whatever a template or an article brings, nothing in a preview runs or loads from elsewhere.
            case "html" -> look(actions.proof(edition, reader), PreviewView.AS_IT_IS);
            case "plain" -> Response.ok(actions.proof(edition, reader).message().text(), TEXT).build();
            default -> Response.ok(actions.preview(edition, reader).message().toBytes(), RFC822).build();
        };
    }

    private static Response look(Copy copy, PreviewView view) {
        var message = copy.message();
        return (view == PreviewView.TEXT ? Response.ok(message.text(), TEXT) : Response.ok(view.of(message.html()), HTML)).header("Content-Security-Policy", view.policy())
                .header("Cache-Control", "no-store").build();
    }

    @POST
    @Path("/editions/{id}/send")
    @Idempotent
    @Operation(summary = "Send a draft now")
    public Response send(String id) throws SQLException {
        return Response.accepted(read(actions.send(parse(id)).id)).build();
    }

    @POST
    @Path("/editions/{id}/approve")
    @Idempotent
    @Operation(summary = "Let a draft by schedule go at its time")
    public Response approve(String id) throws SQLException {
        return Response.accepted(read(actions.approve(parse(id)).id)).build();
    }

    @POST
    @Path("/editions/{id}/pause")
    @Idempotent
    public Response pause(String id) {
        return Response.ok(read(actions.pause(parse(id)).id)).build();
    }

    @POST
    @Path("/editions/{id}/resume")
    @Idempotent
    public Response resume(String id) {
        return Response.ok(read(actions.resume(parse(id)).id)).build();
    }

    @POST
    @Path("/editions/{id}/cancel")
    @Idempotent
    public Response cancel(String id) throws SQLException {
        return Response.ok(read(actions.cancel(parse(id)).id)).build();
    }

    @POST
    @Path("/editions/{id}/retry-failed")
    @Idempotent
    public Response retryFailed(String id) throws SQLException {
        return Response.ok(read(actions.retryFailed(parse(id)).id)).build();
    }

    @POST
    @Path("/editions/{id}/test")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Send a test to some addresses; it has no ledger row")
    public Response test(String id, @Valid @NotNull(message = "is missing") TestRequest request) {
        return Response.ok(new TestAnswer(actions.test(parse(id), request.to().stream().map(MailAddress::parse).map(Optional::orElseThrow).toList()))).build();
    }

    private static long parse(String id) {
        return Ids.parse(id, "edition");
    }

    @Transactional
    EditionView read(long id) {
        return view(actions.require(id));
    }

    private EditionView view(Edition edition) {
        try {
            return EditionView.of(edition, actions.counts(edition.id));
        } catch (SQLException problem) {
            throw new IllegalStateException("The ledger cannot be read", problem);
        }
    }
}
