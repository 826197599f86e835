package org.broadsheet.web;

import java.util.Optional;

import jakarta.ws.rs.core.HttpHeaders;

/** The language of pages that belong to no publication: what the reader's browser asks for. */
public final class ReaderLanguage {

    private ReaderLanguage() {
    }

    /** @param fallback BCP 47 tag where we speak none of those asked for */
    public static String of(HttpHeaders headers, String fallback) {
        return PageWords.liked(Optional.ofNullable(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)).orElse(""), fallback);
    }

    /** The head of such a page. */
    public static Masthead server(HttpHeaders headers) {
        return Masthead.ofServer("Broadsheet", of(headers, "en"));
    }
}
