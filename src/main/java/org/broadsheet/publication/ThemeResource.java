package org.broadsheet.publication;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import org.broadsheet.web.Theme;

import io.smallrye.common.annotation.Blocking;

/** The colours of a publication, as a style sheet: pages hold no styles themselves (F20). */
@Path("/")
@Blocking
public class ThemeResource {

    private final Publications publications;

    ThemeResource(Publications publications) {
        this.publications = publications;
    }

    @GET
    @Path("/{slug:[a-z0-9-]{1,40}}/theme.css")
    @Produces("text/css;charset=UTF-8")
    public Response theme(String slug) {
        var accent = AccentColour.of(publications.require(slug).accentColor);
        var theme = new Theme(accent.light(), accent.dark(), accent.light(), accent.fill());
        return Response.ok(":root { --accent: " + theme.accentLight() + "; --fill: " + theme.fillLight() + "; }\n"
                + "@media (prefers-color-scheme: dark) { :root { --accent: " + theme.accentDark() + "; --fill: " + theme.fillDark() + "; } }\n")
                .header("Cache-Control", "max-age=300").build();
    }
}
