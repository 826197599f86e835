package org.broadsheet.subscriber;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.broadsheet.mail.MailAddress;
import org.broadsheet.publication.Publication;
import org.broadsheet.publication.Publications;
import org.broadsheet.web.ClientAddresses;
import org.broadsheet.web.Html;
import org.broadsheet.web.PageWords;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;

import io.smallrye.common.annotation.Blocking;

/** The signup form, hosted and to be embedded. It needs no cookie and no script, and answers the same for every address (E4, E9). */
@Path("/")
@Blocking
public class SignupResource {

    private static final Logger LOG = Logger.getLogger(SignupResource.class);

    private final Publications publications;
    private final SignupDesk desk;
    private final FormTime formTime;
    private final PostLimits limits;
    private final LatestEdition latest;
    private final ClientAddresses clients;
    private final SignupConfig config;
    private final Clock clock;

    SignupResource(Publications publications, SignupDesk desk, FormTime formTime, PostLimits limits, LatestEdition latest, ClientAddresses clients,
            SignupConfig config, Clock clock) {
        this.publications = publications;
        this.desk = desk;
        this.formTime = formTime;
        this.limits = limits;
        this.latest = latest;
        this.clients = clients;
        this.config = config;
        this.clock = clock;
    }

    @GET
    @Path("/{slug:[a-z0-9-]{1,40}}/subscribe")
    @Transactional
    public Response form(String slug) {
        return Html.page(200, page(publications.require(slug)).html()).header("Cache-Control", "no-store").build();
    }

    @GET
    @Path("/embed/{slug:[a-z0-9-]{1,40}}")
    @Transactional
    public Response embedded(String slug) {
        return Html.page(200, embedded(publications.require(slug)).html()).header("Cache-Control", "no-store").build();
    }

    @POST
    @Path("/{slug:[a-z0-9-]{1,40}}/subscribe")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Transactional
    public Response subscribe(String slug, @RestForm String email, @RestForm String name, @RestForm String timeZone, @RestForm String language,
            @RestForm List<String> section, @RestForm String website, @RestForm String form) {
        var publication = publications.require(slug);
        limits.count(clients.network());
        var words = PageWords.in(publication.language);
        var given = Optional.ofNullable(email).orElse("").strip();
        var sections = ReaderForms.sectionsFrom(publication, section);
        var zone = ReaderForms.zoneFrom(publication, timeZone);
        var tongue = ReaderForms.languageFrom(publication, language);
        var age = formTime.check(publication.id, Optional.ofNullable(form).orElse(""));
        var address = MailAddress.parse(given);
        var problem = address.isPresent() ? age == FormTime.Age.TOO_OLD ? words.formExpired() : "" : given.isEmpty() ? words.emailMissing() : words.emailMalformed();
        var entered = new Entered(given, ReaderForms.nameFrom(name), zone, tongue, sections);
        if (!problem.isEmpty()) {
            return Html.page(400, page(publication, entered, Map.of("email", problem)).html()).header("Cache-Control", "no-store").build();
        }
        if (age != FormTime.Age.FINE || !Optional.ofNullable(website).orElse("").isEmpty()) {
            LOG.debugf("%s: a form that a program filled in (%s)", slug, age);
        } else {
            desk.request(publication, new SignupRequest(address.get(), entered.name(), zone, tongue, sections, consent(publication, words),
                    clients.current()));
        }
        var checkInbox = new CheckInboxPage(publication.masthead(), publication.sender.address(), config.confirmWithin());
        return Html.page(200, checkInbox.html()).header("Cache-Control", "no-store").build();
    }

    private SignupPage page(Publication publication) {
        return page(publication, Entered.nothing(publication), Map.of());
    }

    private EmbedPage embedded(Publication publication) {
        var words = PageWords.in(publication.language);
        return new EmbedPage(publication.masthead(), ReaderForms.when(publication, words, clock), form(publication, Entered.nothing(publication), Map.of()),
                consent(publication, words));
    }

    private SignupPage page(Publication publication, Entered entered, Map<String, String> problems) {
        var words = PageWords.in(publication.language);
        return new SignupPage(publication.masthead(), "", ReaderForms.when(publication, words, clock), form(publication, entered, problems), consent(publication, words),
                latest.of(publication));
    }

    private ReaderForm form(Publication publication, Entered entered, Map<String, String> problems) {
        return new ReaderForm("/" + publication.slug + "/subscribe", entered.email(), entered.name(), ReaderForms.sections(publication, entered.sections()),
                ReaderForms.languages(publication, entered.language()), ZoneRegion.all(entered.zone(), PageWords.in(publication.language)),
                Map.of("form", formTime.issue(publication.id)), problems);
    }

    /** What stands in the form. */
    private record Entered(String email, String name, ZoneId zone, String language, List<String> sections) {

        static Entered nothing(Publication publication) {
            return new Entered("", "", publication.timeZone, publication.language, List.of());
        }
    }

    private static String consent(Publication publication, PageWords words) {
        return words.consent(publication.legalName, publication.name);
    }
}
