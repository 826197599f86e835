package org.broadsheet.article;

import java.time.Instant;

/**
 * What was put right in a story after readers had seen it.
 *
 * @param text what was wrong and what is right, a sentence or two
 */
public record Correction(String text, Instant at) {
}
