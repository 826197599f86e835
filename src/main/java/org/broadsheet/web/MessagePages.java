package org.broadsheet.web;

import java.time.Duration;
import java.util.Optional;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** A refusal for people, in the language that their browser asks for. */
final class MessagePages {

    private MessagePages() {
    }

    static Response.ResponseBuilder problem(int status, String title, String detail, Optional<Duration> wait, HttpHeaders headers) {
        var server = ReaderLanguage.server(headers);
        var page = switch (status) {
            case 404 -> MessagePage.notFound(server);
            case 410 -> MessagePage.gone(server);
            case 429 -> MessagePage.tooMany(server, wait.orElse(Duration.ofMinutes(10)));
            case 500 -> MessagePage.failed(server, "");
            default -> MessagePage.of(server, title, detail);
        };
        return Html.page(status, page.html()).header(HttpHeaders.CACHE_CONTROL, "no-store").header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }
}
