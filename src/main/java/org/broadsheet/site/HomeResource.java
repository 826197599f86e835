package org.broadsheet.site;

import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.broadsheet.edition.ArchiveDesk;
import org.broadsheet.publication.Publication;
import org.broadsheet.publication.Schedule;
import org.broadsheet.web.Html;
import org.broadsheet.web.Link;
import org.broadsheet.web.Masthead;

import io.smallrye.common.annotation.Blocking;

/** The front page of the server. */
@Path("/")
@Blocking
public class HomeResource {

    private final ArchiveDesk archive;

    HomeResource(ArchiveDesk archive) {
        this.archive = archive;
    }

    @GET
    @Transactional
    public Response home() {
        List<Publication> publications = Publication.list("order by name");
        var language = publications.isEmpty() ? "en" : publications.getFirst().language;
        return Html.ok(new HomePage(Masthead.ofServer("Broadsheet", language), publications.stream().map(this::paper).toList()).html());
    }

    private HomePage.Paper paper(Publication publication) {
        var masthead = publication.masthead();
        var words = masthead.words();
        var schedule = publication.schedule;
        var when = schedule.clock() == Schedule.WallClock.SUBSCRIBER ? words.whenInReadersZone(schedule.days(), schedule.time())
                : words.whenInZone(schedule.days(), schedule.time(), publication.timeZone);
        return new HomePage.Paper(masthead, when, archive.latest(publication)
                .map(digest -> new Link(digest.subject(), masthead.editionUrl(digest.number()))));
    }
}
