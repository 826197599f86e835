package org.broadsheet.article;

import java.util.Optional;

/** The words of a story that were put right; what is empty stays as it was. */
public record CorrectedWords(Optional<String> headline, Optional<String> standfirst, Optional<String> summary, Optional<String> bodyHtml) {

    /** Whether anything is said anew. */
    public boolean any() {
        return headline.isPresent() || standfirst.isPresent() || summary.isPresent() || bodyHtml.isPresent();
    }
}
