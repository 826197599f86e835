package org.broadsheet.edition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.broadsheet.publication.OneLine;
import org.broadsheet.publication.SeveralLines;

/**
 * What is put right in a story, as the API takes it.
 *
 * @param text       what was wrong and what is right; readers see it with its date
 * @param headline   the new one; as it was if left out, like all that follows
 * @param standfirst "" takes it away
 * @param summary    likewise
 */
public record StoryCorrection(
        @NotBlank(message = "is missing") @Size(max = 1000, message = "is longer than 1000 characters") @SeveralLines String text,
        @Size(min = 1, max = 300, message = "must have 1 to 300 characters") @OneLine String headline,
        @Size(max = 600, message = "is longer than 600 characters") @OneLine String standfirst,
        @Size(max = 2000, message = "is longer than 2000 characters") @SeveralLines String summary,
        @Size(max = 1_000_000, message = "is longer than 1000000 characters") String bodyHtml) {
}
