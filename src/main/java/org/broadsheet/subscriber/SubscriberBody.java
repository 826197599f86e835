package org.broadsheet.subscriber;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A reader as an import gives him; checked field by field, since a row that is wrong must not stop the others.
 *
 * @param confirmed absent: true where there is a consent
 */
public record SubscriberBody(String email, String name, String timeZone, String language, List<String> sections, Boolean confirmed, ConsentBody consent) {

    /** Consent given elsewhere, as the operator attests it. */
    public record ConsentBody(Instant at, String wording, @JsonProperty("how") String how) {
    }
}
