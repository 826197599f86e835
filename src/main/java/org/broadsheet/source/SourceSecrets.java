package org.broadsheet.source;

import java.util.Optional;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.broadsheet.platform.FetchRequest;
import org.broadsheet.platform.Vault;

/** Locks and unlocks what sources ask for before they answer. */
@Singleton
public class SourceSecrets {

    private static final String PURPOSE = "source access";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vault vault;

    SourceSecrets(Vault vault) {
        this.vault = vault;
    }

    /** What this source asks for, empty if nothing. */
    public Optional<SourceAccess> of(Source source) {
        return Optional.ofNullable(source.access).map(locked -> read(vault.unlock(PURPOSE, locked)));
    }

    /**
     * How what belongs to a source is fetched on its behalf: its pages and pictures, on its own site and elsewhere.
     *
     * @param source empty for the publication's own articles
     */
    public UnaryOperator<FetchRequest> asking(Optional<Source> source) {
        return source.flatMap(asked -> of(asked).map(access -> asking(access, asked.url))).orElse(UnaryOperator.identity());
    }

    private static UnaryOperator<FetchRequest> asking(SourceAccess access, String url) {
        return request -> access.apply(request, url);
    }

    byte[] locked(SourceAccess access) {
        try {
            return vault.lock(PURPOSE, JSON.writeValueAsString(access));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A record of texts can be written as JSON", impossible);
        }
    }

    private static SourceAccess read(String json) {
        try {
            return JSON.readValue(json, SourceAccess.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("What was locked as JSON is JSON", impossible);
        }
    }
}
