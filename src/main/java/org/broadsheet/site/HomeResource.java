package org.broadsheet.site;

import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.broadsheet.publication.Publication;
import org.broadsheet.web.Html;
import org.broadsheet.web.Link;
import org.broadsheet.web.Masthead;
import org.broadsheet.web.PageWords;

import io.smallrye.common.annotation.Blocking;

/** The front page of the server. */
@Path("/")
@Blocking
public class HomeResource {

    @GET
    @Transactional
    public Response home() {
        List<Publication> publications = Publication.list("order by name");
        var language = publications.isEmpty() ? "en" : publications.getFirst().language;
        return Html.ok(new HomePage(Masthead.ofServer("Broadsheet", language), PageWords.in(language),
                publications.stream().map(publication -> new Link(publication.name, "/" + publication.slug)).toList()).page());
    }
}
