package org.broadsheet.publication;

import java.time.Instant;

import org.broadsheet.web.Ids;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A publication as the API shows it: what was given, and what became of it. */
public record PublicationItem(String id, @JsonUnwrapped PublicationBody body, LogoFiles logo, Instant createdAt, Instant updatedAt) {

    static PublicationItem of(Publication publication) {
        return new PublicationItem(Ids.text(publication.id), PublicationBody.of(publication), publication.logo, publication.createdAt, publication.updatedAt);
    }
}
