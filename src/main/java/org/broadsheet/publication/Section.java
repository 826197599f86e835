package org.broadsheet.publication;

/**
 * A part of the paper that stories are filed under and readers choose.
 *
 * @param slug lower case, unique within the publication
 * @param name as readers see it
 */
public record Section(String slug, String name) {
}
