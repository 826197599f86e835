package org.broadsheet.source;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

/**
 * A source as the API takes it.
 *
 * @param url    of a source of kind MAIL: {@code mailto:} and the address that its mails are sent to; one is made if there is none
 * @param access null leaves what is kept as it is, since it is never shown; a patch with null removes it
 */
public record SourceBody(
        @Size(max = 2000, message = "is longer than 2000 characters") String url,
        String section,
        Source.Kind kind,
        @Min(value = SourceBody.LOWEST, message = "must be from -10 to 10") @Max(value = SourceBody.HIGHEST, message = "must be from -10 to 10") Integer priority,
        @Valid @Size(max = 50, message = "has more than 50 rules") List<SourceRule> rules,
        Rights rights,
        Source.Pages pages,
        @Valid PageSelectors selectors,
        @Valid ArticleSelectors articleSelectors,
        Source.Grouping grouping,
        @Valid SourceAccess access) {

    public static final int LOWEST = -10;
    public static final int HIGHEST = 10;

    /** An address with all else as it usually is. */
    public static SourceBody of(String url, String section) {
        return new SourceBody(url, section, null, null, null, null, null, null, null, null, null);
    }

    static SourceBody of(Source source) {
        return new SourceBody(source.url, source.section.isEmpty() ? null : source.section, source.kind, source.priority, source.rules, source.rights, source.pages,
                source.selectors, source.articleSelectors.selectNothing() ? null : source.articleSelectors, source.grouping, null);
    }
}
