package org.broadsheet.publication;

/** A publication was created or changed; observed within the same transaction. */
public record PublicationSaved(long publicationId) {
}
