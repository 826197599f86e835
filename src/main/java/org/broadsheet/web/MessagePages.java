package org.broadsheet.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A refusal for people. */
final class MessagePages {

    private MessagePages() {
    }

    static Response.ResponseBuilder problem(int status, String title, String detail) {
        return Response.status(status).type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8")).entity(title + "\n\n" + detail + "\n");
    }
}
