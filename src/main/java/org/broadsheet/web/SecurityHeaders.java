package org.broadsheet.web;

import jakarta.enterprise.event.Observes;

import io.vertx.ext.web.Router;

/** Headers on every answer (F20). Pages need no script and no foreign content; the API documentation brings its own page. */
public class SecurityHeaders {

    /** What a page may load: nothing that runs, nothing from elsewhere. Linked data is no script and needs no leave. */
    public static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-src 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'";

    void add(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE + 100).handler(context -> {
            var headers = context.response().headers();
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            var path = context.request().path();
            if (path.startsWith("/embed/")) {
                headers.set("Content-Security-Policy", POLICY.replace("frame-ancestors 'none'; ", "")); // made for other people's pages
            } else if (!path.startsWith("/q/") && !path.startsWith("/api/")) { // a preview of a mail brings its own
                headers.set("Content-Security-Policy", POLICY);
            }
            context.next();
        });
    }
}
