package org.broadsheet.web;

import java.time.Duration;
import java.util.Optional;

import jakarta.ws.rs.core.Response;

/** A refusal for people. */
final class MessagePages {

    private static final Masthead SERVER = Masthead.ofServer("Broadsheet", "en");

    private MessagePages() {
    }

    static Response.ResponseBuilder problem(int status, String title, String detail, Optional<Duration> wait) {
        var page = switch (status) {
            case 404 -> MessagePage.notFound(SERVER);
            case 429 -> MessagePage.tooMany(SERVER, wait.orElse(Duration.ofMinutes(10)));
            case 500 -> MessagePage.failed(SERVER, "");
            default -> MessagePage.of(SERVER, title, detail);
        };
        return Html.page(status, page.html());
    }
}
