package org.broadsheet.site;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.broadsheet.edition.ArchiveDesk;
import org.broadsheet.publication.Publication;
import org.broadsheet.publication.ScheduleWords;
import org.broadsheet.web.Html;
import org.broadsheet.web.Link;
import org.broadsheet.web.Masthead;
import org.broadsheet.web.OpenPage;
import org.broadsheet.web.PageWords;
import org.broadsheet.web.ReaderLanguage;

import io.smallrye.common.annotation.Blocking;

/** The front page of the server. */
@Path("/")
@Blocking
public class HomeResource {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final ArchiveDesk archive;
    private final Clock clock;

    HomeResource(ArchiveDesk archive, Clock clock) {
        this.archive = archive;
        this.clock = clock;
    }

    @GET
    @Transactional
    public Response home(@Context Request request, @Context HttpHeaders headers) {
        List<Publication> publications = Publication.list("order by name");
        var latest = archive.latest(publications);
        var language = ReaderLanguage.of(headers, publications.isEmpty() ? "en" : publications.getFirst().language);
        var page = new HomePage(Masthead.ofServer("Broadsheet", PageWords.in(language).language()),
                publications.stream().map(publication -> paper(publication, Optional.ofNullable(latest.get(publication.id)))).toList());
        var answer = OpenPage.answer(request, Html.UTF8, page.html().render(), FRESH);
        return Response.fromResponse(answer).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE).build();
    }

    private HomePage.Paper paper(Publication publication, Optional<Link> latest) {
        var masthead = publication.masthead();
        var today = LocalDate.ofInstant(clock.instant(), publication.timeZone);
        return new HomePage.Paper(masthead, new ScheduleWords(publication, masthead.words()).when(today), latest);
    }
}
