package org.broadsheet.publication;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import org.broadsheet.web.Theme;
import org.broadsheet.web.ThemeSheet;

import io.smallrye.common.annotation.Blocking;

/** The colours of a publication, as a style sheet: pages hold no styles themselves (F20). */
@Path("/")
@Blocking
public class ThemeResource {

    private final Publications publications;
    private final ThemeSheet sheet;

    ThemeResource(Publications publications, ThemeSheet sheet) {
        this.publications = publications;
        this.sheet = sheet;
    }

    @GET
    @Path("/{slug:[a-z0-9-]{1,40}}/theme.css")
    @Produces("text/css;charset=UTF-8")
    public Response theme(String slug) {
        var accent = AccentColour.of(publications.require(slug).accentColor);
        var theme = new Theme(accent.light(), accent.dark(), accent.light(), accent.fill());
        return Response.ok(sheet.of(theme).render()).header("Cache-Control", "max-age=300").build();
    }
}
