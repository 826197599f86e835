package org.broadsheet.article;

/**
 * Another report of the same story.
 *
 * @param name of the source
 * @param url  of its article
 */
public record AlsoReported(String name, String url) {
}
