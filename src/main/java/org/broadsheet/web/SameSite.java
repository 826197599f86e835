package org.broadsheet.web;

import java.util.Optional;

import org.broadsheet.platform.BroadsheetConfig;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

/** Whether a form was posted from our own page (F15): browsers say so themselves; what says nothing is no browser, and has no cookie to abuse. */
@Singleton
public class SameSite {

    private final BroadsheetConfig config;

    SameSite(BroadsheetConfig config) {
        this.config = config;
    }

    /** @throws Refusal 409 if a browser says that another site sent it */
    public void require(HttpHeaders headers) {
        var site = Optional.ofNullable(headers.getHeaderString("Sec-Fetch-Site"));
        var foreign = site.isPresent() ? !site.get().equals("same-origin") && !site.get().equals("none")
                : Optional.ofNullable(headers.getHeaderString("Origin")).filter(origin -> !origin.equals(config.publicBase())
                        && !origin.equals("http://" + headers.getHeaderString(HttpHeaders.HOST)) && !origin.equals("https://" + headers.getHeaderString(HttpHeaders.HOST)))
                        .isPresent();
        if (foreign) {
            throw Refusal.conflict("This form was sent from another site");
        }
    }
}
