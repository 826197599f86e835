package org.broadsheet.article;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.broadsheet.platform.AddressPolicy;
import org.broadsheet.platform.FetchLimits;
import org.broadsheet.platform.FetchOutcome;
import org.broadsheet.platform.FetchRequest;
import org.broadsheet.platform.GuardedHttp;
import org.broadsheet.platform.NameResolver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A language model at an address that speaks the chat completions of OpenAI. It has a guarded client of its own: what the operator opens for the
 * model is open to nothing else, and an answer may take longer to begin than a feed's.
 */
final class LanguageModel implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LONGEST_ANSWER = 200_000;
    private static final int MOST_TOKENS = 400;

    /** How a question ended. */
    sealed interface Reply {

        /** @param text as the model gave it */
        record Said(String text) implements Reply {
        }

        /**
         * @param reason     in words for an operator; never the key
         * @param retryAfter as the server asked
         */
        record Failed(String reason, Optional<Duration> retryAfter) implements Reply {
        }
    }

    private final SummaryConfig.Model settings;
    private final GuardedHttp http;

    LanguageModel(SummaryConfig.Model settings, Clock clock) {
        this.settings = settings;
        var timeout = settings.timeout();
        var limits = new FetchLimits(Duration.ofSeconds(5), timeout, timeout, LONGEST_ANSWER, LONGEST_ANSWER, 100, 0, Math.max(1, settings.connections()), timeout, Duration.ZERO);
        this.http = new GuardedHttp(AddressPolicy.allowing(settings.allowedNetworks().orElse(List.of())), NameResolver.system(), limits, "Broadsheet/1.0 (summaries)", clock);
    }

    boolean isConfigured() {
        return settings.url().filter(url -> !url.isBlank()).isPresent();
    }

    /** Asks, and waits no longer than is set. Never called within a transaction. */
    Reply ask(String instruction, String text) {
        try {
            var body = JSON.writeValueAsBytes(Map.of("model", settings.name(), "temperature", 0, "max_tokens", MOST_TOKENS, "stream", false,
                    "messages", List.of(Map.of("role", "system", "content", instruction), Map.of("role", "user", "content", text))));
            var request = FetchRequest.of(settings.url().orElseThrow().replaceFirst("/+$", "") + "/chat/completions").accepting("application/json").atMost(LONGEST_ANSWER)
                    .posting("application/json", body);
            return switch (http.fetch(settings.key().map(key -> request.with("Authorization", "Bearer " + key)).orElse(request))) {
                case FetchOutcome.Fetched fetched -> said(fetched.body());
                case FetchOutcome.Failed failed -> new Reply.Failed(failed.reason(), failed.retryAfter());
                case FetchOutcome.Refused refused -> new Reply.Failed(refused.reason(), Optional.empty());
                case FetchOutcome.NotModified unasked -> new Reply.Failed("The model's server answered that nothing has changed, which nobody asked", Optional.empty());
            };
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Strings and numbers can always be written as JSON", impossible);
        }
    }

    private static Reply said(byte[] body) {
        try {
            var content = JSON.readTree(new String(body, StandardCharsets.UTF_8)).path("choices").path(0).path("message").path("content");
            return content.isTextual() && !content.asText().isBlank() ? new Reply.Said(content.asText())
                    : new Reply.Failed("The model's server answered with JSON that holds no message", Optional.empty());
        } catch (JsonProcessingException garbage) {
            return new Reply.Failed("The model's server answered with something that is no JSON", Optional.empty());
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
