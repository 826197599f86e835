package org.broadsheet.web;

import java.time.Duration;

import jakarta.ws.rs.core.Response;

/** A refusal for people. */
final class MessagePages {

    private static final Masthead SERVER = Masthead.ofServer("Broadsheet", "en");
    private static final PageWords WORDS = PageWords.in("en");

    private MessagePages() {
    }

    static Response.ResponseBuilder problem(int status, String title, String detail) {
        var notice = switch (status) {
            case 404 -> Notice.of(SERVER, WORDS.notFoundTitle(), WORDS.notFoundMore());
            case 429 -> Notice.of(SERVER, WORDS.tooManyTitle(), WORDS.tooManyMore(Duration.ofMinutes(10)));
            case 500 -> Notice.of(SERVER, WORDS.failedTitle(), WORDS.failedMore());
            default -> Notice.of(SERVER, title, detail);
        };
        return Html.page(status, notice.page());
    }
}
