package org.broadsheet.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.TemplateInstance;

/** Answers with a page. */
public final class Html {

    public static final MediaType UTF8 = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    private Html() {
    }

    public static Response.ResponseBuilder page(int status, TemplateInstance page) {
        return Response.status(status).type(UTF8).entity(page.render());
    }

    public static Response ok(TemplateInstance page) {
        return page(200, page).build();
    }

    /** A page behind a personal link: kept nowhere, told nobody (F17). */
    public static Response personal(int status, TemplateInstance page) {
        return page(status, page).header("Cache-Control", "no-store").header("X-Robots-Tag", "noindex").build();
    }
}
