package org.broadsheet.source;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A source as the API takes it. */
public record SourceBody(
        @NotBlank(message = "is missing") @Size(max = 2000, message = "is longer than 2000 characters") String url,
        String section,
        Source.Kind kind) {

    static SourceBody of(Source source) {
        return new SourceBody(source.url, source.section.isEmpty() ? null : source.section, source.kind);
    }
}
