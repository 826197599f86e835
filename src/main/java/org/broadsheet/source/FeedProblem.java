package org.broadsheet.source;

/**
 * Something in a feed that could not be used; it costs no more than the element it names.
 *
 * @param code stable, such as {@code no-address}
 * @param line of the document from 1, 0 if unknown
 */
public record FeedProblem(String code, String message, int line) {
}
