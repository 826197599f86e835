package org.broadsheet.publication;

import java.time.Duration;

/**
 * How the editor chooses.
 *
 * @param maxStories   at most so many stories in an edition
 * @param minStories   with fewer there is no edition
 * @param maxPerSource at most so many from one source
 * @param maxAge       older articles are never taken
 */
public record Selection(int maxStories, int minStories, int maxPerSource, Duration maxAge) {

    public static final Selection DEFAULT = new Selection(12, 1, 4, Duration.ofHours(48));
}
