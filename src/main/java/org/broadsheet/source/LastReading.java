package org.broadsheet.source;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the last reading of a source brought.
 *
 * @param status   {@code OK}, {@code NOT_MODIFIED} or {@code FAILED}
 * @param problems what could not be used, in the document's order
 */
public record LastReading(Instant at, String status, @JsonProperty("new") int fresh, int updated, int unchanged, List<FeedProblem> problems) {
}
