package org.broadsheet.subscriber;

import java.util.List;
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
import org.broadsheet.publication.Schedule;
import org.broadsheet.web.ClientAddresses;
import org.broadsheet.web.Html;
import org.broadsheet.web.Link;
import org.broadsheet.web.Notice;
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

    SignupResource(Publications publications, SignupDesk desk, FormTime formTime, PostLimits limits, LatestEdition latest, ClientAddresses clients) {
        this.publications = publications;
        this.desk = desk;
        this.formTime = formTime;
        this.limits = limits;
        this.latest = latest;
        this.clients = clients;
    }

    @GET
    @Path("/{slug:[a-z0-9-]{1,40}}/subscribe")
    @Transactional
    public Response form(String slug) {
        return Html.page(200, empty(publications.require(slug), false).page()).header("Cache-Control", "no-store").build();
    }

    @GET
    @Path("/embed/{slug:[a-z0-9-]{1,40}}")
    @Transactional
    public Response embedded(String slug) {
        return Html.page(200, empty(publications.require(slug), true).embedded()).header("Cache-Control", "no-store").build();
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
        if (!problem.isEmpty()) {
            return Html.page(400, new SignupPage(publication.masthead(), words, when(publication, words), given, problem, ReaderForms.nameFrom(name),
                    ReaderForms.sections(publication, sections), ReaderForms.languages(publication, tongue), ReaderForms.zones(zone),
                    List.of(new Link(problem, "email")), formTime.issue(publication.id), consent(publication, words), sample(publication), false).page()).build();
        }
        if (age != FormTime.Age.FINE || !Optional.ofNullable(website).orElse("").isEmpty()) {
            LOG.debugf("%s: a form that a program filled in (%s)", slug, age);
        } else {
            desk.request(publication, new SignupRequest(address.get(), ReaderForms.nameFrom(name), zone, tongue, sections,
                    consent(publication, words), clients.current()));
        }
        return Html.page(200, checkInbox(publication, words).page()).header("Cache-Control", "no-store").build();
    }

    private static Notice checkInbox(Publication publication, PageWords words) {
        return Notice.of(publication.masthead(), words.checkInboxTitle(), words.checkInboxStandfirst(publication.name), words.ifNothingComesMore())
                .with(new Link(words.frontPageOf(publication.name), "/" + publication.slug));
    }

    private SignupPage empty(Publication publication, boolean framed) {
        var words = PageWords.in(publication.language);
        return new SignupPage(publication.masthead(), words, when(publication, words), "", "", "", ReaderForms.sections(publication, List.of()),
                ReaderForms.languages(publication, publication.language), ReaderForms.zones(publication.timeZone), List.of(), formTime.issue(publication.id),
                consent(publication, words), framed ? List.of() : sample(publication), framed);
    }

    private List<SignupPage.Sample> sample(Publication publication) {
        return latest.of(publication).stream().toList();
    }

    private static String consent(Publication publication, PageWords words) {
        return words.consent(publication.legalName, publication.name);
    }

    private static String when(Publication publication, PageWords words) {
        var schedule = publication.schedule;
        return schedule.clock() == Schedule.WallClock.SUBSCRIBER ? words.whenInReadersZone(schedule.days(), schedule.time())
                : words.whenInZone(schedule.days(), schedule.time(), publication.timeZone);
    }
}
