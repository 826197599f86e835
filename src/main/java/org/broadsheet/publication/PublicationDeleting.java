package org.broadsheet.publication;

/** A publication is about to be deleted; an observer on the right may refuse by throwing a refusal. */
public record PublicationDeleting(long publicationId) {
}
