package org.broadsheet.source;

import java.time.Instant;

import org.broadsheet.web.Ids;

/** A source as the API shows it. */
public record SourceItem(String id, String url, Source.Kind kind, String section, String title, Instant lastSuccess, String lastProblem,
        Instant lastProblemAt, int failures, Instant nextTry) {

    /** What there is to know of a source. */
    public static SourceItem of(Source source) {
        return new SourceItem(Ids.text(source.id), source.url, source.kind, source.section.isEmpty() ? null : source.section,
                source.title.isEmpty() ? null : source.title, source.lastSuccessAt, source.lastProblem.isEmpty() ? null : source.lastProblem,
                source.lastProblemAt, source.failures, source.nextTryAt);
    }
}
